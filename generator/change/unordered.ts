/** Equality of what the specs write as mappings: neither keys nor lists have an order. */
import { isDeepStrictEqual } from 'node:util';
import { compare } from '../diagnostic/diagnostic.ts';

export function isSameInAnyOrder(before: unknown, after: unknown): boolean {
  return isDeepStrictEqual(sorted(before), sorted(after));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
  const pairs = Object.entries(value).map(([key, item]): [string, unknown] => [key, sorted(item)]);
  return Object.fromEntries(pairs.sort(([a], [b]) => compare(a, b)));
}
