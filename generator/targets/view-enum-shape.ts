/** The shape of an enumeration: the codes of a catalog, or the values of a column. */
import { code, flag, list, literal, object, optional, text, type ViewOf } from './shape.ts';

/** What a doc comment is made of. */
export const lines = (doc: string) => list(text('one line'), doc);

const member = object(
  {
    name: code('the constant, cased'),
    value: literal('its value'),
    isDeprecated: flag('whether the code is on its way out'),
    deprecation: optional(text('since when, why, and what to use in its place')),
    doc: lines('what the document prints and how it is classified'),
    title: text('the name as the spec has it'),
    description: text('summary, cells and provenance in one line'),
  },
  'One value of an enumeration.',
);

export const enumeration = object(
  {
    name: code('the type, cased'),
    module: code('its file, without ending'),
    title: text('what it lists, in a sentence'),
    type: code('the type of its values'),
    boxedType: code('the same as the parameter of another type'),
    isNumeric: flag('whether its values are integers'),
    hasDeprecated: flag('whether a member is on its way out'),
    members: list(member, 'in the order of the document'),
  },
  'An enumeration: the codes of a catalog, or the values of a column.',
);

export type EnumView = ViewOf<typeof enumeration>;
