/** The Java package, copied into a Maven project, is what the strictest compiler takes for good, and holds every row. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { answeringEntries } from '../support/registry.ts';
import { catalogHead, providerHead, TEXT_COLUMN } from '../support/spec.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { emptyFolder, ROOT, workspace } from '../support/workspace.ts';

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
    expect(log).toMatch(/Tests run: 6, Failures: 0, Errors: 0, Skipped: 0/);
    expect(JSON.parse(readFileSync(join(folder, 'target/entries.json'), 'utf8'))).toEqual(answeringEntries());
  });
});

/** What `generate` says of a catalog with so many codes, and where its output is. */
async function generated(codes: number): Promise<{ err: string; folder: string }> {
  const folder = workspace(['templates']);
  mkdirSync(join(folder, 'spec'));
  const rows = Array.from(
    { length: codes },
    (_, index) =>
      `      - { code: ${index}, line: ${index + 1}, name: error_${index}, text: ${'What went wrong '.repeat(3)} }\n`,
  );
  writeFileSync(
    join(folder, 'spec/acme.yaml'),
    `${providerHead()}catalogs:\n${catalogHead({ rows: codes, columns: [TEXT_COLUMN] })}${rows.join('')}`,
  );
  const { err } = await run(folder, 'generate', '--target', 'java', '--no-color');
  return { err, folder: join(folder, 'generated/java') };
}

describeWith('java: large catalogs', ['java', 'javac'], () => {
  test('a table that no initialiser could hold compiles, and its last code is found', async () => {
    const { folder } = await generated(2500);
    const program = `import smserrorcodes.AcmeErrors;
class Main { public static void main(String[] arguments) { System.out.println(AcmeErrors.ALL.size() + AcmeErrors.find(2499).orElseThrow().name()); } }
`;
    writeFileSync(join(folder, 'Main.java'), program);
    execute('sh', ['-c', 'javac --release 17 -Xlint:all -Werror -d classes smserrorcodes/*.java Main.java'], {
      cwd: folder,
    });
    expect(execute('java', ['-cp', 'classes', 'Main'], { cwd: folder })).toBe('2500error_2499\n');
  });

  test('an enum at the limit compiles', async () => {
    const { folder } = await generated(3000);
    execute('javac', ['--release', '17', '-d', 'classes', 'smserrorcodes/AcmeErrorCode.java'], { cwd: folder });
  });

  test('one code more is refused, at its row', async () => {
    const { err } = await generated(3001);
    expect(err).toContain('error[unencodable]: "3000" is beyond the 3000 codes that an enum of Java can hold');
    expect(err).toMatch(/spec\/acme\.yaml:3016:17/);
  });
});
