/** From the Registry to the view of a template: everything decided, cased and encoded for one language. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Language, Refused } from '../languages/language.ts';
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
import { axisValue } from './axis-value.ts';
import { describe, linesOf, linesOfCode, oneLine } from './describe.ts';
import { deprecationOf, deprecationView, removalViews, replacementViews } from './view-lifecycle.ts';
import { outcomeRulesView, PayloadViews } from './view-payload.ts';
import { constantViews, readingView } from './view-reading.ts';
import { axesOfRow, type CellColumn, cellColumns, cellsOfRow, columnViews, variantOf } from './view-row.ts';
import { schemeView } from './view-scheme.ts';
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
import { predicateView, sentencesViews } from './view-taxonomy.ts';

/** The views of one registry in one language; each is made once. */
export class Views {
  readonly #language: Language;
  readonly #axes: readonly Axis[];
  readonly #constants: readonly Language[];
  readonly #columns: readonly CellColumn[];
  readonly #labels = new Map<Catalog, string>();
  readonly #origins = new WeakMap<object, Span>();
  readonly registry: Omit<RegistryView, 'header' | 'mark' | 'again'>;
  readonly providers: ReadonlyMap<string, ProviderView>;

  constructor(
    { axes, predicates, outcomes, providers }: Registry,
    language: Language,
    constants: readonly Language[] = [],
  ) {
    this.#language = language;
    this.#axes = axes;
    this.#constants = constants;
    this.#columns = cellColumns(providers);
    this.providers = new Map(providers.map((provider) => [provider.id, this.#provider(provider)]));
    const views = [...this.providers.values()];
    this.registry = {
      axes: axes.map((axis) => this.#axis(axis)),
      predicates: predicates.map((predicate) => predicateView(predicate, axes, language)),
      sentences: sentencesViews(axes, language),
      ...(outcomes && { outcomes: outcomeRulesView(outcomes, axes, language) }),
      listings: axes
        .filter(({ listsEntries }) => listsEntries)
        .map(({ id, valuesOf }) => ({
          name: language.name('type', id),
          key: language.name('field', id),
          type: language.name('type', valuesOf),
        })),
      providers: views,
      catalogs: views.flatMap(({ catalogs }) => catalogs),
      columns: columnViews(this.#columns, language),
    };
  }

  /** Where in the specs stands what a part of the view is about; `undefined` for what is about no one place. */
  readonly originOf = (part: unknown): Span | undefined =>
    typeof part === 'object' && part !== null ? this.#origins.get(part) : undefined;

  #from<V extends object>(at: Span, view: V): V {
    this.#origins.set(view, at);
    return view;
  }

  #provider(provider: Provider): ProviderView {
    const catalogs = provider.catalogs.map((catalog) => this.#catalog(catalog, provider));
    const { payloads, readers } = new PayloadViews(provider, this.#language);
    return {
      id: provider.id,
      idLiteral: this.#language.literal(provider.id),
      property: this.#property(provider.id),
      module: this.#language.name('module', provider.id),
      name: provider.name,
      document: provider.document,
      catalogs,
      enums: catalogs.flatMap(({ codes, enums }) => [codes, ...enums]),
      payloads,
      readers,
    };
  }

  #property(name: string): string | Refused {
    const { literal, property = literal } = this.#language;
    return property(name);
  }

  #axis(axis: Axis): AxisView {
    const { id, title, definition, values, valuesOf, stateable, required, listsEntries, isBreaking } = axis;
    return {
      id,
      key: this.#language.name('field', id),
      name: this.#language.name('type', valuesOf),
      title,
      definition,
      hasOwnValues: valuesOf === id,
      isListing: listsEntries,
      isStateable: stateable,
      isRequired: required,
      isBreaking,
      values: values.map((value) => ({
        ...value,
        name: this.#language.name('member', value.id),
        value: this.#language.literal(value.id),
      })),
    };
  }

  #catalog(catalog: Catalog, provider: Provider): CatalogView {
    const { name, types, boxed = types } = this.#language;
    const label = `${provider.id}/${catalog.id}`;
    this.#labels.set(catalog, label);
    const groups = this.#groups(catalog);
    const codes = codesOf(catalog);
    const viewByEntry = new Map(catalog.entries.map((entry) => [entry, this.#entry(entry, catalog, groups)]));
    const fields = this.#fields(catalog);
    const axes = this.#axes.filter(({ id }) => catalog.entries.some(({ classification }) => classification.has(id)));
    return {
      id: catalog.id,
      idLiteral: this.#language.literal(catalog.id),
      property: this.#property(catalog.id),
      providerLiteral: this.#language.literal(provider.id),
      label,
      module: name('module', catalog.id),
      providerModule: name('module', provider.id),
      title: catalog.title,
      source: `${provider.name}, ${JSON.stringify(provider.document.title)}`,
      typeName: this.#typed(catalog.typeName),
      valueName: name('constant', catalog.typeName),
      codeType: types[catalog.codeType],
      codeTypeId: catalog.codeType,
      isNumeric: catalog.codeType === 'integer',
      hasAxes: this.#axes.length > 0,
      isComposite: hasCompositeKey(catalog),
      key: catalog.key.map((field) => name('field', field)),
      lookups: catalog.fields
        .filter(({ id }) => catalog.lookups.includes(id))
        .map((field) => ({
          name: name('type', field.id),
          field: name('field', field.id),
          constant: name('constant', field.id),
          type: this.#fieldType(field, types),
          boxedType: this.#fieldType(field, boxed),
          ...(field.enumName !== undefined && { module: name('module', `${catalog.id}-${field.id}`) }),
        })),
      codes: this.#codeEnum(catalog, codes, label),
      enums: catalog.fields.flatMap((field) =>
        field.enumName === undefined ? [] : [this.#columnEnum(field, field.enumName, catalog, label)],
      ),
      fields,
      cells: fields.filter(({ isAxis }) => !isAxis),
      axes: axes.map(({ id, valuesOf, definition }) => ({
        definition,
        name: name('field', id),
        type: name('type', valuesOf),
        isOptional: catalog.entries.some(({ classification }) => !classification.has(id)),
      })),
      axisTypes: [...new Set(axes.map(({ valuesOf }) => name('type', valuesOf)))].sort(),
      sections: catalog.sections.map(({ id, title, line }) => ({ id, title, line: this.#language.literal(line) })),
      ...(catalog.scheme && { scheme: schemeView(catalog.scheme, this.#axes, this.#language) }),
      constants: constantViews(catalog, this.#constants),
      groups,
      entries: [...viewByEntry.values()],
      removed: removalViews(catalog, this.#language),
      replacements: replacementViews(catalog, (member) => this.#member(member, catalog), this.#language),
      codeGroups: codes.map(({ code, name: codeName, entries }) => ({
        key: this.#language.literal(String(code)),
        member: this.#member(codeName, catalog),
        types: entries.map((entry) => this.#typeNameOf(entry, catalog)),
        text: String(code),
        name: codeName,
        entries: entries.flatMap((entry) => viewByEntry.get(entry) ?? []),
      })),
    };
  }

  #codeEnum(catalog: Catalog, codes: readonly CodeGroup[], label: string): EnumView {
    return {
      name: this.#typed(`${catalog.typeName}Code`),
      module: this.#language.name('module', `${catalog.id}-code`),
      title: `The codes of ${label}. ${catalog.title}`,
      type: this.#language.types[catalog.codeType],
      boxedType: this.#boxed(catalog.codeType),
      isNumeric: catalog.codeType === 'integer',
      members: codes.map((group) => {
        const doc = linesOfCode(group, catalog, this.#axes);
        const { summary } = describe(group.entries[0], catalog, this.#axes);
        const deprecation = deprecationOf(group, catalog, this.#language);
        return this.#from(group.entries[0].at, {
          name: this.#language.name('member', group.name),
          value: this.#language.literal(group.code),
          isDeprecated: deprecation !== undefined,
          ...(deprecation !== undefined && { deprecation }),
          doc,
          title: group.name,
          summary,
          description: group.entries.map((entry) => oneLine(describe(entry, catalog, this.#axes))).join(' Or: '),
        });
      }),
    };
  }

  #columnEnum({ id, header, values }: Field, enumName: string, catalog: Catalog, label: string): EnumView {
    return {
      name: this.#typed(enumName),
      module: this.#language.name('module', `${catalog.id}-${id}`),
      title: `What ${label} prints in column "${header}".`,
      type: this.#language.types.string,
      boxedType: this.#boxed('string'),
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
    // An anchor may start with a figure, and no name may.
    const name = `${section ?? 'catalog'}_defaults`.replace(/^(?=\d)/, 'section_').replaceAll('-', '_');
    return this.#language.name('constant', name);
  }

  #entry(entry: Entry, catalog: Catalog, groups: readonly GroupView[]): EntryView {
    const { summary, ...rest } = describe(entry, catalog, this.#axes);
    const groupName = this.#groupName(entry.section);
    const group = groups.find(({ name }) => name === groupName);
    const cells = this.#cells(entry, catalog);
    const axes = this.#axesOf(entry.classification, catalog);
    const inherited = new Map(group?.properties.map(({ name, value }) => [name, value]));
    const stated = this.#provenance(entry.classification, 'statedOn');
    return this.#from(entry.at, {
      code: this.#language.literal(entry.code),
      codeText: String(entry.code),
      codeString: this.#language.literal(String(entry.code)),
      member: this.#member(entry.name, catalog),
      name: entry.name,
      nameLiteral: this.#language.literal(entry.name),
      typeName: this.#typeNameOf(entry, catalog),
      doc: linesOf({ summary, ...rest }),
      summary,
      printed: rest.printed,
      findings: this.#findings(entry.classification),
      line: this.#language.literal(entry.line),
      group: groupName,
      cells,
      axes,
      claims: axes.filter(({ isAbsent }) => !isAbsent),
      own: [...cells, ...axes].filter(({ name, value, isAbsent }) => !isAbsent && inherited.get(name) !== value),
      stated,
      basis: this.#provenance(entry.classification, 'basis'),
      key: [this.#labels.get(catalog) ?? '', entry.code, variantOf(entry, catalog)]
        .filter((part) => part !== '')
        .join('/'),
      variant: this.#language.literal(variantOf(entry, catalog)),
      cellsOfRow: cellsOfRow(entry, this.#columns, this.#language),
      axesOfRow: axesOfRow(entry.classification, this.#axes, this.#language),
      sectionLiteral:
        entry.section === undefined ? (this.#language.absent ?? '') : this.#language.literal(entry.section),
      hasOwnStated: JSON.stringify(stated) !== JSON.stringify(group?.stated),
      reading: readingView(entry, catalog, this.#axes, this.#constants),
      ...(entry.note !== undefined && { note: entry.note, noteLiteral: this.#prose(entry.note) }),
      ...(entry.deprecated && { deprecated: deprecationView(entry.deprecated, this.#language) }),
    });
  }

  #prose(text: string): string | Refused {
    const { literal, prose = literal } = this.#language;
    return prose(text);
  }

  /** The enumeration of a column that is one, where the language has enumerations. */
  #fieldType(
    { type, enumName }: Pick<Field, 'type'> & { enumName?: string | undefined },
    types: Language['types'],
  ): string {
    if (enumName !== undefined && this.#language.memberOf !== undefined) return this.#typed(enumName);
    return types[type === 'enum' ? 'string' : type];
  }

  #boxed(type: keyof Language['types']): string {
    return (this.#language.boxed ?? this.#language.types)[type];
  }

  #typed(name: string): string {
    return this.#language.typeName?.(name) ?? name;
  }

  /** The member of the codes' enumeration. */
  #member(name: string, { typeName }: Catalog): string {
    const { memberOf = (type, member) => `${type}.${member}` } = this.#language;
    return memberOf(this.#typed(`${typeName}Code`), this.#language.name('member', name));
  }

  /** In a catalog whose rows share codes every row's type bears the other key fields, so that a new row renames none. */
  #typeNameOf({ name, cells }: Entry, { typeName, key }: Catalog): string {
    const others = key.slice(1).map((field) => this.#language.name('member', `x_${cells.get(field) ?? ''}`).slice(1));
    return this.#typed(typeName) + this.#language.name('member', name) + others.join('');
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
          isOptional: false,
        };
      }),
    ];
  }

  /** Prose is open; what a program can decide upon is a literal. */
  #typeOf(value: Value, field: Field): string | Refused {
    if (field.type === 'string') return this.#language.types.string;
    return this.#valueOf(value, field);
  }

  #valueOf(value: Value, { type, enumName }: Field): string | Refused {
    const { literal, memberOf, name } = this.#language;
    if (type === 'string') return this.#prose(String(value));
    return enumName === undefined || memberOf === undefined
      ? literal(value)
      : memberOf(this.#typed(enumName), name('member', String(value)));
  }

  #section(id: string): PropertyView {
    const value = this.#language.literal(id);
    const name = this.#language.name('field', 'section');
    return { id: 'section', name, type: value, value, isAbsent: false, isOptional: false };
  }

  #axesOf(classification: Classification, catalog: Catalog): PropertyView[] {
    const present = new Map(this.#claims(classification).map((property) => [property.id, property]));
    const lacking = (id: string) => catalog.entries.filter((entry) => !entry.classification.has(id)).length;
    return this.#axes
      .filter(({ id }) => lacking(id) < catalog.entries.length)
      .map(({ id }) => {
        const absent = { id, name: this.#language.name('field', id), type: '', value: '', isAbsent: true };
        return { ...(present.get(id) ?? absent), isOptional: lacking(id) > 0 };
      });
  }

  #claims(classification: Classification): PropertyView[] {
    return [...classification].map(([id, claim]) => {
      const axis = this.#axes.find((candidate) => candidate.id === id);
      const value = axisValue(claim.value, axis, this.#language);
      return { id, name: this.#language.name('field', id), type: value, value, isAbsent: false, isOptional: false };
    });
  }

  #findings(classification: Classification): EntryView['findings'] {
    return [...classification].map(([id, { value, statedOn, basis }]) => ({
      axis: id,
      title: this.#axes.find((axis) => axis.id === id)?.title ?? id,
      value,
      ...(statedOn !== undefined && { statedOn: this.#language.literal(statedOn) }),
      ...(basis !== undefined && { basis: this.#language.literal(basis) }),
    }));
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
      ({ id, header, type, enumName, values, isBreaking }): FieldView => ({
        id,
        name: name('field', id),
        type: this.#fieldType({ type, enumName }, types),
        header,
        isOptional: false,
        isAxis: false,
        isNumeric: type === 'integer',
        isBoolean: type === 'boolean',
        typeId: type,
        ...(enumName !== undefined && { enumName: this.#typed(enumName) }),
        isBreaking,
        values: values.map(literal),
      }),
    );
    const axes = this.#axes.flatMap(({ id, title, valuesOf, values, isBreaking }): FieldView[] => {
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
          typeId: 'enum',
          isBreaking,
          values: values.map((value) => literal(value.id)),
        },
      ];
    });
    return [...cells, ...axes];
  }
}
