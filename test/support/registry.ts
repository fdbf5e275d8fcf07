/** The registry as it is published, for tests that compare another target with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './workspace.ts';

export interface PublishedEntry {
  readonly code: string | number;
  readonly name: string;
  readonly line: number;
  readonly note?: string;
  readonly classification: Readonly<Record<string, string>>;
  readonly basis?: Readonly<Record<string, { readonly line: number }>>;
  readonly stated: Readonly<Record<string, { readonly line: number }>>;
  readonly [field: string]: unknown;
}

export interface PublishedCatalog {
  readonly id: string;
  readonly typeName: string;
  readonly codeType: 'integer' | 'string';
  readonly key: readonly string[];
  readonly lookups?: readonly string[];
  readonly fields: readonly { readonly id: string }[];
  readonly scheme?: { readonly length?: number; readonly prefixes: readonly PublishedPrefix[] };
  readonly entries: readonly PublishedEntry[];
}

export interface PublishedPrefix {
  readonly prefix: string;
  readonly title: string;
  readonly classification: Readonly<Record<string, string>>;
  readonly stated: Readonly<Record<string, { readonly line: number }>>;
}

export interface PublishedPayloadField {
  readonly name: string;
  readonly type: string;
  /** Of an object. */
  readonly typeName?: string;
  readonly isClosed?: boolean;
  readonly isOptional: boolean;
  readonly isList: boolean;
  readonly isNullable: boolean;
}

export interface PublishedRegistry {
  readonly taxonomy: readonly {
    readonly id: string;
    readonly title: string;
    readonly listsEntries?: boolean;
    readonly values: readonly { readonly id: string; readonly definition: string; readonly sentence?: string }[];
  }[];
  readonly predicates: readonly { readonly id: string; readonly when: Readonly<Record<string, readonly string[]>> }[];
  readonly providers: readonly {
    readonly id: string;
    readonly name: string;
    readonly catalogs: readonly PublishedCatalog[];
    readonly payloads: readonly {
      readonly objects: readonly { readonly typeName: string; readonly fields: readonly PublishedPayloadField[] }[];
    }[];
  }[];
}

export function publishedRegistry(): PublishedRegistry {
  return JSON.parse(readFileSync(join(ROOT, 'generated/json/registry.json'), 'utf8'));
}

/** Every entry by `provider/catalog`, in the order of the documents. */
export function publishedEntries(): Record<string, readonly PublishedEntry[]> {
  return Object.fromEntries(
    publishedRegistry().providers.flatMap(({ id, catalogs }) =>
      catalogs.map((catalog) => [`${id}/${catalog.id}`, catalog.entries]),
    ),
  );
}

/** The same, each with the questions that it answers with yes, and with what can be read to somebody. */
export function answeringEntries(): Record<string, readonly PublishedEntry[]> {
  const { taxonomy, predicates } = publishedRegistry();
  const categories = taxonomy.find(({ id }) => id === 'category')?.values ?? [];
  const answering = (entry: PublishedEntry): PublishedEntry => ({
    ...entry,
    yes: predicates
      .filter(({ when }) =>
        Object.entries(when).every(([axis, values]) => values.includes(`${entry.classification[axis]}`)),
      )
      .map(({ id }) => id)
      .sort(),
    sentence: categories.find(({ id }) => id === entry.classification['category'])?.sentence,
  });
  return Object.fromEntries(
    Object.entries(publishedEntries()).map(([label, entries]) => [label, entries.map(answering)]),
  );
}
