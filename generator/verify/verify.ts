/** Reads rendered text back before it is written: what was written is what was meant. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { isVouchedFor } from '../output/drift.ts';
import type { Manifest } from '../output/manifest.ts';
import type { Registry } from '../registry/registry.ts';
import type { RenderedFile } from '../targets/render.ts';
import type { ReadBack } from './read-back.ts';

/**
 * Loaded only where there is something to read: each brings a parser that takes longer to load than a whole run may.
 * A language that is not here has no parser that runs in Node: its proof are the tests in `test/targets/`, which
 * compile, load and read back every committed file with the language's own tools.
 */
const readers: Readonly<Record<string, () => Promise<ReadBack>>> = {
  json: async () => (await import('./json.ts')).readBackJson,
  typescript: async () => (await import('./typescript/compile.ts')).readBackTypeScript,
};

/**
 * The problems of all files whose text the manifest does not vouch for. Without a manifest that is every file. They come
 * with the others of their target, because they may import these.
 */
export async function verify(
  files: readonly RenderedFile[],
  registry: Registry,
  manifest: Manifest | undefined,
): Promise<Diagnostic[]> {
  const due = new Set(files.filter(({ path, text }) => !isVouchedFor(path, text, manifest)));
  const diagnostics: Diagnostic[] = [];
  for (const target of new Set([...due].map((file) => file.target))) {
    const readBack = await readers[target.language.id]?.();
    const siblings = files.filter((file) => file.target === target);
    diagnostics.push(...((await readBack?.(siblings, due, registry)) ?? []));
  }
  return diagnostics;
}
