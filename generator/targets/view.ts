/** From the Registry to the view of a template: everything decided, cased and encoded for one language. */
import type { Language } from '../languages/language.ts';
import {
  type Axis,
  type Catalog,
  type Claim,
  type Classification,
  type CodeGroup,
  codesOf,
  type Entry,
  type Field,
  hasCompositeKey,
  type Provider,
  type Registry,
  type Value,
} from '../registry/registry.ts';
import { describe, linesOf, linesOfCode, oneLine } from './describe.ts';
import type {
  AxisView,
  CatalogView,
  EntryView,
  EnumView,
  FieldView,
  GroupView,
  PropertyView,
  ProvenanceView,
  ProviderView,
  RegistryView,
} from './view-shape.ts';

/** The views of one registry in one language; each is made once. */
export class Views {
  readonly #language: Language;
  readonly #axes: readonly Axis[];
  readonly registry: Omit<RegistryView, 'header'>;
  readonly providers: ReadonlyMap<string, ProviderView>;

  constructor({ axes, providers }: Registry, language: Language) {
    this.#language = language;
    this.#axes = axes;
    this.providers = new Map(providers.map((provider) => [provider.id, this.#provider(provider)]));
    const views = [...this.providers.values()];
    this.registry = {
      axes: axes.map((axis) => this.#axis(axis)),
      providers: views,
      catalogs: views.flatMap(({ catalogs }) => catalogs),
    };
  }

  #provider(provider: Provider): ProviderView {
    const catalogs = provider.catalogs.map((catalog) => this.#catalog(catalog, provider));
    return {
      id: provider.id,
      module: provider.id,
      name: provider.name,
      document: provider.document,
      catalogs,
      enums: catalogs.flatMap(({ codes, enums }) => [codes, ...enums]),
    };
  }

  #axis({ id, title, definition, values, valuesOf, stateable, required }: Axis): AxisView {
    return {
      id,
      key: this.#language.name('field', id),
      name: this.#language.name('type', valuesOf),
      title,
      definition,
      hasOwnValues: valuesOf === id,
      isStateable: stateable,
      isRequired: required,
      values: values.map((value) => ({ ...value, value: this.#language.literal(value.id) })),
    };
  }

  #catalog(catalog: Catalog, provider: Provider): CatalogView {
    const { name, types } = this.#language;
    const label = `${provider.id}/${catalog.id}`;
    const groups = this.#groups(catalog);
    const codes = codesOf(catalog);
    const fields = this.#fields(catalog);
    const axes = this.#axes.filter(({ id }) => catalog.entries.some(({ classification }) => classification.has(id)));
    return {
      id: catalog.id,
      label,
      module: catalog.id,
      providerModule: provider.id,
      title: catalog.title,
      source: `${provider.name}, ${JSON.stringify(provider.document.title)}`,
      typeName: catalog.typeName,
      valueName: catalog.typeName.charAt(0).toLowerCase() + catalog.typeName.slice(1),
      codeType: types[catalog.codeType],
      codeTypeId: catalog.codeType,
      isNumeric: catalog.codeType === 'integer',
      hasAxes: this.#axes.length > 0,
      isComposite: hasCompositeKey(catalog),
      key: catalog.key.map((field) => name('field', field)),
      lookups: catalog.lookups.map((field) => ({
        name: name('type', field),
        field: name('field', field),
        type: types[catalog.fields.find(({ id }) => id === field)?.type === 'integer' ? 'integer' : 'string'],
      })),
      codes: this.#codeEnum(catalog, codes, label),
      enums: catalog.fields.flatMap((field) =>
        field.enumName === undefined ? [] : [this.#columnEnum(field, field.enumName, catalog, label)],
      ),
      fields,
      cells: fields.filter(({ isAxis }) => !isAxis),
      axes: axes.map(({ id, valuesOf }) => ({
        name: name('field', id),
        type: name('type', valuesOf),
        isOptional: catalog.entries.some(({ classification }) => !classification.has(id)),
      })),
      axisTypes: [...new Set(axes.map(({ valuesOf }) => name('type', valuesOf)))].sort(),
      sections: catalog.sections.map(({ id, title, line }) => ({ id, title, line: this.#language.literal(line) })),
      groups,
      entries: catalog.entries.map((entry) => this.#entry(entry, catalog, groups)),
      codeGroups: codes.map(({ code, name: codeName, entries }) => ({
        key: this.#language.literal(String(code)),
        member: `${catalog.typeName}Code.${name('member', codeName)}`,
        types: entries.map((entry) => this.#typeNameOf(entry, catalog)),
      })),
    };
  }

  #codeEnum(catalog: Catalog, codes: readonly CodeGroup[], label: string): EnumView {
    return {
      name: `${catalog.typeName}Code`,
      module: `${catalog.id}-code`,
      title: `The codes of ${label}. ${catalog.title}`,
      isNumeric: catalog.codeType === 'integer',
      members: codes.map((group) => {
        const doc = linesOfCode(group, catalog, this.#axes);
        const { summary } = describe(group.entries[0], catalog, this.#axes);
        return {
          name: this.#language.name('member', group.name),
          value: this.#language.literal(group.code),
          isDeprecated: false,
          doc,
          title: group.name,
          summary,
          description: group.entries.map((entry) => oneLine(describe(entry, catalog, this.#axes))).join(' Or: '),
        };
      }),
    };
  }

  #columnEnum({ id, header, values }: Field, enumName: string, catalog: Catalog, label: string): EnumView {
    return {
      name: enumName,
      module: `${catalog.id}-${this.#language.name('module', id)}`,
      title: `What ${label} prints in column "${header}".`,
      isNumeric: false,
      members: values.map((value) => {
        const summary = `${header} "${value}".`;
        return {
          name: this.#language.name('member', value),
          value: this.#language.literal(value),
          isDeprecated: false,
          doc: [summary],
          title: value,
          summary,
          description: summary,
        };
      }),
    };
  }

  /** One group a section, or one for a catalog without sections. */
  #groups(catalog: Catalog): GroupView[] {
    const sections = catalog.sections.map(({ id, title, classification }) => ({
      id,
      doc: `Section "${title}": what holds where a row says nothing else.`,
      classification,
    }));
    const whole = {
      id: undefined,
      doc: 'What holds where a row says nothing else.',
      classification: catalog.classification,
    };
    return (sections.length > 0 ? sections : [whole]).map(({ id, doc, classification }) => ({
      name: this.#groupName(id),
      doc,
      properties: [...(id === undefined ? [] : [this.#section(id)]), ...this.#claims(classification)],
      stated: this.#provenance(classification, 'statedOn'),
    }));
  }

  #groupName(section: string | undefined): string {
    return this.#language.name('constant', `${section ?? 'catalog'}-defaults`.replaceAll('-', '_'));
  }

  #entry(entry: Entry, catalog: Catalog, groups: readonly GroupView[]): EntryView {
    const { summary, ...rest } = describe(entry, catalog, this.#axes);
    const groupName = this.#groupName(entry.section);
    const group = groups.find(({ name }) => name === groupName);
    const cells = this.#cells(entry, catalog);
    const axes = this.#axesOf(entry.classification, catalog);
    const inherited = new Map(group?.properties.map(({ name, value }) => [name, value]));
    const stated = this.#provenance(entry.classification, 'statedOn');
    return {
      code: this.#language.literal(entry.code),
      codeText: String(entry.code),
      member: `${catalog.typeName}Code.${this.#language.name('member', entry.name)}`,
      name: entry.name,
      nameLiteral: this.#language.literal(entry.name),
      typeName: this.#typeNameOf(entry, catalog),
      doc: linesOf({ summary, ...rest }),
      summary,
      line: this.#language.literal(entry.line),
      group: groupName,
      cells,
      axes,
      claims: axes.filter(({ isAbsent }) => !isAbsent),
      own: [...cells, ...axes].filter(({ name, value, isAbsent }) => !isAbsent && inherited.get(name) !== value),
      stated,
      basis: this.#provenance(entry.classification, 'basis'),
      hasOwnStated: JSON.stringify(stated) !== JSON.stringify(group?.stated),
      ...(entry.note !== undefined && { note: entry.note }),
    };
  }

  /** In a catalog whose rows share codes every row's type bears the other key fields, so that a new row renames none. */
  #typeNameOf({ name, cells }: Entry, { typeName, key }: Catalog): string {
    const others = key.slice(1).map((field) => this.#language.name('member', `x_${cells.get(field) ?? ''}`).slice(1));
    return typeName + this.#language.name('member', name) + others.join('');
  }

  #cells({ section, cells }: Entry, catalog: Catalog): PropertyView[] {
    return [
      ...(section === undefined ? [] : [this.#section(section)]),
      ...catalog.fields.map((field): PropertyView => {
        const value = cells.get(field.id) ?? '';
        return {
          id: field.id,
          name: this.#language.name('field', field.id),
          type: this.#typeOf(value, field),
          value: this.#valueOf(value, field),
          isAbsent: false,
        };
      }),
    ];
  }

  /** Prose is open; what a program can decide upon is a literal. */
  #typeOf(value: Value, field: Field): string {
    if (field.type === 'string') return this.#language.types.string;
    return this.#valueOf(value, field);
  }

  #valueOf(value: Value, { type, enumName }: Field): string {
    const { literal, prose = literal, memberOf, name } = this.#language;
    if (type === 'string') return prose(String(value));
    return enumName === undefined || memberOf === undefined
      ? literal(value)
      : memberOf(enumName, name('member', String(value)));
  }

  #section(id: string): PropertyView {
    const value = this.#language.literal(id);
    return { id: 'section', name: 'section', type: value, value, isAbsent: false };
  }

  #axesOf(classification: Classification, catalog: Catalog): PropertyView[] {
    const present = new Map(this.#claims(classification).map((property) => [property.id, property]));
    const occurring = this.#axes.filter(({ id }) => catalog.entries.some((entry) => entry.classification.has(id)));
    return occurring.map(
      ({ id }) =>
        present.get(id) ?? { id, name: this.#language.name('field', id), type: '', value: '', isAbsent: true },
    );
  }

  #claims(classification: Classification): PropertyView[] {
    return [...classification].map(([id, { value }]) => {
      const literal = this.#language.literal(value);
      return { id, name: this.#language.name('field', id), type: literal, value: literal, isAbsent: false };
    });
  }

  #provenance(classification: Classification, where: keyof Claim & ('statedOn' | 'basis')): ProvenanceView[] {
    return [...classification].flatMap(([axis, claim]) => {
      const line = claim[where];
      return line === undefined
        ? []
        : [{ axis: this.#language.name('field', axis), line: this.#language.literal(line) }];
    });
  }

  #fields(catalog: Catalog): FieldView[] {
    const { name, literal, types } = this.#language;
    const cells = catalog.fields.map(
      ({ id, header, type, values }): FieldView => ({
        id,
        name: name('field', id),
        type: types[type === 'enum' ? 'string' : type],
        header,
        isOptional: false,
        isAxis: false,
        isNumeric: type === 'integer',
        isBoolean: type === 'boolean',
        values: values.map(literal),
      }),
    );
    const axes = this.#axes.flatMap(({ id, title, valuesOf, values }): FieldView[] => {
      const having = catalog.entries.filter(({ classification }) => classification.has(id));
      if (having.length === 0) return [];
      return [
        {
          id,
          name: name('field', id),
          type: name('type', valuesOf),
          header: title,
          isOptional: having.length < catalog.entries.length,
          isAxis: true,
          isNumeric: false,
          isBoolean: false,
          values: values.map((value) => literal(value.id)),
        },
      ];
    });
    return [...cells, ...axes];
  }
}
