/**
 * Specs that are about no message, without a taxonomy or with one of which no row says anything, with names that some
 * language reserves and text that some language would run: every target of them is made, and its own tools take it for good.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './support/cli.ts';
import { databases } from './support/databases.ts';
import { describeWith, execute } from './support/toolchain.ts';
import { ROOT, workspace } from './support/workspace.ts';

/** The text of one row, which has something for every language to stumble over. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a template that must not be run
const TEAPOT = 'I\'m a "teapot" | ${tea} `pot` \\u002a\\u002f */ <b> -- $& {{x}}';

const UNUSED = `axes:
  kind:
    title: Kind
    definition: What happened.
    stated: possible
    required: false
    values: { other: { definition: Other., sentence: Something. }, more: { definition: More. } }
  side:
    title: Side
    definition: Whose.
    stated: never
    required: false
    values: { own: { definition: Ours. } }
predicates:
  is_ours: { definition: Whether it is ours., when: { kind: [other, more], side: [own] } }
`;

const taxonomies = [
  { title: 'without a taxonomy', taxonomy: '' },
  { title: 'with axes that no row has', taxonomy: UNUSED },
];

/** A folder with the output of these targets; all of them where none is named. */
async function generated(taxonomy: string, ...targets: string[]): Promise<string> {
  const folder = workspace(['templates']);
  cpSync(join(ROOT, 'test/generality/spec'), join(folder, 'spec'), { recursive: true });
  if (taxonomy !== '') writeFileSync(join(folder, 'spec/taxonomy.yaml'), taxonomy);
  const { exitCode, err } = await run(folder, 'generate', ...targets.flatMap((target) => ['--target', target]));
  expect(err).toMatch(/^\d+ files: /);
  expect(exitCode).toBe(0);
  return join(folder, 'generated');
}

test.each(taxonomies)('every target is made and verified, and check agrees, $title', async ({ taxonomy }) => {
  const folder = await generated(taxonomy);
  expect((await run(join(folder, '..'), 'check')).exitCode).toBe(0);
});

describeWith('python', ['python3', 'mypy', 'ruff'], () => {
  test.each(taxonomies)('is typed, formatted, and answers, $title', async ({ taxonomy }) => {
    const cwd = join(await generated(taxonomy, 'python'), 'python');
    execute('mypy', ['--strict', '--cache-dir=/dev/null', 'sms_error_codes'], { cwd });
    expect(execute('ruff', ['format', '--isolated', '--no-cache', '--diff', '.'], { cwd })).toBe('');
    const program =
      'from sms_error_codes.http import status\nfrom sms_error_codes.pg_sql import sqlstate_class\n' +
      'print(status.find(418).type)\nprint(len(sqlstate_class.find("22")), len(status.find_by_match(status.find(418).match)))\n';
    expect(execute('python3', ['-c', program], { cwd })).toBe(`${TEAPOT}\n2 4\n`);
  });
});

describeWith('go', ['go', 'gofmt'], () => {
  test.each(taxonomies)('is vetted and formatted, $title', async ({ taxonomy }) => {
    const cwd = join(await generated(taxonomy, 'go'), 'go');
    execute('go', ['vet', './...'], { cwd });
    expect(execute('gofmt', ['-d', '-s', '.'], { cwd })).toBe('');
  });
});

describeWith('java', ['javac'], () => {
  test.each(taxonomies)('compiles without a warning, $title', async ({ taxonomy }) => {
    const cwd = join(await generated(taxonomy, 'java'), 'java');
    const flags = ['--release', '17', '-Xlint:all', '-Xdoclint:all,-missing', '-Werror', '-d', 'classes'];
    execute('sh', ['-c', 'javac "$@" smserrorcodes/*.java', 'sh', ...flags], { cwd });
  });
});

for (const [name, { programs, open }] of Object.entries(databases)) {
  describeWith(`sql: ${name}`, programs, () => {
    test('loads twice', async () => {
      const script = readFileSync(join(await generated('', 'sql'), 'sql/sms_error_codes.sql'), 'utf8');
      const database = open();
      database.run(script);
      database.run(script);
      expect(database.ask(`SELECT "type" AS text FROM sms_error_codes WHERE code = '418'`)).toEqual([{ text: TEAPOT }]);
      expect(database.ask(`SELECT entries FROM sms_error_codes_answers WHERE code = '22'`)).toEqual([{ entries: 2 }]);
    });
  });
}
