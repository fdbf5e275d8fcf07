/** What is wrong in a spec is told at the right place and in the right words: each fixture says what it expects. */
import { describe, expect, test } from 'vitest';
import { compile } from '../generator/compile.ts';
import { plainRegistry } from '../generator/registry/plain.ts';
import { taxonomy, upToDate } from './audit/acme.ts';
import { fixturesIn, realSpecs, report } from './support/fixtures.ts';
import { publishedRegistry } from './support/registry.ts';

describe.each(['rules', 'yaml', 'frame'])('%s', (area) => {
  test.each(fixturesIn(area))('$name: reports exactly what is expected', async (fixture) => {
    await expect(report(fixture)).toMatchFileSnapshot(fixture.pathOf('expected.txt'));
  });
});

test.each(fixturesIn('rules'))('$name: is about the rule it is named after', ({ name, diagnostics }) => {
  expect(new Set(diagnostics.map(({ id }) => id))).toEqual(new Set([name]));
});

test('of the real specs nothing is said, and they mean what is published', () => {
  const real = realSpecs();
  expect(report(real)).toBe('');
  const registry = compile(real.sources, []).value;
  expect(JSON.parse(JSON.stringify(registry && plainRegistry(registry)))).toEqual({
    ...publishedRegistry(),
    $comment: undefined,
    $schema: undefined,
  });
});

test('of outcomes the registry says nothing where the taxonomy does not', () => {
  const sources = [
    { path: 'spec/acme.yaml', text: upToDate() },
    { path: 'spec/taxonomy.yaml', text: taxonomy },
  ];
  expect(Object.keys(compile(sources, []).value ?? {})).toEqual(['axes', 'predicates', 'providers']);
});
