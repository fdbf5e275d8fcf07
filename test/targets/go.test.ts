/** The Go package, vendored by copying, is what Go's own tools take for good, and holds every row. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { answeringEntries } from '../support/registry.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { edit, emptyFolder, ROOT, workspace } from '../support/workspace.ts';

/** A module with the package in a folder of its own, as somebody would copy it. */
function vendored(): string {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'test/targets/go'), folder, { recursive: true });
  cpSync(join(ROOT, 'generated/go'), join(folder, 'internal/smserrorcodes'), { recursive: true });
  rmSync(join(folder, 'internal/smserrorcodes/go.mod'));
  writeFileSync(join(folder, 'go.mod'), 'module app\n\ngo 1.21\n');
  return folder;
}

const SEVERAL = `package smserrorcodes

import "testing"

func TestSeveral(t *testing.T) {
	for fault, want := range map[Fault]bool{FaultCarrier: true, FaultCustomer: true, FaultNone: false, "": false} {
		for _, retry := range []Retry{RetryNever, RetryOnce} {
			if got := (Claims{Retry: retry, Fault: fault}).MustNotResend(); got != (want && retry == RetryNever) {
				t.Errorf("%q and %q: %v", retry, fault, got)
			}
		}
	}
}
`;

describeWith('go', ['go', 'gofmt'], () => {
  test('the formatter finds nothing to change', () => {
    expect(execute('gofmt', ['-d', '-s', join(ROOT, 'generated/go')])).toBe('');
  });

  test('is a module of its own that go vet has nothing against', () => {
    execute('go', ['vet', './...'], { cwd: join(ROOT, 'generated/go') });
  });

  test('every row is in the package as it is in registry.json', () => {
    expect(JSON.parse(execute('go', ['run', '.'], { cwd: vendored() }))).toEqual(answeringEntries());
  });

  test('a question about several axes is one about all of them', async () => {
    const folder = workspace(['spec', 'templates']);
    edit(
      join(folder, 'spec/taxonomy.yaml'),
      'when: { retry: [never] }',
      'when: { retry: [never], fault: [carrier, customer] }',
    );
    expect((await run(folder, 'generate', '--target', 'go')).exitCode).toBe(0);
    const cwd = join(folder, 'generated/go');
    writeFileSync(join(cwd, 'several_test.go'), SEVERAL);
    execute('go', ['vet', '.'], { cwd });
    expect(execute('go', ['test', '.'], { cwd })).toMatch(/^ok\s/);
  });

  test('answers what a service asks, and nothing shared can be changed', () => {
    const folder = vendored();
    execute('go', ['vet', './...'], { cwd: folder });
    expect(execute('go', ['test', './...'], { cwd: folder })).toMatch(/^ok\s+app\s/m);
  });
});
