/** What `--write` says of rows that nobody has looked at: what is stated stays stated by the very words, the rest is careful. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint, run } from '../support/cli.ts';
import { edit } from '../support/workspace.ts';
import { type AcmeRow, acmeFolder, markdown, rows } from './acme.ts';

const fresh: AcmeRow = { code: '103', text: 'Something else', state: 'Failed', section: 'network' };
const section = (...codes: readonly string[]) => rows.filter(({ code }) => codes.includes(code));

/** The spec after the page has been followed; `lint` has found nothing but rows to review. */
async function written(page: readonly AcmeRow[], edits: readonly (readonly [from: string, to: string])[] = []) {
  const folder = acmeFolder(markdown(page));
  for (const [from, to] of edits) edit(join(folder, 'spec/acme.yaml'), from, to);
  expect(await run(folder, 'lint')).toMatchObject({ exitCode: 0 });
  await run(folder, 'audit', 'acme.md', '--write', '--provider', 'acme');
  expect(new Set((await lint(folder)).ids)).toEqual(new Set(['needs-review']));
  const text = readFileSync(join(folder, 'spec/acme.yaml'), 'utf8');
  await run(folder, 'audit', 'acme.md', '--write', '--provider', 'acme');
  expect(readFileSync(join(folder, 'spec/acme.yaml'), 'utf8')).toBe(text);
  return rowsIn(text);
}

function rowsIn(text: string): (code: string) => string {
  return (code) =>
    new RegExp(`- (?:\\{ )?code: ${code},?\\s+line:[^]*?(?=\\n\\n|\\n +removed:|\\n +#|$)`).exec(text)?.[0] ?? '';
}

describe('a row under another heading rests on the words of the old one no longer', () => {
  const review = 'review: the row has changed since it was classified';
  const moved = (code: string, to: string): AcmeRow[] => section(code).map((row) => ({ ...row, section: to }));
  const afterMove = [...section('101', '105'), ...section('201', '202', '999'), ...moved('102', 'account')];
  const heading = '{ value: network, line: 3 }';

  test.each([
    ['in one line', [`state: Failed\n        stated: { cause: ${heading} }`]],
    [
      'in lines',
      [`state: Failed\n        stated:\n          cause:\n            value: network # as said\n            line: 3`],
    ],
    [
      'with an inferred one beside it',
      [`state: Failed\n        stated: { cause: ${heading} }\n        inferred: { scope: wide }`],
    ],
    [
      'behind an inferred one',
      [`state: Failed\n        inferred: { scope: wide }\n        stated: { cause: ${heading} }`],
    ],
    ['among others', [`state: Failed\n        stated: { cause: ${heading}, scope: { value: wide, line: 8 } }`]],
    ['behind another', [`state: Failed\n        stated: { scope: { value: wide, line: 8 }, cause: ${heading} }`]],
  ])('stated %s: it becomes inferred', async (_, [claims = '']) => {
    const row = (await writtenWithScope(afterMove, claims))('102');
    expect(row).toMatch(/inferred:.*cause: network/);
    expect(row).not.toMatch(/stated:.*cause/);
    expect(row).not.toContain('line: 3');
    expect(row).toContain(review);
    if (claims.includes('line: 8')) expect(row).toContain('stated: { scope: { value: wide, line: 18 } }');
    if (claims.includes('scope: wide')) expect(row).toContain('inferred: { scope: wide, cause: network }');
  });

  test('what its words fitted they fit no longer', async () => {
    const row = (
      await writtenWithScope(afterMove, 'state: Failed\n        inferred: { kind: wide }\n        basis: { kind: 3 }')
    )('102');
    expect(row).toMatch(/inferred: \{ kind: wide, cause: network \}\n +review: .*$/);
    expect(row).not.toContain('basis');
  });

  test('what the scheme of the codes says, too, is stated by the scheme', async () => {
    const after = [...section('101', '102', '105'), ...moved('202', 'network'), ...section('201', '999')];
    const row = (
      await written(after, [
        [
          'text: "Account: closed #2"\n        state: Refused\n        inferred: { cause: account }',
          'text: "Account: closed #2"\n        state: Refused\n        stated: { cause: { value: account, line: 12 } }',
        ],
      ])
    )('202');
    expect(row).toContain('stated: { cause: { value: account, line: 15 } }');
    expect(row).toContain(review);
  });

  async function writtenWithScope(page: readonly AcmeRow[], claims: string) {
    const folder = acmeFolder(markdown(page));
    const spec = join(folder, 'spec/acme.yaml');
    edit(join(folder, 'spec/taxonomy.yaml'), /$/, SCOPE);
    edit(spec, 'as printed\n        state: Failed', `as printed\n        ${claims}`);
    expect(await run(folder, 'lint')).toMatchObject({ exitCode: 0 });
    expect((await run(folder, 'audit', 'acme.md', '--write')).exitCode).toBe(1);
    expect((await run(folder, 'lint')).err).not.toContain('error');
    expect(await run(folder, 'audit', 'acme.md')).toMatchObject({ exitCode: 0 });
    return rowsIn(readFileSync(spec, 'utf8'));
  }
});

const SCOPE = `  scope:
    title: Scope
    definition: How much of it.
    stated: possible
    required: false
    values:
      wide: { definition: All of it. }
  kind:
    title: Kind
    definition: Our word for it.
    stated: never
    required: false
    values:
      wide: { definition: Of many. }
`;

test('a row that changes in any cell is looked at again', async () => {
  const page = rows.map((row) => (row.code === '102' ? { ...row, text: 'Handset is switched on' } : row));
  expect((await written(page))('102')).toContain('review: the row has changed since it was classified');
});

describe('a proposed classification is careful', () => {
  const page = [...rows.slice(0, 3), fresh, ...rows.slice(3)];
  const twin = [...rows.slice(0, 3), { ...fresh, text: 'Handset is switched off again' }, ...rows.slice(3)];
  const noDefault = [
    ['    inferred: { cause: other }\n', ''],
    ['        stated: { cause: { value: network, line: 3 } }\n      - id', '      - id'],
    [
      "'Handset is switched off' # as printed\n        state: Failed",
      "'Handset is switched off' # as printed\n        state: Failed\n        inferred: { cause: network }",
    ],
    ['note: Nobody knows.', 'inferred: { cause: other }'],
  ] as const;

  type Edits = readonly (readonly [from: string, to: string])[];

  async function proposed(all: readonly AcmeRow[], taxonomyEdits: Edits, specEdits: Edits = []) {
    const folder = acmeFolder(markdown(all));
    for (const [from, to] of [...noDefault, ...specEdits]) edit(join(folder, 'spec/acme.yaml'), from, to);
    for (const [from, to] of taxonomyEdits) edit(join(folder, 'spec/taxonomy.yaml'), from, to);
    edit(join(folder, 'spec/acme.yaml'), ', stated: { cause: { value: account, line: 14 } }', '');
    expect(await run(folder, 'lint')).toMatchObject({ exitCode: 0 });
    await run(folder, 'audit', 'acme.md', '--write');
    return rowsIn(readFileSync(join(folder, 'spec/acme.yaml'), 'utf8'))('103');
  }

  const first = [
    'network: { definition: The network. }',
    'network: { definition: The network., proposed: first }',
  ] as const;
  const never = [
    'network: { definition: The network. }',
    'network: { definition: The network., proposed: never }',
  ] as const;
  const last = [
    'other: { definition: Anything else. }',
    'other: { definition: Anything else., proposed: never }',
  ] as const;

  test('what is like no row gets the value that the taxonomy proposes first', async () => {
    expect(await proposed(page, [first])).toContain('inferred: { cause: network }');
  });
  test('without such a value it is the last one, unless that is left to a person', async () => {
    expect(await proposed(page, [])).toContain('inferred: { cause: other }');
    expect(await proposed(page, [last])).toContain('inferred: { cause: account }');
  });
  test('what is stated of another row is not said of this one', async () => {
    const stated = 'stated: { cause: { value: network, line: 8 } }';
    expect(await proposed(twin, [], [['inferred: { cause: network }', stated]])).toContain(
      'inferred: { cause: other }',
    );
  });
  test('what is like another row gets what that one has, unless that is left to a person', async () => {
    expect(await proposed(twin, [])).toContain('inferred: { cause: network }');
    expect(await proposed(twin, [never])).toContain('inferred: { cause: other }');
  });
});

test('of a code that its scheme does not speak of, a section that repeats the scheme states nothing', async () => {
  const odd: AcmeRow = { code: '301', text: 'Money is short', state: 'Failed', section: 'account' };
  const row = (
    await written(
      [...rows, odd],
      [['line: 12\n', 'line: 12\n        stated: { cause: { value: account, line: 14 } }\n']],
    )
  )('301');
  expect(row).toContain('inferred: { cause: other }');
});

test('nor of an axis that a row may be without', async () => {
  const odd: AcmeRow = { code: '301', text: 'Money is short', state: 'Failed', section: 'account' };
  const folder = acmeFolder(markdown([...rows, odd]));
  edit(join(folder, 'spec/taxonomy.yaml'), /$/, SCOPE);
  const scope = 'scope: { value: wide, line: 14 }';
  edit(join(folder, 'spec/acme.yaml'), 'value: account, line: 14 } }', `value: account, line: 14 }, ${scope} }`);
  edit(join(folder, 'spec/acme.yaml'), 'line: 12\n', `line: 12\n        stated: { ${scope} }\n`);
  expect(await run(folder, 'lint')).toMatchObject({ exitCode: 0 });
  await run(folder, 'audit', 'acme.md', '--write');
  const row = rowsIn(readFileSync(join(folder, 'spec/acme.yaml'), 'utf8'))('301');
  expect(row).toContain('inferred: { scope: wide }');
});

test('a heading with other words: the title follows, and what was read from it is looked at again', async () => {
  const folder = acmeFolder(
    markdown(rows).replace('## Network {', '## Lines: all {').replace('## Account {', '## Money {'),
  );
  expect(await run(folder, 'audit', 'acme.md', '--write')).toMatchObject({ exitCode: 0 });
  const text = readFileSync(join(folder, 'spec/acme.yaml'), 'utf8');
  expect(text).toContain('title: "Lines: all"\n        line: 3\n');
  expect(text).toContain('title: Money\n        line: 12\n');
  const review = /review: the heading has changed that the classification was read from/;
  for (const code of ['101', '102', '105']) expect(rowsIn(text)(code)).toMatch(review);
  expect(rowsIn(text)('201')).not.toMatch(review);
  expect(await run(folder, 'audit', 'acme.md', '--write')).toEqual({ exitCode: 0, out: '', err: 'no difference\n' });
});

test('lines keep their place where rows above them come and go', async () => {
  const folder = acmeFolder(markdown([{ ...fresh, code: '100' }, ...rows.slice(2)]));
  edit(
    join(folder, 'spec/acme.yaml'),
    'line: 3\n        stated: { cause: { value: network, line: 3 } }',
    'line: 3\n        stated: { cause: { value: network, line: 5 } }',
  );
  const { err } = await run(folder, 'audit', 'acme.md', '--write');
  expect(err).not.toContain('unsure-line');
  expect(readFileSync(join(folder, 'spec/acme.yaml'), 'utf8')).toContain(
    'stated: { cause: { value: network, line: 5 } }',
  );
});

test('a row that names a line of which nothing tells where it went is looked at again', async () => {
  const folder = acmeFolder();
  writeFileSync(join(folder, 'acme.md'), markdown(rows).replace('\n\n## Account', '\n\n\nAnother line.\n\n## Account'));
  edit(
    join(folder, 'spec/acme.yaml'),
    'inferred: { cause: account }',
    'stated: { cause: { value: account, line: 10 } }',
  );
  await run(folder, 'audit', 'acme.md', '--write');
  expect(rowsIn(readFileSync(join(folder, 'spec/acme.yaml'), 'utf8'))('201')).toContain(
    'review: a line of the document that it names may have moved',
  );
});
