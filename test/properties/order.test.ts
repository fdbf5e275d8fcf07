/** Laws of order: in which order files are read changes nothing, neither in the output nor in what is told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../generator/compile.ts';
import { readSpecs, readTargets, specInputs } from '../../generator/input.ts';
import { planOf } from '../../generator/output/plan.ts';
import type { Source } from '../../generator/spec/yaml.ts';
import { fixturesIn } from '../support/fixtures.ts';
import { ROOT } from '../support/workspace.ts';

const FOLDERS = { workingFolder: ROOT, spec: 'spec', templates: 'templates', out: 'generated' };

function anyOrderOf<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

test('the same files, whatever the order in which specs and templates are read', () => {
  const specs = readSpecs(FOLDERS).value;
  const { targets, inputs } = readTargets(FOLDERS, []).value;
  const languages = targets.map(({ language }) => language);
  const filesOf = (sources: readonly Source[], read: readonly [string, Source][]) => {
    const registry = compile(sources, languages).value;
    if (registry === undefined) throw new Error('the specs have errors');
    return planOf({ registry, targets, wanted: [], inputs: new Map(read), manifest: undefined }).value.files;
  };
  const expected = filesOf(specs, [...specInputs(specs), ...inputs]);
  fc.assert(
    fc.property(anyOrderOf(specs), anyOrderOf([...specInputs(specs), ...inputs]), (sources, read) => {
      expect(filesOf(sources, read)).toEqual(expected);
    }),
    { numRuns: 3 },
  );
});

const foldersOfMany = ['rules', 'yaml', 'frame'].flatMap(fixturesIn).filter(({ sources }) => sources.length > 1);

test.each(foldersOfMany)('the same diagnostics, whatever the order of the files: $name', ({ sources }) => {
  const expected = compile(sources, []).diagnostics;
  fc.assert(
    fc.property(anyOrderOf(sources), (shuffled) => {
      expect(compile(shuffled, []).diagnostics).toEqual(expected);
    }),
    { numRuns: 6 },
  );
});
