/** The options that commands share, as they stand after parsing. */
import type { Folders } from '../input.ts';

export const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface Options extends Folders {
  /** Empty: all of them. */
  readonly targets: readonly string[];
  readonly format: Format;
  readonly color: boolean;
  readonly quiet: boolean;
}
