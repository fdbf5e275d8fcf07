/** The view of what the taxonomy and the documents say in general: schemes, predicates, sentences, lists of entries. */
import { code, flag, list, literal, object, optional, text, type ViewOf } from './shape.ts';

export const provenance = object(
  { axis: code('the axis, cased'), line: literal('the line of the document that says so') },
  'Where something is said.',
);

export const scheme = object(
  {
    line: optional(literal('the line of the document that gives it')),
    length: optional(literal('the number of characters of every code')),
    axes: list(object({ name: code('the axis, cased'), type: code('its type') }, 'An axis.'), 'the axes that occur'),
    types: list(code('a type'), 'the types of these axes, each once'),
    prefixes: list(
      object(
        {
          prefix: literal('with what codes start'),
          prefixText: text('the same'),
          title: literal('what that means'),
          titleText: text('the same'),
          claims: list(
            object(
              {
                name: code('the axis, cased'),
                title: text('the axis in plain words'),
                value: literal('its value'),
                line: optional(literal('the line of the document that states it')),
              },
              'An axis and its value.',
            ),
            'what is stated, with what the shorter prefixes add',
          ),
          stated: list(provenance, 'where'),
          axesOfRow: list(literal('a value, or nothing'), 'for each axis its value and its line'),
        },
        'A prefix.',
      ),
      'in the order of the spec; the longest one that fits a code speaks of it',
    ),
  },
  'What a document states of codes that start alike, listed or not.',
);

export const predicate = object(
  {
    id: text('as the spec has it'),
    name: code('of a function, cased'),
    key: code('cased as a field'),
    definition: text('what a yes means'),
    when: list(
      object(
        {
          axis: code('the axis, cased'),
          values: list(
            object({ value: literal('a value'), definition: text('one line') }, 'A value.'),
            'one of which it has',
          ),
        },
        'An axis and values.',
      ),
      'that all hold',
    ),
  },
  'A ready-made question about a classification.',
);

export const sentences = object(
  {
    name: code('of a constant, cased'),
    type: code('the type of the values'),
    title: text('of the axis'),
    isTotal: flag('whether every value has a sentence'),
    values: list(
      object(
        {
          key: literal('the value as the key of an object'),
          sentence: literal('what a support agent can read to an end user'),
        },
        'A value.',
      ),
      'that have one',
    ),
  },
  'The sentences of an axis.',
);

export const spoken = object(
  { axis: literal('the axis'), sentences: code('the constant with the sentences of its values') },
  'The axis whose values have sentences.',
);

export const occurringAxis = object(
  {
    name: code('the axis, cased'),
    type: code('its type'),
    definition: text('one line'),
    isOptional: flag('whether some rows lack it'),
  },
  'An axis that occurs.',
);

export const listing = object(
  { name: code('the axis, cased as a type'), key: code('cased as a field'), type: code('the type of its values') },
  'An axis by which entries are listed.',
);

export const axis = object(
  {
    id: text('as the spec has it'),
    key: code('cased as a field'),
    name: code('the type of its values, cased'),
    title: text('plain words'),
    definition: text('one line'),
    hasOwnValues: flag('whether it shares no other axis’s values'),
    sharedWith: optional(
      object({ id: text('as the spec has it'), title: text('plain words') }, 'The other axis whose values it has.'),
    ),
    isListing: flag('whether entries are listed by its values'),
    isStateable: flag('whether a document can state it'),
    isRequired: flag('whether every entry has it'),
    isBreaking: flag('whether another value of it is a breaking change'),
    isSpoken: flag('whether any value has a sentence'),
    values: list(
      object(
        {
          id: text('the value'),
          name: code('the constant, cased'),
          value: literal('the same'),
          definition: text('one line'),
          sentence: optional(text('what a support agent can read to an end user')),
        },
        'A value.',
      ),
      'that it may have',
    ),
  },
  'One dimension of the classification.',
);

export type ProvenanceView = ViewOf<typeof provenance>;
export type SchemeView = ViewOf<typeof scheme>;
export type PredicateView = ViewOf<typeof predicate>;
export type SentencesView = ViewOf<typeof sentences>;
export type SpokenView = ViewOf<typeof spoken>;
export type OccurringAxisView = ViewOf<typeof occurringAxis>;
export type AxisView = ViewOf<typeof axis>;
