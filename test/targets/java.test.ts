/** The Java package, copied into a Maven project, is what the strictest compiler takes for good, and holds every row. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedEntries } from '../support/registry.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { emptyFolder, ROOT } from '../support/workspace.ts';

describeWith('java', ['javac', 'mvn'], () => {
  test('compiles without a warning, answers what a service asks, and has every row as in registry.json', () => {
    const folder = emptyFolder();
    cpSync(join(ROOT, 'generated/java/smserrorcodes'), join(folder, 'src/main/java/smserrorcodes'), {
      recursive: true,
    });
    cpSync(join(ROOT, 'test/targets/java/ConsumerTest.java'), join(folder, 'src/test/java/app/ConsumerTest.java'));
    cpSync(join(ROOT, 'test/targets/java/pom.xml'), join(folder, 'pom.xml'));

    // Offline: what it needs was fetched by .ci/toolchains.
    const log = execute('mvn', ['--offline', '--batch-mode', '--no-transfer-progress', 'test'], { cwd: folder });
    expect(log).toMatch(/Tests run: 4, Failures: 0, Errors: 0, Skipped: 0/);
    expect(JSON.parse(readFileSync(join(folder, 'target/entries.json'), 'utf8'))).toEqual(publishedEntries());
  });
});
