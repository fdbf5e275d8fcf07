/** The view: everything that a template may name, each field with what it is. `templates/README.md` prints this file's words. */
import { code, flag, list, object, optional, text, type ViewOf } from './shape.ts';

const lines = (doc: string) => list(text('one line'), doc);

const member = object(
  {
    name: code('the constant, cased'),
    value: code('its value, a literal'),
    isDeprecated: flag('whether the code is on its way out'),
    doc: lines('what the document prints and how it is classified'),
    title: text('the name as the spec has it'),
    summary: text('the sentence that the document prints'),
    description: text('summary, cells and provenance in one line'),
  },
  'One value of an enumeration.',
);

const enumeration = object(
  {
    name: code('the type, cased'),
    module: code('its file, without ending'),
    title: text('what it lists, in a sentence'),
    isNumeric: flag('whether its values are integers'),
    members: list(member, 'in the order of the document'),
  },
  'An enumeration: the codes of a catalog, or the values of a column.',
);

const property = object(
  {
    name: code('the field or axis, cased'),
    id: text('the field or axis as the spec has it'),
    type: code('the type that admits this value, and no other where it is a literal'),
    value: code('the value'),
    isAbsent: flag('whether other rows of the catalog have it and this one has not'),
  },
  'A field or an axis of one row.',
);

const provenance = object(
  { axis: code('the axis, cased'), line: code('the line of the document that says so') },
  'Where something is said.',
);

const entry = object(
  {
    code: code('the wire value, a literal'),
    codeText: text('the wire value'),
    member: code('the member of the code enumeration'),
    name: text('the name as the spec has it'),
    nameLiteral: code('the same, a literal'),
    typeName: code('a type of its own, cased'),
    doc: lines('what the document prints and how it is classified'),
    summary: text('the sentence that the document prints'),
    line: code("the row's line in the document"),
    group: code('the constant with what the row inherits'),
    cells: list(property, 'the printed cells'),
    axes: list(property, 'the axes that occur in the catalog'),
    claims: list(property, 'of these, the ones that the row has'),
    own: list(property, 'the cells, then the axes in which the row differs from its group'),
    stated: list(provenance, 'the axes that the document states'),
    basis: list(provenance, 'the axes of our own vocabulary, and the words they rest on'),
    hasOwnStated: flag('whether `stated` differs from that of the group'),
    note: optional(text('a remark of ours')),
  },
  'One row of a catalog.',
);

const group = object(
  {
    name: code('the constant, cased'),
    doc: text('what the group is'),
    properties: list(property, 'what its rows have in common'),
    stated: list(provenance, 'of that, what the document states'),
  },
  'What the rows of a section inherit.',
);

const field = object(
  {
    name: code('the field or axis, cased'),
    id: text('as the spec has it'),
    type: code('the type of all its values in this catalog'),
    header: text('as the document prints it, or the title of the axis'),
    isOptional: flag('whether some rows lack it'),
    isAxis: flag('whether it is an axis, and not a printed cell'),
    isNumeric: flag('whether its values are integers'),
    isBoolean: flag('whether its values are true and false'),
    values: list(code('a literal'), 'the values that occur; empty for prose'),
  },
  'A field or an axis of a catalog.',
);

const catalog = object(
  {
    id: text('its id'),
    label: text('provider and id, for people'),
    module: code('its file, without ending'),
    providerModule: code("the provider's file, without ending"),
    title: text('what the table is'),
    source: text('the document, for people'),
    typeName: code('the type of an entry, cased'),
    valueName: code('the same as the start of a constant'),
    codeType: code('the type of the wire value in this language'),
    codeTypeId: text('integer or string'),
    isNumeric: flag('whether codes are integers'),
    hasAxes: flag('whether there is a taxonomy'),
    isComposite: flag('whether a code can have several rows'),
    key: list(text('a field as in registry.json'), 'what identifies a row'),
    lookups: list(
      object(
        { name: code('of the function, cased as a type'), field: code('cased'), type: code('the type of the field') },
        'A look-up.',
      ),
      'fields other than the code that have a look-up of their own',
    ),
    codes: enumeration,
    enums: list(enumeration, 'of columns'),
    fields: list(field, 'cells, then axes'),
    cells: list(field, 'the printed cells'),
    axes: list(
      object(
        { name: code('the axis, cased'), type: code('its type'), isOptional: flag('whether some rows lack it') },
        'An axis that occurs.',
      ),
      'the axes that occur',
    ),
    axisTypes: list(code('a type'), 'the types of these axes, each once'),
    sections: list(
      object({ id: text('its id'), title: text('its heading'), line: code("the heading's line") }, 'A section.'),
      'of the document',
    ),
    groups: list(group, 'in the order of the sections'),
    entries: list(entry, 'in the order of the document'),
    codeGroups: list(
      object(
        {
          key: code('the code as a string literal'),
          member: code('of the code enumeration'),
          types: list(code('the type of a row'), 'of all its rows'),
        },
        'A code and its rows.',
      ),
      'each code once',
    ),
  },
  'One table of codes.',
);

const axis = object(
  {
    id: text('as the spec has it'),
    key: code('cased as a field'),
    name: code('the type of its values, cased'),
    title: text('plain words'),
    definition: text('one line'),
    hasOwnValues: flag('whether it shares no other axis’s values'),
    isStateable: flag('whether a document can state it'),
    isRequired: flag('whether every entry has it'),
    values: list(
      object(
        {
          id: text('the value'),
          value: code('a literal'),
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

const provider = object(
  {
    id: text('its id'),
    module: code('its file, without ending'),
    name: text('as people write it'),
    document: object(
      { title: text('as printed'), received: text('a date'), sha256: text('of its bytes') },
      'What was transcribed.',
    ),
    catalogs: list(catalog, 'in the order of the document'),
    enums: list(enumeration, 'of all its catalogs'),
  },
  'One provider.',
);

/** Every view says which file it came from. */
const header = text('says what made the file, from what, and how to make it again');

export const views = {
  registry: object(
    {
      header,
      axes: list(axis, 'of the taxonomy'),
      providers: list(provider, 'by id'),
      catalogs: list(catalog, 'of all providers'),
    },
    'The whole registry.',
  ),
  provider: object({ header, ...provider.fields }, provider.doc),
  catalog: object({ header, ...catalog.fields }, catalog.doc),
  enum: object({ header, ...enumeration.fields }, enumeration.doc),
};

export type RegistryView = ViewOf<typeof views.registry>;
export type ProviderView = ViewOf<typeof provider>;
export type CatalogView = ViewOf<typeof catalog>;
export type EnumView = ViewOf<typeof enumeration>;
export type EntryView = ViewOf<typeof entry>;
export type PropertyView = ViewOf<typeof property>;
export type FieldView = ViewOf<typeof field>;
export type GroupView = ViewOf<typeof group>;
export type AxisView = ViewOf<typeof axis>;
export type ProvenanceView = ViewOf<typeof provenance>;
