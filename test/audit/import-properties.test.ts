/** Whatever a page prints in its table: what `import` makes of it lints, and the page has no difference to it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint, run } from '../support/cli.ts';
import { emptyFolder } from '../support/workspace.ts';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcXYZ 019:#,.;{}"\'-?!&%@é*=|[]<>()$~`_'), maxLength: 20 }),
  fc.constantFrom('yes', 'No', 'true', '', 'null', '0', '007', '1e3', 'class', '中文', '-1', 'code', 'x'.repeat(200)),
);
const header = fc.oneof(
  fc.constantFrom('Text', 'Status', 'Line', 'Name', 'Note', 'Stated', 'Type', 'Index', 'Value', '', 'null', '2nd'),
  cell,
);
const code = fc.oneof(
  fc.nat(9999).map(String),
  fc.constantFrom(
    'E.1',
    'isv.A',
    'A-B',
    'a b',
    '007',
    '-5',
    '5',
    '__proto__',
    'É',
    '中',
    'x/y',
    'null',
    '9'.repeat(20),
  ),
);

type Grid = readonly (readonly string[])[];

const grid: fc.Arbitrary<Grid> = fc.integer({ min: 0, max: 4 }).chain((width) => {
  const cells = { minLength: width, maxLength: width };
  const row = fc.tuple(code, fc.array(cell, cells)).map(([first, others]) => [first, ...others]);
  const head = fc
    .tuple(fc.constantFrom('Code', 'Error codes', 'Codes of errors'), fc.array(header, cells))
    .map(([first, others]) => [first, ...others]);
  const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ([first]) => first });
  return fc.tuple(head, rows).map(([first, others]) => [first, ...others]);
});

const pages: Readonly<Record<string, (grid: Grid) => string>> = {
  'page.csv': (rows) => rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n'),
  'page.html': (rows) => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`);
    return `<h1>${escaped(rows[0]?.[1] ?? 'Errors')}</h1>\n<table>\n${lines.join('\n')}\n</table>\n`;
  },
  'page.md': ([head = [], ...rows]) => {
    const line = (row: readonly string[]) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
    return ['# Errors', '', line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line), ''].join('\n');
  },
};

test.each(Object.entries(pages))('the law of import: %s', async (name, pageOf) => {
  await fc.assert(
    fc.asyncProperty(grid, async (rows) => {
      const folder = emptyFolder();
      writeFileSync(join(folder, name), pageOf(rows));
      const { exitCode, err } = await run(folder, 'import', name, '--provider', 'acme');
      // What is mark-up in Markdown and HTML may leave nothing of a table.
      if (exitCode === 1 && name !== 'page.csv') return expect(err).toContain('error[no-table]');
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: expect.stringContaining('to review') });

      expect(new Set((await lint(folder)).ids)).toEqual(new Set(['needs-review']));
      expect(await run(folder, 'audit', name, '--provider', 'acme', '--write')).toEqual({
        exitCode: 0,
        out: '',
        err: 'no difference\n',
      });
    }),
    { numRuns: 20 },
  );
});
