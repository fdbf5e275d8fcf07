/** Names that a target declares side by side: what has to differ before anything is rendered. */
import type { Language } from '../languages/language.ts';

/** What has names in an output. */
export const PARTS = [
  'provider',
  'catalog',
  'enum',
  'member',
  'lookup',
  'field',
  'axis',
  'value',
  'predicate',
  'payload',
  'reader',
] as const;
export type Part = (typeof PARTS)[number];

/** A namespace of a target, as its `target.yaml` describes it. */
export interface Scope {
  readonly language: Language;
  /** What has one such namespace. */
  readonly within: 'registry' | 'provider' | 'catalog';
  /** Names that are always there. */
  readonly own: readonly string[];
  readonly patterns: readonly { readonly part: Part; readonly pattern: string }[];
  /** Whether the names are paths, which some file systems do not tell apart by case. */
  readonly ofFiles: boolean;
}
