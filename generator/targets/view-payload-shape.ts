/** The view of a payload: what a template may name of bodies that carry codes, and of the functions that read them. */
import { code, flag, list, literal, object, optional, text, type ViewOf } from './shape.ts';

const value = object(
  {
    value: literal('as on the wire'),
    definition: text('what it means'),
    state: optional(literal('what it says of the message')),
  },
  'A value of a field.',
);

const field = object(
  {
    name: text('as on the wire'),
    nameLiteral: literal('the same'),
    property: literal('the same, as the key of an object'),
    doc: text('what it is, and where it is known from'),
    definition: optional(text('what it is')),
    source: text('where it is known from: document, sdk or site'),
    isClosed: flag('whether it has no other values than those that are known'),
    type: code('its type in this language, or the type of each one of a list'),
    typeId: text('string, integer, boolean or object'),
    isList: flag('whether it is a list of these'),
    isOptional: flag('whether it may be absent'),
    isNullable: flag('whether it may be null'),
    inner: optional(
      object({ typeName: code('its type, cased'), fieldsName: code('the constant with its fields') }, 'An object.'),
    ),
    closed: optional(
      object({ typeName: code('its type, cased'), values: list(value, 'all there are') }, 'A closed list of values.'),
    ),
    values: list(value, 'that are known'),
  },
  'A field of a payload.',
);

const type = object(
  {
    name: code('the type, cased'),
    fieldsName: code('the constant with its fields'),
    title: text('what it is'),
    fields: list(field, 'as they were declared'),
    required: list(literal('the name of a field'), 'those that are always there'),
  },
  'An object of a payload.',
);

const place = object(
  {
    catalog: literal('the id of the catalog'),
    classify: code('the end of the name of its functions, cased as a type'),
    codeType: code('the type of the wire value in this language'),
    code: literal('a JSON pointer, with * for each element of a list'),
    status: optional(literal('a JSON pointer')),
    recipient: optional(literal('a JSON pointer')),
    messageId: optional(literal('a JSON pointer')),
    count: optional(literal('a JSON pointer')),
    states: list(
      object({ status: literal('a value of the status'), state: literal('what it says') }, 'A status.'),
      'what the status says of the message',
    ),
    noFailure: list(literal('a value'), 'what stands for a code where nothing failed'),
  },
  'Where a payload has a code and what belongs to it.',
);

export const payload = object(
  {
    typeName: code('its type, cased'),
    module: code('its file, without ending'),
    constant: code('the same as the start of a constant'),
    title: text('what it is'),
    isList: flag('whether a body is a list of them'),
    isSingle: flag('whether one comes alone, too'),
    anyOf: list(literal('the name of a field'), 'one of which is there'),
    values: list(literal('a value'), 'one of which this field has; empty where any will do'),
    inner: list(type, 'the objects inside, the innermost first'),
    root: type,
    objects: list(type, 'these, and then itself'),
    outcomes: list(place, 'one for each code'),
  },
  'A body that carries codes.',
);

export const reader = object(
  {
    key: code('cased as a field'),
    name: code('of a function, cased'),
    typeName: code('the same, cased as a type'),
    title: text('what it reads'),
    payloads: list(payload, 'that it understands; the first one that fits is it'),
    catalogs: list(
      object(
        {
          property: literal('the id, as the key of an object'),
          typeName: code('the type of an entry, cased'),
        },
        'A catalog.',
      ),
      'of its outcomes, each once',
    ),
  },
  'A function that reads payloads.',
);

export const outcomeRules = object(
  {
    axes: list(
      object(
        {
          name: code('the axis, cased'),
          nameLiteral: literal('the same'),
          definition: text('one line'),
        },
        'An axis.',
      ),
      'that an outcome has',
    ),
    states: list(
      object(
        {
          state: literal('what became of the message'),
          axis: literal('the axis'),
          values: list(value, 'one of which it has'),
        },
        'A rule.',
      ),
      'the first one that holds of a known code',
    ),
  },
  'What a known code says of the outcome of a message.',
);

export type PayloadView = ViewOf<typeof payload>;
export type PayloadTypeView = ViewOf<typeof type>;
export type PayloadFieldView = ViewOf<typeof field>;
export type PlaceView = ViewOf<typeof place>;
export type ReaderView = ViewOf<typeof reader>;
export type OutcomeRulesView = ViewOf<typeof outcomeRules>;
