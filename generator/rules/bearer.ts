/** What gives its name to what a target declares, with that name as a language cases it. */
import type { Span } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Language } from '../languages/language.ts';
import { innerTypeName } from '../registry/payload.ts';
import type { Part } from '../registry/scope.ts';
import type { Located } from '../spec/node.ts';
import type { PayloadFieldSpec } from '../spec/payload-spec.ts';
import type { CatalogSpec, ProviderSpec, Spec } from '../spec/spec.ts';

/** Something that gives its name to what an output declares. */
export interface Bearer {
  readonly part: Part;
  /** For people: `catalog "acme/api"`. */
  readonly what: string;
  readonly at: Span;
  readonly provider?: ProviderSpec;
  readonly catalog?: CatalogSpec;
  /** What stands for its placeholders, cased. */
  readonly words: Readonly<Record<string, string>>;
  /** Of an enumeration. */
  readonly members?: readonly Located<string>[];
}

export function bearersOf(spec: Spec, language: Language, parts: ReadonlySet<Part>): Bearer[] {
  const bearers = [
    ...axisBearers(spec, language),
    ...predicateBearers(spec, language),
    ...spec.providers.flatMap((provider) => providerBearers(provider, language)),
  ];
  // There are many of them.
  if (!parts.has('member')) return bearers;
  return bearers.flatMap((bearer) => [bearer, ...memberBearers(bearer, language)]);
}

function axisBearers({ taxonomy }: Spec, language: Language): Bearer[] {
  return (taxonomy?.axes ?? []).flatMap(({ id, valuesOf, values }): Bearer[] => {
    const field = language.name('field', id.value);
    const type = language.name('type', id.value);
    const what = `axis ${quote(id.value)}`;
    return [
      { part: 'axis', what, at: id.at, words: valuesOf === undefined ? { field, type } : { field } },
      ...(language.hasAxisEnums ? values : []).map(
        ({ id: { value, at } }): Bearer => ({
          part: 'value',
          what: `value ${quote(value)} of ${what}`,
          at,
          words: { type, member: language.name('member', value) },
        }),
      ),
    ];
  });
}

function predicateBearers({ taxonomy }: Spec, { name }: Language): Bearer[] {
  return (taxonomy?.predicates ?? []).map(
    ({ id: { value, at } }): Bearer => ({
      part: 'predicate',
      what: `predicate ${quote(value)}`,
      at,
      words: { field: name('field', value) },
    }),
  );
}

function providerBearers(provider: ProviderSpec, language: Language): Bearer[] {
  const words = { provider: language.name('module', provider.id.value) };
  const { typeName: typed } = language;
  return [
    { part: 'provider', what: `provider ${quote(provider.id.value)}`, at: provider.id.at, provider, words },
    ...provider.catalogs.flatMap((catalog) =>
      catalogBearers(catalog, words, language).map((bearer) => ({ ...bearer, provider, catalog })),
    ),
    ...provider.payloads.flatMap(({ typeName: { value, at }, fields }): Bearer[] => [
      {
        part: 'payload',
        what: `payload ${quote(value)}`,
        at,
        provider,
        words: { ...words, payload: language.name('module', value), type: typed(value) },
      },
      ...innerBearers(fields, value).map((bearer) => ({ ...bearer, provider })),
    ]),
    ...provider.readers.map(
      ({ id: { value, at } }): Bearer => ({
        part: 'reader',
        what: `reader ${quote(value)}`,
        at,
        provider,
        words: { ...words, field: language.name('field', value), type: language.name('type', value) },
      }),
    ),
  ];
}

/** The fields of a payload that have a type of their own. */
function innerBearers(fields: readonly PayloadFieldSpec[], parent: string): Bearer[] {
  return fields.flatMap(({ name: { value, at }, fields: inner, values }): Bearer[] => {
    if (inner.length === 0 && values.length === 0) return [];
    const type = innerTypeName(parent, value);
    const own: Bearer = { part: 'payload', what: `field ${quote(value)} of ${quote(parent)}`, at, words: { type } };
    return [own, ...innerBearers(inner, type)];
  });
}

function catalogBearers(catalog: CatalogSpec, outer: Bearer['words'], language: Language): Bearer[] {
  const { name, typeName: typed } = language;
  const what = `catalog ${quote(catalog.label)}`;
  const type = typed(catalog.typeName.value);
  const value = name('constant', catalog.typeName.value);
  const words = { ...outer, catalog: name('module', catalog.id.value) };
  const codes = {
    ...words,
    enum: name('module', `${catalog.id.value}-code`),
    type: typed(`${catalog.typeName.value}Code`),
  };
  return [
    { part: 'catalog', what, at: catalog.typeName.at, words: { ...words, type, value } },
    {
      part: 'enum',
      what: `the codes of ${what}`,
      at: catalog.typeName.at,
      // Only where a code is a key is the type of its entry named after it alone.
      words: catalog.key.length > 1 ? codes : { ...codes, entry: type },
      members: catalog.entries.map((entry) => entry.name),
    },
    ...catalog.lookups.map(
      ({ value: field, at }): Bearer => ({
        part: 'lookup',
        what: `the look-up by ${quote(field)}`,
        at,
        words: {
          type,
          value,
          lookup: name('type', field),
          field: name('field', field),
          constant: name('constant', field),
        },
      }),
    ),
    ...catalog.columns.flatMap(({ field, enumName, values }): Bearer[] => {
      // The code is no field like the others.
      if (field.value === 'code') return [];
      const column = { ...words, enum: name('module', `${catalog.id.value}-${field.value}`) };
      const own: Bearer = {
        part: 'field',
        what: `field ${quote(field.value)}`,
        at: field.at,
        words: { field: name('field', field.value) },
      };
      if (enumName === undefined || language.memberOf === undefined) return [own];
      const listed = { ...column, type: typed(enumName.value) };
      const members = [...values.keys()].map((text) => ({ value: text, at: enumName.at }));
      return [own, { part: 'enum', what: `enum ${quote(enumName.value)}`, at: enumName.at, words: listed, members }];
    }),
  ];
}

/** Rows that share a code share its member. */
function memberBearers({ members = [], ...owner }: Bearer, language: Language): Bearer[] {
  const first = new Map([...members].reverse().map((name) => [name.value, name]));
  return [...first.values()].map(
    ({ value, at }): Bearer => ({
      ...owner,
      part: 'member',
      what: `${quote(value)} in ${owner.what}`,
      at,
      words: { ...owner.words, member: language.name('member', value) },
    }),
  );
}
