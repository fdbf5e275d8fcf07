/** `registry.schema.json` admits nothing that `registry.json` does not have: what it is read by would not know of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { ROOT } from '../support/workspace.ts';

type Key = string | number;

const read = (name: string) => JSON.parse(readFileSync(join(ROOT, 'generated/json', name), 'utf8'));
const registry: unknown = read('registry.json');
const accepts = new Ajv2020({ strict: true }).compile(read('registry.schema.json'));

/** The way to the first value of each kind, however many there are in a list. */
function waysIn(value: unknown, way: readonly Key[] = [], known = new Map<string, readonly Key[]>()) {
  const kind = way.map((key) => (typeof key === 'number' ? '*' : key)).join('/');
  if (!known.has(kind)) known.set(kind, way);
  const keyOf = Array.isArray(value) ? Number : String;
  if (value instanceof Object)
    for (const [key, inner] of Object.entries(value)) waysIn(inner, [...way, keyOf(key)], known);
  return [...known.values()];
}

/** The same registry with another value in one place. */
function withOther(value: unknown, [key, ...way]: readonly Key[], change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withOther(item, way, change) : item));
  const inner = withOther((value as Record<Key, unknown>)[key], way, change);
  return { ...(value as object), [key]: inner };
}

/** A list with one item more, an object with one property more, and a list in the place of what is neither. */
function spoilt(value: unknown): unknown {
  if (Array.isArray(value)) return [...value, null];
  return value instanceof Object ? { ...value, surplus: {} } : [value];
}

test('no list and no object has more, and nothing else is of another kind', () => {
  const ways = waysIn(registry);
  expect(ways.length).toBeGreaterThan(100);
  expect(accepts(registry)).toBe(true);
  const admitted = ways.filter((way) => accepts(withOther(registry, way, spoilt)));
  expect(admitted.map((way) => way.join('/'))).toEqual([]);
});
