/** `action.yml`, its steps run by bash as GitHub runs them, in a project that has the package installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { install, project } from '../support/project.ts';
import { emptyFolder, ROOT } from '../support/workspace.ts';

interface Step {
  readonly name: string;
  readonly if?: string;
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
const { steps } = action.runs;

const NOTE = 'note: No reason is given; nothing follows for other providers.';

test('inputs reach the scripts as variables, and never as their text', () => {
  expect(action.runs.using).toBe('composite');
  expect(steps.map(({ shell }) => shell)).toEqual(['bash', 'bash']);
  expect(steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
});

test('where all is well, it says so', () => {
  const { folder, base } = project();
  const [check, diff] = runAction(folder, base);
  expect(check).toMatchObject({ exitCode: 0, out: '' });
  expect(check?.err).toContain('all as planned');
  expect(diff).toMatchObject({ exitCode: 0, summary: 'No changes.\n' });
});

test('output that nobody made again fails, with an annotation for each file, and the change is told all the same', () => {
  const { folder, base, change } = project();
  change('spec/bandwidth.yaml', NOTE, 'note: Nobody knows why.');
  const [check, diff] = runAction(folder, base);
  expect(check?.exitCode).toBe(1);
  expect(check?.out).toMatch(
    /^::error file=generated\/json\/registry\.json,line=\d+,.*title=drift-changed::the file is/m,
  );
  expect(check?.summary).toMatch(/^\| error \| generated\/json\/registry\.json:/m);
  expect(diff?.exitCode).toBe(0);
  expect(diff?.out).toMatch(/^::notice file=spec\/bandwidth\.yaml,line=\d+,/m);
  expect(diff?.summary).toMatch(/^### Changed\n\n- \*\*bandwidth\/message\*\*/m);
});

test('a breaking change fails where that is asked for', () => {
  const { folder, base, change } = project();
  change('spec/bandwidth.yaml', 'name: unallocated_from_number', 'name: from_number_unallocated');
  expect(runAction(folder, base)[1]?.exitCode).toBe(0);
  const [, diff] = runAction(folder, base, { 'fail-on': 'breaking' });
  expect(diff?.exitCode).toBe(1);
  expect(diff?.summary).toContain('### Breaking');
  expect(runAction(folder, base, { 'fail-on': 'sometimes' })[1]).toMatchObject({ exitCode: 2 });
});

test('a shallow checkout fetches what it compares with', () => {
  const { folder, base, change } = project();
  change('spec/bandwidth.yaml', NOTE, 'note: Nobody knows why.');
  const shallow = join(emptyFolder(), 'checkout');
  spawnSync('git', ['clone', '--quiet', '--depth=1', `file://${folder}`, shallow]);
  install(shallow);
  expect(runAction(shallow, base)[1]).toMatchObject({ exitCode: 0, summary: expect.stringContaining('### Changed') });
});

test('nothing is told where there is nothing to compare with', () => {
  expect(runAction(project().folder, '').map(({ exitCode }) => exitCode)).toEqual([0]);
});

test('an input is a word, whatever it says', () => {
  const { folder, base } = project();
  const words = '$(touch pwned) "; touch pwned; "';
  const [check, diff] = runAction(folder, base, { spec: words, 'fail-on': words });
  expect(check).toMatchObject({ exitCode: 2, err: expect.stringContaining('there is no spec folder "$(touch pwned)') });
  expect(diff?.exitCode).toBe(2);
  expect(existsSync(join(folder, 'pwned'))).toBe(false);
});

test('what has to be done first is said', () => {
  const { folder, base } = project();
  rmSync(join(folder, 'node_modules'), { recursive: true });
  expect(runAction(folder, base)[0]).toMatchObject({ exitCode: 2, out: expect.stringContaining('run "npm ci"') });
});

interface Ran {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
  readonly summary: string;
}

/** The steps that run, in a job that nobody cancels; a step without a condition needs all before it to succeed. */
function runAction(folder: string, base: string, given: Readonly<Record<string, string>> = {}): Ran[] {
  const known = { 'github.event.pull_request.base.sha': base };
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? filled(input.default, known)]),
  );
  const values = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]));
  const ran: Ran[] = [];
  for (const step of steps) {
    const isDue = step.if === undefined ? ran.every(({ exitCode }) => exitCode === 0) : holds(step.if, inputs);
    if (!isDue) continue;
    const env = Object.entries(step.env).map(([name, value]) => [name, filled(value, values)]);
    ran.push(runStep(folder, step.run, Object.fromEntries(env)));
  }
  return ran;
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (expression, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${expression} is not known here`);
    return value;
  });
}

/** GitHub's conditions read like JavaScript's. */
function holds(condition: string, inputs: object): unknown {
  const expression = condition.replace(/^\$\{\{ (.*) \}\}$/, '$1');
  return new Function('inputs', 'cancelled', `return ${expression}`)(inputs, () => false);
}

function runStep(folder: string, script: string, env: Readonly<Record<string, string>>): Ran {
  const runner = emptyFolder();
  const [file, summary] = [join(runner, 'step.sh'), join(runner, 'summary.md')];
  writeFileSync(file, script);
  writeFileSync(summary, '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: runner,
      ...env,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_STEP_SUMMARY: summary,
    },
  });
  return { exitCode: status, out: stdout, err: stderr, summary: readFileSync(summary, 'utf8') };
}
