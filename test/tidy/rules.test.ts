/** Every rule is listed, documented, tested and emitted under one id, and nothing is left of a rule that is gone. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../generator/rules/index.ts';
import type { Rule } from '../../generator/rules/rule.ts';
import { foldersIn } from '../support/fixtures.ts';
import { ROOT } from '../support/workspace.ts';

const FOLDER = join(ROOT, 'generator/rules');

/** The list of the rules, and what they have in common. */
const NO_RULES = new Set(['bearer', 'index', 'namespace', 'rule']);

const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'))
  .filter((name) => !NO_RULES.has(name))
  .sort();

test('the list has each rule once, in the order of the ids', () => {
  expect(rules.map(({ id }) => id)).toEqual(files);
});

test('each rule has a folder of fixtures, and each folder its rule', () => {
  expect(foldersIn(join(ROOT, 'test/fixtures/rules'))).toEqual(files);
});

describe.each(files)('%s', (name) => {
  const text = readFileSync(join(FOLDER, `${name}.ts`), 'utf8');

  test('the file exports one rule, which bears its name and is listed', async () => {
    const exported = Object.values((await import(`../../generator/rules/${name}.ts`)) as object).filter(isRule);
    expect(exported.map(({ id }) => id)).toEqual([name]);
    expect(rules).toContain(exported[0]);
  });

  test('its doc comment gives the requirement and a bad example', () => {
    const [, comment = ''] = /\/\*\*\n((?: \*.*\n)+?) \*\/\nexport const \w+: Rule = \{\n/.exec(text) ?? [];
    const [requirement = '', example] = comment.split(' * Bad: ');
    expect(requirement.trim().length).toBeGreaterThan(40);
    expect(example).toMatch(/\w/);
  });

  test('it emits its own id and no other', () => {
    const emitted = [...text.matchAll(/\b(?:error|warning)\(\s*(?:'([^']*)')?/g)].map(([, id]) => id);
    expect(new Set(emitted)).toEqual(new Set([name]));
  });
});

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'check' in value;
}
