/** From the Registry to the view of a template: everything decided, cased and encoded for one language. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Language } from '../languages/language.ts';
import {
  type Axis,
  type Catalog,
  codesOf,
  hasCompositeKey,
  isLarge,
  type Provider,
  type Registry,
} from '../registry/registry.ts';
import { spokenAxis } from '../registry/sentences.ts';
import { ClaimViews } from './view-claim.ts';
import { EntryRow, type Surroundings } from './view-entry.ts';
import { codeEnumView, columnEnumViews } from './view-enum.ts';
import { fieldViews, lookupViews } from './view-field.ts';
import { groupViews } from './view-group.ts';
import { removalViews, replacementViews } from './view-lifecycle.ts';
import { Names } from './view-names.ts';
import { outcomeRulesView, PayloadViews } from './view-payload.ts';
import { constantViews } from './view-reading.ts';
import { type CellColumn, cellColumns, columnViews, pagesOf } from './view-row.ts';
import { schemeView } from './view-scheme.ts';
import type { CatalogView, ProviderView, RegistryView } from './view-shape.ts';
import { predicateView, sentencesViews, spokenView, typesOf } from './view-taxonomy.ts';

/** The views of one registry in one language; each is made once. */
export class Views {
  readonly #language: Language;
  readonly #names: Names;
  readonly #claims: ClaimViews;
  readonly #axes: readonly Axis[];
  readonly #constants: readonly Language[];
  readonly #columns: readonly CellColumn[];
  readonly #origins = new Map<object, Span>();
  readonly registry: RegistryView;
  readonly providers: ReadonlyMap<Provider, ProviderView>;

  constructor(
    { axes, predicates, outcomes, providers }: Registry,
    language: Language,
    constants: readonly Language[] = [],
  ) {
    this.#language = language;
    this.#names = new Names(language);
    this.#claims = new ClaimViews(language, axes);
    this.#axes = axes;
    this.#constants = constants;
    this.#columns = cellColumns(providers);
    this.providers = new Map(providers.map((provider) => [provider, this.#provider(provider)]));
    const views = [...this.providers.values()];
    this.registry = {
      axes: axes.map((axis) => this.#claims.axis(axis)),
      predicates: predicates.map((predicate) => predicateView(predicate, axes, this.#claims, language)),
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
      readCatalogs: views.flatMap(({ readers, catalogs }) => (readers.length > 0 ? catalogs : [])),
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
    const isNamed = new Set(provider.payloads.flatMap(({ outcomes }) => outcomes.map(({ catalog }) => catalog)));
    return {
      id: provider.id,
      idLiteral: this.#language.literal(provider.id),
      property: this.#language.property(provider.id),
      module: this.#language.name('module', provider.id),
      name: provider.name,
      document: provider.document,
      catalogs,
      enums: catalogs.flatMap(({ codes, enums }) => [codes, ...enums]),
      payloads,
      payloadCatalogs: catalogs.filter(({ id }) => isNamed.has(id)),
      readers,
    };
  }

  #catalog(catalog: Catalog, provider: Provider): CatalogView {
    const { name, types } = this.#language;
    const label = `${provider.id}/${catalog.id}`;
    const groupBySection = groupViews(catalog, this.#claims, this.#language);
    const beside: Surroundings = {
      catalog,
      label,
      axes: this.#axes,
      columns: this.#columns,
      constants: this.#constants,
      names: this.#names,
      claims: this.#claims,
      groupBySection,
    };
    const viewByEntry = new Map(
      catalog.entries.map((entry) => [entry, this.#from(entry.at, new EntryRow(entry, beside))]),
    );
    const axes = this.#claims.occurringIn(catalog).map(({ axis }) => axis);
    const spoken = spokenAxis(catalog, this.#axes);
    return {
      id: catalog.id,
      idLiteral: this.#language.literal(catalog.id),
      property: this.#language.property(catalog.id),
      providerLiteral: this.#language.literal(provider.id),
      label,
      module: name('module', catalog.id),
      providerModule: name('module', provider.id),
      title: catalog.title,
      source: `${provider.name}, ${JSON.stringify(provider.document.title)}`,
      typeName: this.#language.typeName(catalog.typeName),
      valueName: name('constant', catalog.typeName),
      codeType: types[catalog.codeType],
      codeTypeId: catalog.codeType,
      isNumeric: catalog.codeType === 'integer',
      hasAxes: this.#axes.length > 0,
      isComposite: hasCompositeKey(catalog),
      isLarge: isLarge(catalog),
      key: catalog.key.map((field) => name('field', field)),
      lookups: lookupViews(catalog, this.#names),
      codes: codeEnumView(catalog, label, this.#names, (at, view) => this.#from(at, view)),
      enums: columnEnumViews(catalog, label, this.#names),
      cells: fieldViews(catalog, this.#names),
      axes: this.#claims.axesIn(catalog),
      ...(spoken && { spoken: spokenView(spoken, this.#language) }),
      axisTypes: typesOf(axes, this.#language),
      sections: catalog.sections.map(({ id, title, line }) => ({ id, title, line: this.#language.literal(line) })),
      ...(catalog.scheme && { scheme: schemeView(catalog.scheme, this.#axes, this.#claims, this.#language) }),
      constants: constantViews(catalog, this.#constants),
      groups: [...groupBySection.values()],
      entries: [...viewByEntry.values()],
      pages: pagesOf([...viewByEntry.values()], this.#language),
      removed: removalViews(catalog, this.#language),
      replacements: replacementViews(catalog, this.#names),
      codeGroups: codesOf(catalog).map(({ code, entries }) => ({
        text: String(code),
        entries: entries.flatMap((entry) => viewByEntry.get(entry) ?? []),
      })),
    };
  }
}
