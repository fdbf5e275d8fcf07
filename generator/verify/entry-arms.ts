/** What people and code generators read of an arm of a schema of entries: its name, from which a type is made, and its words. */
import { plainEntry } from '../registry/plain.ts';
import { publicName } from '../registry/public-name.ts';
import type { Catalog, Entry } from '../registry/registry.ts';
import type { RenderedFile } from '../targets/render.ts';
import { Names } from '../targets/view-names.ts';
import type { Schema } from './ajv.ts';
import { differenceOf } from './mismatch.ts';
import { problemOfWords } from './words.ts';

interface Arm {
  readonly title?: unknown;
  readonly description?: unknown;
  readonly properties?: Readonly<Record<string, { readonly const?: unknown }>>;
}

/** Of arms that say by the key which entry they admit; what an arm leaves out is not missed. */
export function problemOfArms(schema: Schema, catalog: Catalog, { target }: RenderedFile): string | undefined {
  const names = new Names(target.language);
  const key = catalog.key.map(publicName);
  const keyOf = (read: (field: string) => unknown) => JSON.stringify(key.map(read));
  const entryByKey = new Map(catalog.entries.map((entry) => [keyOf((field) => plainEntry(entry)[field]), entry]));
  const problemOf = ({ title, description }: Arm, entry: Entry) => {
    const name = names.typeNameOf(entry, catalog);
    return (
      differenceOf(title ?? name, name, `/${entry.code}/title`) ??
      (typeof description === 'string' ? problemOfWords(description, [entry], catalog) : undefined)
    );
  };
  for (const arm of (schema['oneOf'] ?? []) as Arm[]) {
    const entry = entryByKey.get(keyOf((field) => arm.properties?.[field]?.const));
    const problem = entry && problemOf(arm, entry);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
