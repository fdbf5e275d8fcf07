/** What each language's reader is: rendered text in, what differs from the Registry out. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Registry } from '../registry/registry.ts';
import type { RenderedFile } from '../targets/render.ts';

/** Gets the files of a target, and those of them that are due because their text is a new one. */
export type ReadBack = (
  files: readonly RenderedFile[],
  due: ReadonlySet<RenderedFile>,
  registry: Registry,
) => Promise<readonly Diagnostic[]> | readonly Diagnostic[];
