/** The view: everything that a template may name, each field with what it is. `templates/README.md` prints this file's words. */
import { code, flag, list, literal, type ObjectShape, object, optional, text, type ViewOf } from './shape.ts';
import { enumeration, lines } from './view-enum-shape.ts';
import { column, field } from './view-field-shape.ts';
import { deprecation, removal, replacement } from './view-lifecycle-shape.ts';
import { outcomeRules, payload, reader } from './view-payload-shape.ts';
import { constant, reading } from './view-reading-shape.ts';
import {
  axis,
  listing,
  occurringAxis,
  predicate,
  provenance,
  scheme,
  sentences,
  spoken,
} from './view-taxonomy-shape.ts';

const property = object(
  {
    name: code('the field or axis, cased'),
    type: literal('the type that admits this value, and no other where it is a literal'),
    value: literal('the value'),
    isAbsent: flag('whether other rows of the catalog have it and this one has not'),
    isOptional: flag('whether some rows of the catalog lack it'),
  },
  'A field or an axis of one row.',
);

const entry = object(
  {
    code: literal('the wire value'),
    codeText: text('the wire value'),
    codeString: literal('the same as a string'),
    member: code('the member of the code enumeration'),
    name: text('the name as the spec has it'),
    nameLiteral: literal('the same'),
    typeName: code('a type of its own, cased'),
    doc: lines('what the document prints and how it is classified'),
    summary: text('the sentence that the document prints'),
    line: literal("the row's line in the document"),
    group: code('the constant with what the row inherits'),
    cells: list(property, 'the printed cells'),
    axes: list(property, 'the axes that occur in the catalog'),
    claims: list(property, 'of these, the ones that the row has'),
    own: list(property, 'the cells, then the axes in which the row differs from its group'),
    stated: list(provenance, 'the axes that the document states'),
    basis: list(provenance, 'the axes of our own vocabulary, and the words they rest on'),
    hasOwnStated: flag('whether `stated` differs from that of the group'),
    note: optional(text('a remark of ours')),
    noteLiteral: optional(literal('the same')),
    printed: text('section, the other cells and the line, for people'),
    findings: list(
      object(
        {
          axis: text('as the spec has it'),
          title: text('of the axis'),
          value: text('what it says'),
          statedOn: optional(literal('the line that states it')),
          basis: optional(literal('of an axis that no document states: the line whose words fit')),
        },
        'What an axis says of a row.',
      ),
      'of the axes that the row has',
    ),
    key: text('provider, catalog and key, joined by slashes'),
    variant: literal('what tells the rows of one code apart; empty where the code is a key'),
    cellsOfRow: list(literal('a value, or nothing'), 'for each column that any catalog has'),
    axesOfRow: list(
      literal('a value, or nothing'),
      'for each axis its value, then the line that states it or, where none can, its basis',
    ),
    deprecationOfRow: list(
      literal('a value, or nothing'),
      'since when it is on its way out, why, the code to use in its place as text, and a remark',
    ),
    sectionLiteral: literal('the anchor of its heading, or nothing'),
    reading,
    deprecated: optional(deprecation),
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

const catalog = object(
  {
    id: text('its id'),
    idLiteral: literal('the same'),
    property: literal('the same, as the key of an object'),
    providerLiteral: literal("its provider's id"),
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
    isLarge: flag('whether there are too many rows for a type or a schema each'),
    key: list(text('a field as in registry.json'), 'what identifies a row'),
    lookups: list(
      object(
        {
          name: code('of the function, cased as a type'),
          field: code('cased'),
          constant: code('the same, cased as a constant'),
          type: code('the type of the field'),
          boxedType: code('the same as the parameter of another type'),
          module: optional(code('the file of that type, where it is an enumeration')),
        },
        'A look-up.',
      ),
      'fields other than the code that have a look-up of their own',
    ),
    codes: enumeration,
    enums: list(enumeration, 'of columns'),
    cells: list(field, 'the printed cells'),
    axes: list(occurringAxis, 'the axes that occur'),
    spoken: optional(spoken),
    axisTypes: list(code('a type'), 'the types of these axes, each once'),
    sections: list(
      object({ id: text('its id'), title: text('its heading'), line: literal("the heading's line") }, 'A section.'),
      'of the document',
    ),
    scheme: optional(scheme),
    constants: list(constant, 'of each of these languages'),
    groups: list(group, 'in the order of the sections'),
    entries: list(entry, 'in the order of the document'),
    pages: list(
      object({ name: code('cased as a type'), entries: list(entry, 'some of the rows') }, 'Some of the rows.'),
      'all rows, in portions that the language can hold in one place',
    ),
    removed: list(removal, 'codes that stood here once'),
    replacements: list(replacement, 'of codes that are deprecated or were removed'),
    codeGroups: list(
      object(
        {
          text: text('the wire value'),
          entries: list(entry, 'its rows, in the order of the document'),
        },
        'A code and its rows.',
      ),
      'each code once',
    ),
  },
  'One table of codes.',
);

const provider = object(
  {
    id: text('its id'),
    idLiteral: literal('the same'),
    property: literal('the same, as the key of an object'),
    module: code('its file, without ending'),
    name: text('as people write it'),
    document: object(
      { title: text('as printed'), received: text('a date'), sha256: text('of its bytes') },
      'What was transcribed.',
    ),
    catalogs: list(catalog, 'in the order of the document'),
    enums: list(enumeration, 'of all its catalogs'),
    payloads: list(payload, 'that carry its codes'),
    payloadCatalogs: list(catalog, 'whose codes a payload carries'),
    readers: list(reader, 'the functions that read them'),
  },
  'One provider.',
);

const registry = object(
  {
    axes: list(axis, 'of the taxonomy'),
    predicates: list(predicate, 'of the taxonomy'),
    sentences: list(sentences, 'of the axes that have some'),
    outcomes: optional(outcomeRules),
    listings: list(listing, 'the axes by whose values entries are listed'),
    providers: list(provider, 'by id'),
    catalogs: list(catalog, 'of all providers'),
    readCatalogs: list(catalog, 'of these, the ones of providers that have readers'),
    columns: list(column, 'the printed cells that any catalog has'),
  },
  'The whole registry.',
);

export const views = {
  registry: ofFile(registry),
  axis: ofFile(axis),
  provider: ofFile(provider),
  catalog: ofFile(catalog),
  enum: ofFile(enumeration),
  payload: ofFile(payload),
};

/** Every file says what made it. */
function ofFile({ fields, doc }: ObjectShape): ObjectShape {
  const header = {
    header: text('says what made the file, from what, and how to make it again'),
    mark: text('the first sentence of it'),
    again: text('the rest of it'),
  };
  return object({ ...header, ...fields }, doc);
}

export type RegistryView = ViewOf<typeof registry>;
export type ProviderView = ViewOf<typeof provider>;
export type CatalogView = ViewOf<typeof catalog>;
export type EntryView = ViewOf<typeof entry>;
export type PropertyView = ViewOf<typeof property>;
export type GroupView = ViewOf<typeof group>;
