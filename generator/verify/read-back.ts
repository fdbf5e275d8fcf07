/** What each language's reader is: rendered text in, what differs from the Registry out. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Memory } from '../memory.ts';
import type { Registry } from '../registry/registry.ts';
import type { RenderedFile } from '../targets/render.ts';

export type ReadBack = (reading: Reading) => Promise<readonly Diagnostic[]> | readonly Diagnostic[];

export interface Reading {
  /** All files of a target. */
  readonly files: readonly RenderedFile[];
  /** Those of them whose text is a new one. */
  readonly due: ReadonlySet<RenderedFile>;
  readonly registry: Registry;
  /** The text of a path that was verified with these files before; `undefined` where it is not known. */
  verifiedText(path: string): string | undefined;
  readonly memory: Memory;
}
