/** The view of what is on its way out or gone: what a template may name of it. */
import { code, list, literal, object, optional, text, type ViewOf } from './shape.ts';

export const deprecation = object(
  {
    since: text('a version or a date'),
    reason: text('a sentence of ours'),
    sinceLiteral: literal('the same'),
    reasonLiteral: literal('the same'),
    replacement: optional(literal('the code to use in its place')),
    replacementText: optional(text('the same')),
    member: optional(code('the same as the member of the code enumeration')),
    note: optional(text('a remark of ours')),
    noteLiteral: optional(literal('the same')),
  },
  'That an entry is on its way out.',
);

export const removal = object(
  {
    code: literal('the wire value'),
    codeText: text('the same'),
    name: text('the name that it had'),
    since: text('a version or a date'),
    reason: text('a sentence of ours'),
    replacement: optional(literal('the code to use in its place')),
    replacementText: optional(text('the same')),
    row: list(literal('a value, or nothing'), 'code, name, since, reason and replacement, codes as text'),
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
