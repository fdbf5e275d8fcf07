/** The view of a row, of which each part is made where a template looks at it: no target prints more than a half. */
import type { Language } from '../languages/language.ts';
import { type Axis, type Catalog, type Entry, variantOf } from '../registry/registry.ts';
import { type Description, describe, linesOf } from './describe.ts';
import { cellViews } from './view-cell.ts';
import type { ClaimViews } from './view-claim.ts';
import type { GroupBySection } from './view-group.ts';
import { deprecationOfRow, deprecationView } from './view-lifecycle.ts';
import type { Names } from './view-names.ts';
import { readingView } from './view-reading.ts';
import { axesOfRow, type CellColumn, cellsOfRow, valueOrAbsent } from './view-row.ts';
import type { EntryView, GroupView } from './view-shape.ts';

/** What rows of a catalog are seen beside. */
export interface Surroundings {
  readonly catalog: Catalog;
  readonly label: string;
  readonly axes: readonly Axis[];
  readonly columns: readonly CellColumn[];
  readonly constants: readonly Language[];
  readonly names: Names;
  readonly claims: ClaimViews;
  /** What rows inherit. */
  readonly groupBySection: GroupBySection;
}

export class EntryRow implements EntryView {
  readonly #entry: Entry;
  readonly #beside: Surroundings;

  constructor(entry: Entry, beside: Surroundings) {
    this.#entry = entry;
    this.#beside = beside;
  }

  get code() {
    return this.#language.literal(this.#entry.code);
  }

  get codeText() {
    return String(this.#entry.code);
  }

  get codeString() {
    return this.#language.literal(this.codeText);
  }

  get member() {
    return this.#beside.names.member(this.#entry.name, this.#beside.catalog);
  }

  get name() {
    return this.#entry.name;
  }

  get nameLiteral() {
    return this.#language.literal(this.#entry.name);
  }

  get typeName() {
    return this.#beside.names.typeNameOf(this.#entry, this.#beside.catalog);
  }

  get doc() {
    return linesOf(this.#description);
  }

  get summary() {
    return this.#description.summary;
  }

  get printed() {
    return this.#description.printed;
  }

  get findings() {
    return this.#beside.claims.findings(this.#entry.classification);
  }

  get line() {
    return this.#language.literal(this.#entry.line);
  }

  get group() {
    return this.#inherited?.name ?? '';
  }

  get cells() {
    return cellViews(this.#entry, this.#beside.catalog, this.#language);
  }

  get axes() {
    return this.#beside.claims.axesOf(this.#entry.classification, this.#beside.catalog);
  }

  get claims() {
    return this.axes.filter(({ isAbsent }) => !isAbsent);
  }

  get own() {
    const inherited = this.#inherited?.properties ?? [];
    return [...this.cells, ...this.claims].filter(
      (own) => !inherited.some(({ name, value }) => name === own.name && value === own.value),
    );
  }

  get stated() {
    return this.#beside.claims.provenance(this.#entry.classification, 'statedOn');
  }

  get basis() {
    return this.#beside.claims.provenance(this.#entry.classification, 'basis');
  }

  get hasOwnStated() {
    return JSON.stringify(this.stated) !== JSON.stringify(this.#inherited?.stated);
  }

  get key() {
    return [this.#beside.label, this.#entry.code, this.#variant].filter((part) => part !== '').join('/');
  }

  get variant() {
    return this.#language.literal(this.#variant);
  }

  get note() {
    return this.#entry.note;
  }

  get noteLiteral() {
    const { note } = this.#entry;
    return note === undefined ? undefined : this.#language.prose(note);
  }

  get deprecated() {
    const { deprecated } = this.#entry;
    return deprecated && deprecationView(deprecated, this.#beside.catalog, this.#beside.names);
  }

  get cellsOfRow() {
    return cellsOfRow(this.#entry, this.#beside.columns, this.#language);
  }

  get axesOfRow() {
    return axesOfRow(this.#entry.classification, this.#beside.axes, this.#language);
  }

  get deprecationOfRow() {
    return deprecationOfRow(this.#entry.deprecated, this.#language);
  }

  get sectionLiteral() {
    return valueOrAbsent(this.#entry.section, this.#language);
  }

  get reading() {
    const { catalog, axes, constants } = this.#beside;
    return readingView(this.#entry, catalog, axes, constants);
  }

  get #language(): Language {
    return this.#beside.names.language;
  }

  get #variant(): string {
    return variantOf(this.#entry, this.#beside.catalog).join(' ');
  }

  get #inherited(): GroupView | undefined {
    return this.#beside.groupBySection.get(this.#entry.section);
  }

  get #description(): Description {
    return describe(this.#entry, this.#beside.catalog);
  }
}
