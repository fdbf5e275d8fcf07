/** The Python package, vendored by copying, is what Python's own tools take for good, and holds every row. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { answeringEntries } from '../support/registry.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { edit, emptyFolder, ROOT, workspace } from '../support/workspace.ts';

/** Long lines, which are texts of providers, and the order of `__all__`, which is the document's. */
const UNWANTED = ['E501', 'RUF022'];

/** A folder with the package and the consumer beside each other, as in somebody's repository. */
function vendored(): string {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'generated/python/sms_error_codes'), join(folder, 'sms_error_codes'), { recursive: true });
  cpSync(join(ROOT, 'test/targets/python'), folder, { recursive: true });
  return folder;
}

describeWith('python', ['python3'], () => {
  test('every row is in the package as it is in registry.json', () => {
    expect(JSON.parse(execute('python3', ['round_trip.py'], { cwd: vendored() }))).toEqual(answeringEntries());
  });

  test('answers what a service asks, and nothing can be changed', () => {
    execute('python3', ['-W', 'error', 'consumer.py'], { cwd: vendored() });
  });

  test('importing one provider loads no other, and only the standard library', () => {
    const loaded = execute('python3', ['-c', 'import sys, sms_error_codes.sinch; print("\\n".join(sys.modules))'], {
      cwd: vendored(),
    }).split('\n');
    expect(loaded).toContain('sms_error_codes.sinch.delivery_report');
    expect(loaded.filter((name) => /bandwidth|alibaba/.test(name))).toEqual([]);
  });

  test('works below another package', () => {
    const folder = vendored();
    cpSync(join(folder, 'sms_error_codes'), join(folder, 'app/vendor/codes'), { recursive: true });
    writeFileSync(
      join(folder, 'main.py'),
      'from app.vendor.codes.sinch import delivery_report as d\nprint(d.find(402))\n',
    );
    expect(execute('python3', ['main.py'], { cwd: folder })).toMatch(
      /^SinchDeliveryError\(code=<SinchDeliveryErrorCode/,
    );
  });
});

describeWith('python: types', ['mypy', 'pyright'], () => {
  test('mypy --strict', () => {
    expect(
      execute('mypy', ['--strict', '--cache-dir=/dev/null', 'sms_error_codes', 'consumer.py'], { cwd: vendored() }),
    ).toMatch(/^Success: no issues found in \d+ source files\n$/);
  });

  test('pyright', () => {
    const folder = vendored();
    writeFileSync(
      join(folder, 'pyrightconfig.json'),
      '{ "typeCheckingMode": "strict", "include": ["sms_error_codes", "consumer.py"] }',
    );
    expect(execute('pyright', [], { cwd: folder })).toMatch(/^0 errors, 0 warnings, 0 informations/m);
  });
});

describeWith('python: layout', ['python3', 'ruff'], () => {
  test('the formatter finds nothing to change', () => {
    expect(
      execute('ruff', ['format', '--isolated', '--no-cache', '--diff', 'sms_error_codes'], { cwd: vendored() }),
    ).toBe('');
  });

  test('a question about several axes is one about all of them, and laid out alike', async () => {
    const folder = workspace(['spec', 'templates']);
    edit(
      join(folder, 'spec/taxonomy.yaml'),
      'when: { retry: [never] }',
      'when: { retry: [never], fault: [carrier, customer] }',
    );
    expect((await run(folder, 'generate', '--target', 'python')).exitCode).toBe(0);
    const cwd = join(folder, 'generated/python');
    expect(execute('ruff', ['format', '--isolated', '--no-cache', '--diff', '.'], { cwd })).toBe('');
    const program = `from sms_error_codes.taxonomy import Claims, Fault, Retry
print([Claims(retry=Retry.NEVER, fault=fault).must_not_resend() for fault in (Fault.CARRIER, Fault.NONE, None)])`;
    expect(execute('python3', ['-c', program], { cwd })).toBe('[True, False, False]\n');
  });

  test('no lint of the usual families', () => {
    expect(
      execute(
        'ruff',
        [
          'check',
          '--isolated',
          '--no-cache',
          '--select',
          'E,F,W,B,UP,PL,RUF,SIM,N',
          '--ignore',
          UNWANTED.join(','),
          '--target-version',
          'py311',
          'sms_error_codes',
        ],
        {
          cwd: vendored(),
        },
      ),
    ).toMatch(/All checks passed/);
  });

  test('none that is left out, which still would find something', () => {
    const flags = [
      '--isolated',
      '--no-cache',
      '--exit-zero',
      '--output-format',
      'concise',
      '--target-version',
      'py311',
    ];
    const out = execute('ruff', ['check', ...flags, '--select', UNWANTED.join(','), 'sms_error_codes'], {
      cwd: vendored(),
    });
    expect([...new Set(out.match(/\b[A-Z]+\d+\b/g))].sort()).toEqual(UNWANTED);
  });
});
