/** The view of what is on its way out or gone: what a template may name of it. */
import { code, literal, object, optional, text, type ViewOf } from './shape.ts';

export const deprecation = object(
  {
    since: text('a version or a date'),
    reason: text('a sentence of ours'),
    replacement: optional(literal('the code to use in its place')),
    note: optional(text('a remark of ours')),
  },
  'That an entry is on its way out.',
);

export const removal = object(
  {
    code: literal('the wire value'),
    name: text('the name that it had'),
    since: text('a version or a date'),
    reason: text('a sentence of ours'),
    replacement: optional(literal('the code to use in its place')),
  },
  'A code that stood in the catalog once.',
);

export const replacement = object(
  {
    code: literal('what is deprecated or was removed'),
    codeText: text('the same'),
    replacement: literal('the code to use in its place'),
    member: code('the member of the code enumeration'),
  },
  'A code and what takes its place.',
);

export type DeprecationView = ViewOf<typeof deprecation>;
export type RemovalView = ViewOf<typeof removal>;
export type ReplacementView = ViewOf<typeof replacement>;
