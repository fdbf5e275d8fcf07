/** Where in the specs a change is best shown: at its row, else at the file of its provider. */
import { isDeepStrictEqual } from 'node:util';
import type { Span } from '../diagnostic/diagnostic.ts';
import { publicName } from '../registry/public-name.ts';
import type { Entry, Registry } from '../registry/registry.ts';
import type { Change } from './change.ts';

export function placeIn({ providers }: Registry, change: Change, folder: string): Span {
  const provider = providers.find(({ id }) => id === change.provider);
  // What is gone is shown where it stood.
  const path = provider?.path ?? (change.provider === undefined ? folder : `${folder}/${change.provider}.yaml`);
  const catalog = provider?.catalogs.find(({ id }) => id === change.catalog);
  const entries = catalog?.entries.filter(({ code }) => String(code) === String(change.code)) ?? [];
  const entry = entries.find((candidate) => isRow(candidate, change.key)) ?? entries[0];
  return entry?.at ?? { path, start: 0, end: 0 };
}

function isRow({ code, cells }: Entry, key: Change['key'] = {}): boolean {
  const fields = new Map<string, unknown>([...cells].map(([field, value]) => [publicName(field), value]));
  return Object.entries(key).every(([field, value]) =>
    isDeepStrictEqual(value, field === 'code' ? code : fields.get(field)),
  );
}
