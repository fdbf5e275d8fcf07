/** Reads rendered text back before it is written: what was written is what was meant. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Memory } from '../memory.ts';
import { type Manifest, sha256 } from '../output/manifest.ts';
import type { Registry } from '../registry/registry.ts';
import type { RenderedFile } from '../targets/render.ts';
import type { Target } from '../targets/target.ts';
import type { ReadBack } from './read-back.ts';

/**
 * Loaded only where there is something to read: each brings a parser that takes longer to load than a whole run may.
 * A language that is not here has no parser that runs in Node: its proof are the tests in `test/targets/`, which
 * compile, load and read back every committed file with the language's own tools.
 */
const readers: Readonly<Record<string, () => Promise<ReadBack>>> = {
  json: async () => (await import('./json.ts')).readBackJson,
  typescript: async () => (await import('./typescript.ts')).readBackTypeScript,
};

/** What was verified when it was written, and what is known from before. */
export interface Verified {
  readonly manifest: Manifest | undefined;
  /** The hashes of what is read now, by the name that the manifest gives it. */
  readonly inputs: Manifest['inputs'];
  /** The text of a file that is there, if it is. */
  textOf(path: string): string | undefined;
  readonly memory: Memory;
}

/**
 * The problems of all files whose text the manifest does not vouch for. Without a manifest that is every file. They come
 * with the others of their target, because they may import these. All of these are due where one is gone, or where
 * `target.yaml`, which says what each holds, is another.
 */
export async function verify(
  files: readonly RenderedFile[],
  registry: Registry,
  { manifest, inputs, textOf, memory }: Verified,
): Promise<Diagnostic[]> {
  const paths = new Set(files.map(({ path }) => path));
  const gone = [...(manifest?.files.keys() ?? [])].filter((path) => !paths.has(path));
  const isVouchedFor = (path: string, text: string) => manifest?.files.get(path) === memory.of(sha256, text);
  const isAsRead = (input: string) => manifest?.inputs.get(input) === inputs.get(input);
  const isWhole = ({ name }: Target) =>
    isAsRead(`templates/${name}/target.yaml`) && !gone.some((path) => path.startsWith(`${name}/`));
  const due = new Set(files.filter(({ path, text, target }) => !isVouchedFor(path, text) || !isWhole(target)));
  const diagnostics: Diagnostic[] = [];
  for (const target of new Set([...due].map((file) => file.target))) {
    const readBack = await readers[target.language.id]?.();
    const siblings = files.filter((file) => file.target === target);
    const verifiedText = (path: string) => {
      const text = isWhole(target) ? textOf(path) : undefined;
      return text !== undefined && isVouchedFor(path, text) ? text : undefined;
    };
    diagnostics.push(...((await readBack?.({ files: siblings, due, registry, verifiedText, memory })) ?? []));
  }
  return diagnostics;
}
