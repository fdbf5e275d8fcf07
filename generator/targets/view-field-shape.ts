/** The part of the view that is about the fields of a catalog, and about the columns that all fields make in one table. */
import { code, flag, list, literal, object, optional, text, type ViewOf } from './shape.ts';

export const field = object(
  {
    name: code('the field, cased'),
    id: text('as the spec has it'),
    type: code('the type of all its values in this catalog'),
    header: text('as the document prints it'),
    typeId: text('string, integer, boolean or enum'),
    enumName: optional(code('the enumeration of its values, cased')),
    isBreaking: flag('whether another value of it is a breaking change'),
    values: list(literal('a value'), 'the values that occur; empty for prose'),
  },
  'A field of a catalog.',
);

export const column = object(
  { name: code('cased'), type: code('the type of its values'), headers: text('what the documents call it') },
  'A column of printed cells.',
);

export type FieldView = ViewOf<typeof field>;
export type ColumnView = ViewOf<typeof column>;
