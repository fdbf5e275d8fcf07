/** `diff` as a command: what may stand on each side, what the formats say, and how it ends. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { beforeEach, describe, expect, test } from 'vitest';
import changesSchema from '../../generator/change/changes.schema.json' with { type: 'json' };
import { kinds } from '../../generator/change/kinds.ts';
import { run, STEP_SUMMARY } from '../support/cli.ts';
import { edit, emptyFolder, ROOT } from '../support/workspace.ts';

const FIXTURES = join(ROOT, 'test/fixtures/changes');
const REGISTRY = join(ROOT, 'generated/json/registry.json');

let folder: string;

/** One side that has everything, and one from which things were taken. */
beforeEach(() => {
  folder = emptyFolder();
  cpSync(join(FIXTURES, 'code-removed/old'), join(folder, 'old/spec'), { recursive: true });
  cpSync(join(FIXTURES, 'code-removed/new'), join(folder, 'new/spec'), { recursive: true });
  edit(join(folder, 'new/spec/acme.yaml'), 'rows: 1', 'rows: 2');
  edit(join(folder, 'new/spec/acme.yaml'), 'The line is busy.', 'The line | is *engaged*');
  edit(join(folder, 'new/spec/acme.yaml'), 'The page lists it no longer', '"The <page> lists it | no longer"');
  edit(
    join(folder, 'new/spec/acme.yaml'),
    '    removed:',
    '      - { code: 20, line: 8, name: lost, text: Lost, level: Low, charged: N }\n    removed:',
  );
});

describe('a side', () => {
  test.each([
    ['a project', 'old', 'new'],
    ['a folder of specs', 'old/spec', './new/spec/'],
    ['an absolute path', 'old', '{folder}/new'],
  ])('is %s', async (_, old, now) => {
    const { exitCode, out } = await run(folder, 'diff', old, now.replace('{folder}', folder));
    expect(out).toMatch(/\nmajor: 2 breaking, 1 risky, 1 safe\n$/);
    expect(exitCode).toBe(0);
  });

  test('is a registry.json, or the folder that has it, and the same as the specs that it was made of', async () => {
    for (const old of [REGISTRY, join(ROOT, 'generated'), ROOT, join(ROOT, 'spec')])
      expect((await run(folder, 'diff', old, join(ROOT, 'spec'))).out).toBe('none: nothing changed\n');
  });

  test('is the spec folder of a project, else the specs in it, else its registry', async () => {
    mkdirSync(join(folder, 'all/json'), { recursive: true });
    const registry = JSON.parse(readFileSync(REGISTRY, 'utf8'));
    writeFileSync(join(folder, 'all/json/registry.json'), JSON.stringify({ ...registry, providers: [] }));
    expect((await run(folder, 'diff', 'all', 'old', '--format', 'json')).out).toContain('"provider": "acme"');
    cpSync(join(folder, 'new/spec/acme.yaml'), join(folder, 'all/acme.yaml'));
    expect((await run(folder, 'diff', 'all', 'new')).out).toBe('none: nothing changed\n');
    cpSync(join(folder, 'old/spec'), join(folder, 'all/spec'), { recursive: true });
    expect((await run(folder, 'diff', 'all', 'old')).out).toBe('none: nothing changed\n');
  });

  test('is by default the working tree, where --spec says', async () => {
    expect((await run(join(folder, 'new'), 'diff', '../old')).out).toMatch(/\nmajor: /);
    expect((await run(folder, 'diff', './old', '--spec', 'new/spec')).out).toMatch(/\nmajor: /);
  });

  test('is the packaged registry where there is no spec folder, and none was named', async () => {
    expect(await run(emptyFolder(), 'diff', REGISTRY)).toEqual({
      exitCode: 0,
      out: 'none: nothing changed\n',
      err: '',
    });
    expect(await run(emptyFolder(), 'diff', REGISTRY, '--spec', 'spec')).toMatchObject({
      exitCode: 2,
      err: 'error: there is no spec folder "spec"; name it with --spec, or begin one with init\n',
    });
  });

  test('is no packaged registry where the spec folder is behind a link that leads nowhere', async () => {
    symlinkSync('/nowhere', join(folder, 'spec'));
    const err = `error: ${join(folder, 'spec')} is not a folder\n`;
    expect(await run(folder, 'diff', './old')).toEqual({ exitCode: 2, out: '', err });
  });

  test('that has an error is told like any wrong spec, with exit code 1', async () => {
    edit(join(folder, 'new/spec/acme.yaml'), 'code: 20', 'code: 18');
    const { exitCode, out, err } = await run(folder, 'diff', './old', './new');
    expect(err).toMatch(
      /^error\[duplicate-key\]: code 18 appears twice in catalog "acme\/api"\n {2}new\/spec\/acme\.yaml:/,
    );
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    const { diagnostics } = JSON.parse((await run(folder, 'diff', './old', './new', '--format', 'json')).out);
    expect(diagnostics.map(({ id }: { id: string }) => id)).toEqual(['duplicate-key']);
  });
});

describe('a wrong call is exit code 2', () => {
  const older = { providers: [{ id: 'acme', name: 'Acme', document: {}, catalogs: [] }] };
  const calls: Readonly<Record<string, string>> = {
    diff: 'name what to compare with: a git revision, a folder or a registry.json; or give --release',
    'diff ': 'a side of the comparison is empty; name a git revision, a folder or a registry.json',
    'diff nowhere': '"nowhere" is neither a file or folder here nor a revision that git knows',
    'diff old nowhere': '"nowhere" is neither a file or folder here nor a revision that git knows',
    'diff -- --output=x': '"--output=x" is neither a file or folder here nor a revision that git knows',
    'diff old new old': "error: too many arguments for 'diff'",
    'diff --release old': '--release finds the side to compare with itself; name none',
    'diff old new --fail-on safe': '--fail-on takes breaking or risky, not "safe"',
    'diff old new --fail-on': "option '--fail-on <level>' argument missing",
    'diff old new --format xml': 'Allowed choices are text, json, github, sarif, markdown.',
    'diff empty new': 'the folder "empty" has neither specs (spec/*.yaml, *.yaml) nor json/registry.json',
    'diff text.json new': 'text.json is not JSON: ',
    'diff list.json new': 'list.json is no registry.json of this version: the root has no "providers"; make it again',
    'diff older.json new': '/providers/0/document has no "title"; make it again with generate',
  };

  test.each(Object.entries(calls))('%s', async (line, says) => {
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'text.json'), 'providers:');
    writeFileSync(join(folder, 'list.json'), '[]');
    writeFileSync(join(folder, 'older.json'), JSON.stringify(older));
    const { exitCode, out, err } = await run(folder, ...line.split(' '));
    expect(err).toContain(says);
    expect(err).not.toMatch(/^\s+at /m);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });

  test('also in the formats of other commands: markdown is for changes alone', async () => {
    expect((await run(folder, 'lint', '--format', 'markdown')).exitCode).toBe(2);
  });
});

describe('--fail-on', () => {
  test.each([
    ['code-removed', undefined, 0],
    ['code-removed', 'breaking', 1],
    ['code-removed', 'risky', 1],
    ['code-added', 'breaking', 0],
    ['code-added', 'risky', 1],
    ['deprecated', 'risky', 0],
    ['description-edited', 'risky', 0],
  ])('%s, %s: %i', async (kind, level, exitCode) => {
    const gate = level === undefined ? [] : ['--fail-on', level];
    const ran = await run(join(FIXTURES, kind), 'diff', './old', './new', ...gate);
    expect(ran).toMatchObject({ exitCode, err: '', out: expect.stringContaining(`[${kind}]`) });
  });
});

describe('formats', () => {
  const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(changesSchema);

  test.each(Object.keys(kinds))('json has the documented form: %s', async (kind) => {
    const changes = JSON.parse((await run(join(FIXTURES, kind), 'diff', './old', './new', '--format', 'json')).out);
    expect(isValid(changes), JSON.stringify(isValid.errors)).toBe(true);
  });

  test('json: what was asked for', async () => {
    const { out, err } = await run(folder, 'diff', './old', './new', '--format', 'json');
    const { bump, changes } = JSON.parse(out);
    expect(bump).toBe('major');
    expect(changes[0]).toEqual({
      id: 'code-removed',
      bump: 'major',
      level: 'breaking',
      provider: 'acme',
      catalog: 'api',
      code: 17,
      before: 'rejected',
      reason: 'The <page> lists it | no longer',
      replacement: 18,
      message: 'code 17 "rejected" was removed; use code 18',
    });
    expect(err).toBe('');
  });

  test('json: a row of a code that has others, with its key fields', async () => {
    const { out } = await run(join(FIXTURES, 'row-removed'), 'diff', './old', './new', '--format', 'json');
    expect(JSON.parse(out).changes).toMatchObject([{ code: 'E.BUSY', key: { code: 'E.BUSY', number: 46 } }]);
  });

  test('markdown: a fragment of release notes, with what to write instead', async () => {
    cpSync(join(FIXTURES, 'deprecated/new/acme.yaml'), join(folder, 'later/spec/acme.yaml'));
    const soon = await run(folder, 'diff', join(FIXTURES, 'deprecated/old'), './later', '--format', 'markdown');
    const { out } = await run(folder, 'diff', './old', './new', '--format', 'markdown');
    const values = await run(
      join(FIXTURES, 'breaking-value-changed'),
      'diff',
      './old',
      './new',
      '--format',
      'markdown',
    );
    await expect([out, soon.out, values.out].join('\n---\n\n')).toMatchFileSnapshot(
      join(ROOT, 'test/fixtures/release-notes.md'),
    );
    const none = await run(folder, 'diff', './old', './old', '--format', 'markdown');
    expect(none.out).toBe('No changes.\n');
  });

  test('github: an annotation a change, at its row, and the release notes in the summary of the step', async () => {
    const { out } = await run(folder, 'diff', './old', './new', '--format', 'github');
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(',title=')[0])).toEqual([
      '::error file=new/spec/acme.yaml,line=1,col=1',
      '::error file=new/spec/acme.yaml,line=1,col=1',
      '::warning file=new/spec/acme.yaml,line=19,col=17,endLine=19,endColumn=19',
      '::notice file=new/spec/acme.yaml,line=18,col=17,endLine=18,endColumn=19',
    ]);
    expect(lines[0]).toContain(
      'title=code-removed::acme/api: code 17 "rejected" was removed; use code 18%0AThe <page>',
    );
    const markdown = await run(folder, 'diff', './old', './new', '--format', 'markdown');
    expect(readFileSync(join(folder, STEP_SUMMARY), 'utf8')).toBe(markdown.out);
  });

  test('github: of the rows of a code, the one that changed', async () => {
    const old = join(FIXTURES, 'row-added/new');
    cpSync(old, join(folder, 'now'), { recursive: true });
    edit(join(folder, 'now/acme.yaml'), 'Busy for long', 'Busy for ever');
    const row =
      readFileSync(join(folder, 'now/acme.yaml'), 'utf8')
        .split('\n')
        .findIndex((line) => /ever/.test(line)) + 1;
    const { out } = await run(folder, 'diff', old, './now', '--format', 'github');
    expect(out).toContain(`::notice file=now/acme.yaml,line=${row},`);
  });

  test('sarif: a result a change, and what its kind means', async () => {
    const { out } = await run(folder, 'diff', './old', './new', '--format', 'sarif');
    const [result] = (JSON.parse(out) as Log).runs;
    expect(result?.results?.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
      'error code-removed',
      'error code-removed',
      'warning code-added',
      'note description-edited',
    ]);
    const rules = result?.tool.driver.rules?.map(({ id, fullDescription }) => [id, fullDescription?.text]);
    expect(rules).toContainEqual(['code-removed', kinds['code-removed'].doc]);
  });
});

test('major is breaking, an addition is risky, and all else is safe', () => {
  for (const [kind, { bump, level }] of Object.entries(kinds)) {
    const isAddition = kind.endsWith('-added');
    expect([kind, level]).toEqual([kind, bump === 'major' ? 'breaking' : isAddition ? 'risky' : 'safe']);
    if (isAddition) expect(bump).toBe('minor');
  }
});

test.each([
  [['old'], 'breaking-value-changed breaking-value-changed breaking-value-changed'],
  [['new'], 'breaking-value-changed breaking-value-changed breaking-value-changed'],
  [['old', 'new'], 'stated-value-changed stated-value-changed inferred-value-changed'],
])('the weight of a value is what the specs declare on either side: not in %s', async (without, expected) => {
  for (const side of ['old', 'new']) {
    cpSync(join(FIXTURES, 'breaking-value-changed', side), join(folder, side, 'spec'), { recursive: true });
    if (!without.includes(side)) continue;
    edit(join(folder, side, 'spec/taxonomy.yaml'), '    breaking: true\n', '');
    edit(join(folder, side, 'spec/acme.yaml'), 'breaking: true, ', '');
  }
  const { changes } = JSON.parse((await run(folder, 'diff', './old', './new', '--format', 'json')).out);
  const ids = changes.map(({ id }: { id: string }) => id).filter((id: string) => id !== 'part-changed');
  expect(ids.join(' ')).toBe(expected);
});

test('that entries are listed by an axis no longer is told', async () => {
  for (const side of ['old', 'new']) {
    cpSync(join(FIXTURES, 'part-changed/old'), join(folder, side, 'spec'), { recursive: true });
  }
  edit(join(folder, 'old/spec/taxonomy.yaml'), /(?<=required: \w+\n)/, '    lists_entries: true\n');
  expect((await run(folder, 'diff', './old', './new')).out).toBe(
    'breaking[lookup-removed]: entries of all providers are listed by "cause" no longer\n\nmajor: 1 breaking, 0 risky, 0 safe\n',
  );
  expect((await run(folder, 'diff', './new', './old')).out).toContain('risky[lookup-added]: entries of all providers');
});

describe('what is stated of unlisted codes', () => {
  const second = '        - { prefix: "2", title: Something else, stated: { weight: { value: heavy, line: 2 } } }\n';

  test.each([
    ['of fewer beginnings', second, '', 'scheme-removed breaking', 'scheme-added risky'],
    [
      'of codes of any length, where it was of one',
      '      length: 2\n',
      '',
      'scheme-changed safe',
      'scheme-removed breaking',
    ],
  ])('%s', async (_, from, to, expected, back) => {
    for (const side of ['old', 'new']) {
      cpSync(join(FIXTURES, 'scheme-changed/old'), join(folder, side, 'spec'), { recursive: true });
    }
    for (const side of ['old', 'new']) {
      edit(join(folder, side, 'spec/acme.yaml'), /(?<=prefix: "1".*\n)/, second);
    }
    edit(join(folder, 'new/spec/acme.yaml'), from, to);
    const told = async (...sides: readonly string[]) =>
      JSON.parse((await run(folder, 'diff', ...sides, '--format', 'json')).out).changes.map(
        ({ id, level }: { id: string; level: string }) => `${id} ${level}`,
      );
    expect(await told('./old', './new')).toEqual([expected]);
    expect(await told('./new', './old')).toEqual([back]);
  });
});

test('what is stated of codes that a shorter prefix answered until now is compared with what that says', async () => {
  for (const side of ['old', 'new']) {
    cpSync(join(FIXTURES, 'scheme-changed/old'), join(folder, side, 'spec'), { recursive: true });
    edit(join(folder, side, 'spec/taxonomy.yaml'), 'required: false', 'required: false\n    breaking: true');
  }
  const own = (prefix: string, weight: string) =>
    `        - { prefix: "${prefix}", title: Other, stated: { weight: { value: ${weight}, line: 3 } } }\n`;
  edit(join(folder, 'new/spec/acme.yaml'), /(?<=prefix: "1".*\n)/, own('17', 'heavy') + own('18', 'light'));
  const told = async (...sides: readonly string[]) =>
    (await run(folder, 'diff', ...sides)).out.match(/^\w+\[.*/gm)?.sort();
  expect(await told('./old', './new')).toEqual([
    'breaking[breaking-value-changed]: acme/api: weight of codes that start with "17" was "light" (stated) and is "heavy" (stated)',
    'risky[scheme-added]: acme/api: something is stated of codes that start with "17"',
    'risky[scheme-added]: acme/api: something is stated of codes that start with "18"',
  ]);
  expect(await told('./new', './old')).toEqual([
    'breaking[breaking-value-changed]: acme/api: weight of codes that start with "17" was "heavy" (stated) and is "light" (stated)',
    'breaking[scheme-removed]: acme/api: nothing of their own is stated of codes that start with "17" any more',
    'breaking[scheme-removed]: acme/api: nothing of their own is stated of codes that start with "18" any more',
  ]);
});

test('what a value of a payload says of the message is told once', async () => {
  for (const side of ['old', 'new'])
    cpSync(join(FIXTURES, 'outcomes-changed/old'), join(folder, side, 'spec'), { recursive: true });
  edit(join(folder, 'new/spec/acme.yaml'), 'state: pending', 'state: unknown');
  const { out } = await run(folder, 'diff', './old', './new');
  expect(
    out,
  ).toBe(`breaking[outcomes-changed]: acme: value "sent" of field "AcmeReceipt.status" says something else of the message

major: 1 breaking, 0 risky, 0 safe
`);
});

test('a registry that repeats a row is another one', async () => {
  const registry = JSON.parse(readFileSync(REGISTRY, 'utf8'));
  const { entries } = registry.providers[0].catalogs[0];
  entries.push(entries[0]);
  writeFileSync(join(folder, 'registry.json'), JSON.stringify(registry));
  const { changes } = JSON.parse((await run(folder, 'diff', REGISTRY, 'registry.json', '--format', 'json')).out);
  expect(changes.map(({ id }: { id: string }) => id)).toContain('row-added');
});

test('rows in another order are told once', async () => {
  const path = join(folder, 'new/spec/acme.yaml');
  cpSync(join(folder, 'old'), join(folder, 'new'), { recursive: true });
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('      - { code:'));
  const [first = '', second = ''] = rows;
  edit(
    path,
    `${first}\n${second}`,
    `${second.replace(/line: \d+/, 'line: 5')}\n${first.replace(/line: \d+/, 'line: 6')}`,
  );
  const { changes } = JSON.parse((await run(folder, 'diff', './old', './new', '--format', 'json')).out);
  expect(changes.map(({ id }: { id: string }) => id)).toEqual(['order-changed', 'lines-moved']);
});
