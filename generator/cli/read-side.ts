/** The two sides of a comparison: where each word leads, and what stands there. */
import { basename, join, resolve } from 'node:path';
import type { Change } from '../change/change.ts';
import { parseJson } from '../change/parse-json.ts';
import { placeIn } from '../change/place.ts';
import { parseSnapshot, type Snapshot } from '../change/snapshot.ts';
import { compile } from '../compile.ts';
import { type Checked, type Diagnostic, isError, type Span } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { exists, filesIn, hasFile, hasFolder, readText } from '../disk.ts';
import { packageFolder } from '../folders.ts';
import { findCommit, readCommitFolder } from '../git.ts';
import { decodeSource, isSpecFile, readSpecs } from '../input.ts';
import { Refusal } from '../refusal.ts';
import { plainRegistry } from '../registry/plain.ts';
import { shortPath } from '../short-path.ts';
import type { Source } from '../spec/yaml.ts';
import type { Options } from './options.ts';
import { hasOwnSpecs } from './read-registry.ts';

export interface Side {
  readonly snapshot: Snapshot;
  /** Where a change is best shown. */
  placeOf(change: Change): Span;
}

/** Where words are looked up; the folder of the specs is that of the working tree and of revisions. */
type Standpoint = Pick<Options, 'workingFolder' | 'spec' | 'isSpecGiven'>;

export interface ReadSide extends Checked<Side | undefined> {
  /** The text of what was read, for code frames. */
  readonly sources: readonly Source[];
}

/** The specs as they stand on disk, or the packaged registry. */
export function readWorkingTree(standpoint: Standpoint): ReadSide {
  const { workingFolder, spec } = standpoint;
  return hasOwnSpecs(standpoint)
    ? readSpecFolder(spec, workingFolder)
    : readRegistryFile(join(packageFolder(), REGISTRY), workingFolder);
}

const REGISTRY = 'generated/json/registry.json';

/** What a word on the command line means: a path where something stands, else a revision. */
export function readSide(word: string, standpoint: Standpoint): ReadSide {
  // A variable of a script that was not set: as the working folder it would be compared with itself.
  if (word === '')
    throw new Refusal('a side of the comparison is empty; name a git revision, a folder or a registry.json');
  const { workingFolder } = standpoint;
  const path = resolve(workingFolder, word);
  const commit = /^\.{0,2}\//.test(word) ? undefined : findCommit(word, workingFolder);
  if (!exists(path)) {
    if (commit !== undefined) return readRevision(commit, word, standpoint);
    throw new Refusal(`${quote(word)} is neither a file or folder here nor a revision that git knows`);
  }
  if (commit !== undefined) {
    throw new Refusal(
      `${quote(word)} is a path and a revision; write "./${word}" for the path, or a longer name of the revision`,
    );
  }
  return hasFile(path) ? readRegistryFile(path, workingFolder) : readFolder(path, word, workingFolder);
}

/** A project, a folder of specs, or the output of `generate`: the first that it is. */
function readFolder(path: string, word: string, workingFolder: string): ReadSide {
  for (const folder of [join(path, 'spec'), path]) {
    if (exists(folder) && hasFolder(folder) && filesIn(folder).some(isSpecFile))
      return readSpecFolder(folder, workingFolder);
  }
  const registry = join(path, 'json/registry.json');
  if (hasFile(registry)) return readRegistryFile(registry, workingFolder);
  throw new Refusal(`the folder ${quote(word)} has neither specs (spec/*.yaml, *.yaml) nor json/registry.json`);
}

function readSpecFolder(spec: string, workingFolder: string): ReadSide {
  const { value: sources, diagnostics } = readSpecs({ workingFolder, spec });
  return compiled(sources, diagnostics, shortPath(resolve(workingFolder, spec), workingFolder));
}

function readRevision(commit: string, revision: string, { workingFolder, spec }: Standpoint): ReadSide {
  const diagnostics: Diagnostic[] = [];
  const sources = readCommitFolder(commit, spec, workingFolder)
    .filter(({ name }) => isSpecFile(name))
    .flatMap(({ name, bytes }) => decodeSource(`${revision}:${spec}/${name}`, bytes, diagnostics) ?? []);
  if (sources.length === 0)
    throw new Refusal(`revision ${quote(revision)} has no specs in ${quote(spec)}; name their folder with --spec`);
  return compiled(sources, diagnostics, spec);
}

function compiled(sources: readonly Source[], found: readonly Diagnostic[], folder: string): ReadSide {
  // Names are checked by `lint` and `generate`, in the languages that are written.
  const { value: registry, diagnostics } = compile(sources, []);
  const errors = [...found, ...diagnostics].filter(isError);
  if (registry === undefined || errors.length > 0) return { value: undefined, diagnostics: errors, sources };
  const plain = parseSnapshot(plainRegistry(registry));
  if ('fault' in plain) throw new Error(plain.fault);
  const value = { snapshot: plain.value, placeOf: (change: Change) => placeIn(registry, change, folder) };
  return { value, diagnostics: [], sources };
}

function readRegistryFile(path: string, workingFolder: string): ReadSide {
  const shown = shortPath(path, workingFolder);
  const text = readText(path);
  const plain = parseSnapshot(parseJson({ path: shown, text }));
  if ('fault' in plain) {
    throw new Refusal(
      `${shown} is no ${basename(REGISTRY)} of this version: ${plain.fault}; make it again with generate`,
    );
  }
  const sources = [{ path: shown, text }];
  const at = { path: shown, start: 0, end: 0 };
  return { value: { snapshot: plain.value, placeOf: () => at }, diagnostics: [], sources };
}
