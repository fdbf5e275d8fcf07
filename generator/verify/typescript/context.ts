/** What a file is read beside. */
import type { ts } from 'ts-morph';
import type { RenderedFile } from '../../targets/render.ts';
import type { Compiler } from './program.ts';
import type { Table } from './table.ts';

export interface Context {
  readonly compiler: Compiler;
  readonly program: ts.Program;
  /** All files of the target. */
  readonly files: readonly RenderedFile[];
  /** Of a file that holds entries. */
  tableOf(file: RenderedFile): Table | undefined;
}
