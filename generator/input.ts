/** Reads the folders that a command works on. Bytes become text here, and nowhere else. */
import { basename, join, resolve } from 'node:path';
import { type Checked, type Diagnostic, error } from './diagnostic/diagnostic.ts';
import { quote } from './diagnostic/quote.ts';
import { suggest } from './diagnostic/suggest.ts';
import { filesIn, foldersIn, hasFile, hasFolder, namesIn, readBytes, sizeOf } from './disk.ts';
import { type Folders, packageFolder, USUAL_TEMPLATES } from './folders.ts';
import { Memory } from './memory.ts';
import { Refusal } from './refusal.ts';
import { shortPath } from './short-path.ts';
import type { Source } from './spec/yaml.ts';
import { decodeTarget, type Target } from './targets/target.ts';

/** The specs of a folder. */
export function readSpecs(
  { workingFolder, spec }: Pick<Folders, 'workingFolder' | 'spec'>,
  memory = new Memory(),
): Checked<Source[]> {
  const folder = resolve(workingFolder, spec);
  if (!hasFolder(folder)) {
    throw new Refusal(`there is no spec folder ${quote(spec)}; name it with --spec, or begin one with init`);
  }
  const diagnostics: Diagnostic[] = [];
  const names = namesIn(folder).filter(isSpecFile);
  const sources = names.map((name) => memory.of(sameSource, readSpec(join(folder, name), workingFolder, diagnostics)));
  if (names.length === 0) {
    const path = shortPath(folder, workingFolder);
    diagnostics.push(
      error('no-specs', { path, start: 0, end: 0 }, 'the spec folder has no *.yaml file', {
        hint: 'add a provider, or name another folder with --spec',
      }),
    );
  }
  return { value: sources, diagnostics };
}

/** Of the same text the same source, so that what was made of it is known. */
function sameSource(source: Source): Source {
  return source;
}

/** What is named like a spec is one: a folder, a pipe or a dangling link in its place is told, and not read. */
function readSpec(path: string, workingFolder: string, diagnostics: Diagnostic[]): Source {
  const unreadable: Source = { path: shortPath(path, workingFolder), text: '', isUnreadable: true };
  if (hasFile(path)) return readSource(path, workingFolder, diagnostics) ?? unreadable;
  diagnostics.push(notAFile(unreadable.path, 'spec'));
  return unreadable;
}

function notAFile(path: string, kind: 'spec' | 'target'): Diagnostic {
  const at = { path, start: 0, end: 0 };
  return error('not-a-file', at, `this is named like a ${kind}, and is not a file`, { hint: 'rename or remove it' });
}

/** Whether a name is of what editors put beside a file while it is open, or of what a system hides: no input. */
export function isEditorFile(name: string): boolean {
  return /^[.#]|~$/.test(name);
}

export function isSpecFile(name: string): boolean {
  return /\.ya?ml$/.test(name) && !isEditorFile(name);
}

export interface ReadTargets {
  readonly targets: readonly Target[];
  /** Everything that was read for them, as the manifest names it. */
  readonly inputs: ReadonlyMap<string, Source>;
}

export function readTargets(folders: Folders, wanted: readonly string[], memory = new Memory()): Checked<ReadTargets> {
  const { workingFolder } = folders;
  const { folder, names } = findTargets(folders);
  for (const name of wanted) {
    if (!names.includes(name)) throw new Refusal(`there is no target ${quote(name)}; ${suggest(name, names)}`);
  }
  const diagnostics: Diagnostic[] = [];
  const frame = readSource(join(packageFolder(), FRAME), workingFolder, diagnostics);
  const shared = new Map(frame && [[basename(FRAME), frame]]);
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
  const inputs = new Map<string, Source>();
  const targets = names.filter(isWanted).flatMap((name) => {
    const own = join(folder, name, 'target.yaml');
    if (!hasFile(own)) diagnostics.push(notAFile(shortPath(own, workingFolder), 'target'));
    const files = new Map(
      filesIn(join(folder, name))
        .filter((file) => !isEditorFile(file))
        .flatMap((file): [string, Source][] => {
          const source = readSource(join(folder, name, file), workingFolder, diagnostics);
          return source === undefined ? [] : [[file, memory.of(sameSource, source)]];
        }),
    );
    for (const [file, source] of files) inputs.set(`templates/${name}/${file}`, source);
    const target = decodeTarget({ name, files, shared });
    diagnostics.push(...target.diagnostics);
    if (frame !== undefined && target.value?.statics.includes(frame)) inputs.set(FRAME, frame);
    return target.value ?? [];
  });
  return { value: { targets, inputs }, diagnostics };
}

export function targetNames(folders: Folders): string[] {
  return findTargets(folders).names;
}

/** Where they stand: the packaged ones where the folder has none. A folder that was named and is not there is a slip of the pen. */
function findTargets({ workingFolder, templates }: Folders): { folder: string; names: string[] } {
  const own = resolve(workingFolder, templates);
  if (templates !== USUAL_TEMPLATES && !hasFolder(own))
    throw new Refusal(
      `there is no templates folder ${quote(templates)}; leave --templates out for the packaged targets`,
    );
  for (const folder of [own, join(packageFolder(), 'templates')]) {
    const names = hasFolder(folder) ? targetsIn(folder) : [];
    if (names.length > 0) return { folder, names };
  }
  throw new Refusal(`there is no target in ${quote(templates)}; name a folder with --templates`);
}

function targetsIn(folder: string): string[] {
  return foldersIn(folder).filter(
    (name) =>
      !isEditorFile(name) && hasFolder(join(folder, name)) && namesIn(join(folder, name)).includes('target.yaml'),
  );
}

/** The frame of specs, which any target may copy for the editor. */
const FRAME = 'spec/spec.schema.json';

/** Specs under the names that the manifest gives them, whatever folder they came from. */
export function specInputs(specs: readonly Source[]): [string, Source][] {
  return specs.map((source) => [`spec/${basename(source.path)}`, source]);
}

/** Bytes of a spec, a template or a document. The largest spec here has 32 kB; 8 MiB are some 12,000 rows with all that can be said of them. */
const LARGEST = 8 << 20;

function readSource(path: string, workingFolder: string, diagnostics: Diagnostic[]): Source | undefined {
  const shown = shortPath(path, workingFolder);
  const bytes = readLimited(path, shown, diagnostics);
  return bytes && decodeSource(shown, bytes, diagnostics);
}

/** `undefined` where the file has more than anybody writes. */
export function readLimited(path: string, shown: string, diagnostics: Diagnostic[]): Uint8Array | undefined {
  const bytes = sizeOf(path) <= LARGEST ? readBytes(path) : undefined;
  // What a pipe has shows when it is read.
  const size = bytes?.length ?? sizeOf(path);
  if (size <= LARGEST) return bytes;
  diagnostics.push(
    error('too-large', { path: shown, start: 0, end: 0 }, `the file has ${size} bytes, and ${LARGEST} are allowed`, {
      hint: 'split it, or check that it is what its name says',
    }),
  );
  return undefined;
}

/** The text of a file under the path that people are shown; `undefined` where the bytes are no text. */
export function decodeSource(path: string, bytes: Uint8Array, diagnostics: Diagnostic[]): Source | undefined {
  const text = decodeText(bytes);
  if (text !== undefined) return { path, text };
  const at = { path, start: 0, end: 0 };
  diagnostics.push(error('not-utf8', at, 'the file is not UTF-8 text', { hint: 'save it as UTF-8' }));
  return undefined;
}

export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    // Line ends carry no meaning: a checkout with CRLF gives the same output.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
