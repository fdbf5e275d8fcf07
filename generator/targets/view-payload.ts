/** The views of payloads, of the functions that read them, and of what follows for outcomes. */
import type { Language } from '../languages/language.ts';
import { once } from '../memory.ts';
import {
  innerTypeName,
  type OutcomePlaces,
  type OutcomeRules,
  objectsIn,
  type Payload,
  type PayloadField,
  type PayloadObject,
  type Reader,
} from '../registry/payload.ts';
import type { Axis, Catalog, Provider } from '../registry/registry.ts';
import type {
  OutcomeRulesView,
  PayloadFieldView,
  PayloadTypeView,
  PayloadView,
  PlaceView,
  ReaderView,
} from './view-payload-shape.ts';
import { definitionOf } from './view-taxonomy.ts';

/** Where a field is known from, in words. */
const sources: Readonly<Record<string, string>> = {
  document: 'from the document',
  sdk: "from the provider's public SDK",
  site: "from the provider's public pages",
};

export class PayloadViews {
  readonly #language: Language;
  readonly #provider: Provider;
  readonly payloads: readonly PayloadView[];
  readonly readers: readonly ReaderView[];

  constructor(provider: Provider, language: Language) {
    this.#language = language;
    this.#provider = provider;
    this.payloads = provider.payloads.map((payload) => this.#payload(payload));
    this.readers = provider.readers.map((reader) => this.#reader(reader));
  }

  /** Readers share them. */
  readonly #payload = once((payload: Payload): PayloadView => {
    const { typeName, title, isList, isSingle, anyOf, values = [], outcomes } = payload;
    const { literal } = this.#language;
    const inner = objectsIn(payload).map((object) => this.#type(object));
    const root = this.#type(payload);
    return {
      typeName: this.#language.typeName(typeName),
      module: this.#language.name('module', typeName),
      constant: this.#language.name('constant', typeName),
      title,
      isList,
      isSingle,
      anyOf: anyOf.map(literal),
      values: values.map(literal),
      inner,
      root,
      objects: [...inner, root],
      outcomes: outcomes.map((outcome) => this.#place(outcome)),
    };
  });

  #type({ typeName, title, fields }: PayloadObject): PayloadTypeView {
    return {
      name: this.#language.typeName(typeName),
      fieldsName: this.#fieldsName(typeName),
      title,
      fields: fields.map((field) => this.#field(field, typeName)),
      required: fields.filter(({ isOptional }) => !isOptional).map((field) => this.#language.literal(field.name)),
    };
  }

  #field(field: PayloadField, parent: string): PayloadFieldView {
    const { literal, property, types } = this.#language;
    const own = innerTypeName(parent, field.name);
    const values = field.values.map(({ value, definition, state }) => ({
      value: literal(value),
      definition,
      ...(state !== undefined && { state: literal(state) }),
    }));
    return {
      name: field.name,
      nameLiteral: literal(field.name),
      property: property(field.name),
      doc: sentenceOf(field),
      source: field.source,
      ...(field.definition !== undefined && { definition: field.definition }),
      isClosed: field.isClosed,
      type: field.type === 'object' || field.isClosed ? this.#language.typeName(own) : types[field.type],
      typeId: field.type,
      isList: field.isList,
      isOptional: field.isOptional,
      isNullable: field.isNullable,
      values,
      ...(field.type === 'object' && {
        inner: { typeName: this.#language.typeName(own), fieldsName: this.#fieldsName(own) },
      }),
      ...(field.isClosed && { closed: { typeName: this.#language.typeName(own), values } }),
    };
  }

  #place({ catalog: id, states, noFailure, ...pointers }: OutcomePlaces): PlaceView {
    const { literal, types } = this.#language;
    const { code, status, recipient, messageId, count } = pointers;
    const catalog = this.#catalog(id);
    return {
      catalog: literal(id),
      classify: this.#language.typeName(catalog?.typeName ?? ''),
      codeType: types[catalog?.codeType ?? 'string'],
      code: literal(code),
      ...(status !== undefined && { status: literal(status) }),
      ...(recipient !== undefined && { recipient: literal(recipient) }),
      ...(messageId !== undefined && { messageId: literal(messageId) }),
      ...(count !== undefined && { count: literal(count) }),
      states: states.map((one) => ({ status: literal(one.status), state: literal(one.state) })),
      noFailure: noFailure.map(literal),
    };
  }

  #reader({ id, title, payloads }: Reader): ReaderView {
    const { property } = this.#language;
    const ids = new Set(payloads.flatMap(({ outcomes }) => outcomes.map(({ catalog }) => catalog)));
    return {
      key: this.#language.name('field', id),
      name: this.#language.name('constant', id),
      typeName: this.#language.name('type', id),
      title,
      payloads: payloads.map((payload) => this.#payload(payload)),
      catalogs: [...ids].map((catalog) => ({
        property: property(catalog),
        typeName: this.#language.typeName(this.#catalog(catalog)?.typeName ?? ''),
      })),
    };
  }

  #catalog(wanted: string): Catalog | undefined {
    return this.#provider.catalogs.find(({ id }) => id === wanted);
  }

  #fieldsName(name: string): string {
    return this.#language.name('constant', `${name}_fields`);
  }
}

export function outcomeRulesView(
  { axes: wanted, states }: OutcomeRules,
  axes: readonly Axis[],
  { name, literal }: Language,
): OutcomeRulesView {
  const carried = wanted.flatMap((id) => axes.find((axis) => axis.id === id) ?? []);
  return {
    axes: carried.map(({ id, definition }) => ({
      name: name('field', id),
      nameLiteral: literal(name('field', id)),
      definition,
    })),
    states: states.map(({ state, axis, values }) => ({
      state: literal(state),
      axis: literal(name('field', axis)),
      values: values.map((value) => ({ value: literal(value), definition: definitionOf(value, axis, axes) })),
    })),
  };
}

function sentenceOf({ definition, source }: PayloadField): string {
  const origin = sources[source] ?? source;
  if (definition === undefined) return `${origin.charAt(0).toUpperCase()}${origin.slice(1)}.`;
  return `${definition.replace(/\.$/, '')} (${origin}).`;
}
