/** The Go package, vendored by copying, is what Go's own tools take for good, and holds every row. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answeringEntries } from '../support/registry.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { emptyFolder, ROOT } from '../support/workspace.ts';

/** A module with the package in a folder of its own, as somebody would copy it. */
function vendored(): string {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'test/targets/go'), folder, { recursive: true });
  cpSync(join(ROOT, 'generated/go'), join(folder, 'internal/smserrorcodes'), { recursive: true });
  rmSync(join(folder, 'internal/smserrorcodes/go.mod'));
  writeFileSync(join(folder, 'go.mod'), 'module app\n\ngo 1.21\n');
  return folder;
}

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

  test('answers what a service asks, and nothing shared can be changed', () => {
    const folder = vendored();
    execute('go', ['vet', './...'], { cwd: folder });
    expect(execute('go', ['test', './...'], { cwd: folder })).toMatch(/^ok\s+app\s/m);
  });
});
