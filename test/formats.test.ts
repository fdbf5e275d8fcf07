/** The machine formats: everything is in them, and nothing in them can be mistaken for something else. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { beforeEach, describe, expect, test } from 'vitest';
import { linesIn } from '../generator/cli/report.ts';
import diagnosticsSchema from '../generator/diagnostic/diagnostics.schema.json' with { type: 'json' };
import { run, STEP_SUMMARY } from './support/cli.ts';
import { describeWith, execute } from './support/toolchain.ts';
import { edit, workspace } from './support/workspace.ts';

const HOSTILE = '\\n::error::x%0A\\u202e\\u001b[31m';

let folder: string;

beforeEach(() => {
  folder = workspace(['spec']);
  // A duplicate (two places), a hostile name, and a wrong cell in each of many rows.
  const path = join(folder, 'spec/sinch.yaml');
  edit(path, 'code: 401', 'code: 400');
  edit(path, 'name: blocked', `name: "${HOSTILE}"`);
  edit(join(folder, 'spec/bandwidth.yaml'), /billable: NO/g, 'billable: "NO,:%"');
});

interface Told {
  readonly id: string;
  readonly severity: string;
  readonly at: { readonly path: string; readonly line: number; readonly column: number };
  readonly notes?: readonly Pick<Told, 'at'>[];
}

/** What the formats have to tell. */
async function told(): Promise<readonly Told[]> {
  return JSON.parse((await run(folder, 'lint', '--format', 'json')).out).diagnostics;
}

describe('json', () => {
  test('has every problem, in the documented form', async () => {
    const { exitCode, out, err } = await run(folder, 'lint', '--format', 'json', '--quiet');
    const report: { diagnostics: Told[] } = JSON.parse(out);
    expect(new Ajv2020({ strict: true }).compile(diagnosticsSchema)(report)).toBe(true);
    const cells = readFileSync(join(folder, 'spec/bandwidth.yaml'), 'utf8').match(/"NO,:%"/g) ?? [];
    expect(report.diagnostics.map(({ id }) => id).sort()).toEqual([
      ...cells.map(() => 'cell-value'),
      'duplicate-key',
      'frame-pattern',
    ]);
    expect(err).toBe('');
    expect(exitCode).toBe(1);
  });

  test('counts lines and columns from 1, and points at both of two places', async () => {
    const duplicate = (await told()).find(({ id }) => id === 'duplicate-key');
    const lines = readFileSync(join(folder, 'spec/sinch.yaml'), 'utf8').split('\n');
    const [first, second] = lines.flatMap((line, index) => (line.includes('code: 400') ? [index + 1] : []));
    expect(duplicate?.at).toEqual({ path: 'spec/sinch.yaml', line: second, column: 15 });
    expect(duplicate?.notes?.map(({ at }) => at)).toEqual([{ path: 'spec/sinch.yaml', line: first, column: 15 }]);
  });

  test('is an empty list where nothing is wrong', async () => {
    const { out, exitCode } = await run(workspace(['spec']), 'lint', '--format', 'json');
    expect(JSON.parse(out)).toEqual({ diagnostics: [] });
    expect(exitCode).toBe(0);
  });
});

describe('github', () => {
  test('prints ten annotations of a severity, says how many there are, and puts all into the summary', async () => {
    const { out } = await run(folder, 'lint', '--format', 'github');
    const [last, ...annotations] = out.trimEnd().split('\n').reverse();
    const diagnostics = await told();
    expect(annotations.map((line) => line.split(' ')[0])).toEqual(Array(10).fill('::error'));
    expect(last).toBe(`::notice::${diagnostics.length - 10} more in the summary of this step`);
    const summary = readFileSync(join(folder, STEP_SUMMARY), 'utf8');
    expect(summary.trimEnd().split('\n')).toHaveLength(diagnostics.length + 2);
  });

  test('lets no text of a spec start a command of its own, or end one', async () => {
    const { out } = await run(folder, 'lint', '--format', 'github');
    for (const line of out.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^::(?:error|warning) file=[^:,]+,line=\d+,col=\d+(?:,endLine=\d+,endColumn=\d+)?,title=[\w-]+::[^:]|^::notice::/,
      );
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect(out).toContain('"NO,:%25"');
  });
});

describe('sarif', () => {
  test('has a result with a region for every problem, and the words of each rule', async () => {
    const log = JSON.parse((await run(folder, 'lint', '--format', 'sarif')).out) as Log;
    const [sarif] = log.runs;
    const rules = sarif?.tool.driver.rules ?? [];
    expect(log.version).toBe('2.1.0');
    expect(
      sarif?.results?.map(({ ruleId, ruleIndex = -1, level, locations }) => {
        const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
        const at = { path: artifactLocation?.uri, line: region?.startLine, column: region?.startColumn };
        return { id: ruleId, rule: rules[ruleIndex]?.id, severity: level, at };
      }),
    ).toEqual((await told()).map(({ id, severity, at }) => ({ id, rule: id, severity, at })));
    for (const { id, fullDescription } of rules) expect(fullDescription?.text, id).toMatch(/\.$/);
  });
});

describeWith('sarif-tools', ['sarif'], () => {
  test('reads the report', async () => {
    const path = join(folder, 'report.sarif');
    writeFileSync(path, (await run(folder, 'lint', '--format', 'sarif')).out);
    const summary = execute('sarif', ['summary', path]);
    const errors = (await told()).filter(({ severity }) => severity === 'error');
    expect(summary).toContain(`error: ${errors.length}\n`);
  });
});

test('text shows twenty problems and counts the rest', async () => {
  const { err, out } = await run(folder, 'lint');
  expect(err.match(/^(?:error|warning)\[/gm)).toHaveLength(20);
  expect(err).toContain(`\n… and ${(await told()).length - 20} more; --format json shows all\n`);
  expect(err).not.toMatch(/^::/m);
  expect(out).toBe('');
});

test('the lines of a file are found once, however much is told of it; of one that cannot be read there are none', () => {
  const linesOf = linesIn([
    { path: 'spec/a.yaml', text: 'one\ntwo' },
    { path: 'spec/b.yaml', text: '', isUnreadable: true },
  ]);
  expect(linesOf('spec/a.yaml')?.textOf(2)).toBe('two');
  expect(linesOf('spec/a.yaml')).toBe(linesOf('spec/a.yaml'));
  expect([linesOf('spec/b.yaml'), linesOf('spec/c.yaml')]).toEqual([undefined, undefined]);
});
