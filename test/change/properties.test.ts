/** The laws of comparing: nothing that is the same is told, nothing that differs goes untold, and back is the reverse. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { changesBetween } from '../../generator/change/changes.ts';
import { parseSnapshot, type Snapshot } from '../../generator/change/snapshot.ts';
import { compile } from '../../generator/compile.ts';
import { plainRegistry } from '../../generator/registry/plain.ts';
import { ROOT } from '../support/workspace.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The real registry, with what it has no example of. */
const real: Json = withLifecycle(JSON.parse(readFileSync(join(ROOT, 'generated/json/registry.json'), 'utf8')));

const before = snapshot(real);

/** Arrays that are mappings in the specs: their order there is that of keys. */
const MAPPINGS = ['taxonomy', 'predicates', 'catalogs', 'payloads', 'readers'];

describe('what is the same', () => {
  test('in another order of keys is no change', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(changesBetween(before, snapshot(shuffled(real, numbersFrom(seed))))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test.each(['sinch', 'bandwidth', 'alibaba'])('in another layout and order of keys is no change: %s', (provider) => {
    const texts = ['taxonomy', provider].map((name) => ({
      path: `spec/${name}.yaml`,
      text: readFileSync(join(ROOT, `spec/${name}.yaml`), 'utf8'),
    }));
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom('block', 'flow'),
        fc.constantFrom(2, 7),
        (seed, collectionStyle, indent) => {
          const layout = { collectionStyle, indent, lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' } as const;
          const others = texts.map(({ path, text }) => ({
            path,
            text: stringify(shuffled(parse(text), numbersFrom(seed)), layout),
          }));
          expect(changesBetween(compiled(texts), compiled(others))).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('what differs', () => {
  const leaves = pathsOf(real, (value) => typeof value !== 'object' || value === null);
  const elements = pathsOf(real, (_, path) => typeof path.at(-1) === 'number');

  test('in one value is told', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        expect(changesBetween(before, snapshot(edited(real, path, otherValue)))).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('by one element of a list is told, and comes back as the reverse', () => {
    fc.assert(
      fc.property(fc.constantFrom(...elements), (path) => {
        const less = snapshot(edited(real, path, () => undefined));
        const gone = changesBetween(before, less);
        const back = changesBetween(less, before);
        expect(gone).not.toEqual([]);
        expect(countsOf(back)).toEqual(countsOf(gone.map((change) => ({ ...change, id: reverseOf(change.id) }))));
      }),
      { numRuns: 100 },
    );
  });
});

const REVERSES: Readonly<Record<string, string>> = {
  added: 'removed',
  removed: 'added',
  deprecated: 'deprecation-withdrawn',
  'deprecation-withdrawn': 'deprecated',
};

function reverseOf(id: string): string {
  return REVERSES[id] ?? id.replace(/(added|removed)$/, (end) => REVERSES[end] ?? end);
}

function countsOf(changes: readonly { readonly id: string; readonly code?: unknown }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { id, code } of changes) counts[`${id} ${code ?? ''}`] = (counts[`${id} ${code ?? ''}`] ?? 0) + 1;
  return counts;
}

function snapshot(value: Json): Snapshot {
  const parsed = parseSnapshot(value);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed.value;
}

function compiled(sources: readonly { path: string; text: string }[]): Snapshot {
  const { value, diagnostics } = compile(sources, []);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return snapshot(JSON.parse(JSON.stringify(plainRegistry(value))));
}

function withLifecycle(registry: Json): Json {
  const removed = [{ code: 1, name: 'gone', since: '2.0.0', reason: 'No longer printed', replacement: 2 }];
  const deprecated = { since: '2.0.0', reason: 'Soon gone', replacement: 2, note: 'In summer' };
  const path = ['providers', 0, 'catalogs', 0];
  const tombed = edited(registry, path, (catalog) => ({ ...(catalog as object), removed }) as Json);
  return edited(tombed, [...path, 'entries', 0], (entry) => ({ ...(entry as object), deprecated }) as Json);
}

type Path = readonly (string | number)[];

/** The places that fit; what is derived, and what is about the file, is left out. */
function pathsOf(value: Json, fits: (value: Json, path: Path) => boolean, path: Path = []): Path[] {
  const own = path.length > 0 && fits(value, path) ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  const inner: [string | number, Json][] = Array.isArray(value)
    ? value.map((item: Json, index): [number, Json] => [index, item])
    : Object.entries(value).filter(([key]) => !key.startsWith('$') && key !== 'replacements');
  return [...own, ...inner.flatMap(([key, item]) => pathsOf(item, fits, [...path, key]))];
}

/** The same with another value in one place; without the place where there is none. */
function edited(value: Json, [key, ...others]: Path, edit: (value: Json) => Json | undefined): Json {
  if (key === undefined) return edit(value) ?? null;
  if (typeof value !== 'object' || value === null) throw new Error(`no ${key}`);
  const inner = Reflect.get(value, key) as Json;
  const replaced = others.length === 0 ? edit(inner) : edited(inner, others, edit);
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => (index === key ? (replaced ?? []) : [item]));
  return { ...value, [key]: replaced ?? null } as Json;
}

function otherValue(value: Json): Json {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1000 : `${value} (other)`;
}

/** Some numbers, the same for the same seed. */
function* numbersFrom(seed: number): Generator<number, never> {
  for (let number = seed; ; ) {
    number = (Math.imul(number, 1664525) + 1013904223) >>> 0;
    yield number;
  }
}

function shuffled(value: Json, numbers: Iterator<number>, key = ''): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => shuffled(item, numbers));
    return MAPPINGS.includes(key) && typeof items[0] === 'object' ? inOtherOrder(items, numbers) : items;
  }
  const pairs = Object.entries(value).map(([name, item]): [string, Json] => [name, shuffled(item, numbers, name)]);
  return Object.fromEntries(inOtherOrder(pairs, numbers));
}

function inOtherOrder<T>(items: readonly T[], numbers: Iterator<number>): T[] {
  const ranked = items.map((item) => ({ item, rank: Number(numbers.next().value) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}
