/** README's way to take each language, followed to the letter in an empty folder: what it shows is what happens. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { edit, emptyFolder, ROOT, workspace } from '../support/workspace.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

interface Shown {
  readonly command: string;
  readonly program: string;
  /** What the comment at its end says that it prints. */
  readonly prints: string;
}

function shownFor(language: string): Shown {
  const [command = ''] = new RegExp(`^.* package/generated/${language}\\b.*$`, 'm').exec(readme) ?? [];
  const [, program = ''] = new RegExp(`^\`\`\`${language}\\n([^\`]+)\`\`\``, 'm').exec(readme) ?? [];
  const [, prints = ''] = /(?:\/\/|#|--) (\w.*)$/m.exec(program) ?? [];
  return { command, program, prints: `${prints}\n` };
}

/** A folder with the unpacked package, in which README's command has been run, and the program stands. */
function taken({ command, program }: Shown, file: string): string {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'generated'), join(folder, 'package/generated'), { recursive: true });
  execute('sh', ['-e', '-c', command], { cwd: folder });
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), program);
  return folder;
}

describeWith('python', ['python3'], () => {
  test('as README shows it', () => {
    const shown = shownFor('python');
    const cwd = taken(shown, 'main.py');
    expect(execute('python3', ['main.py'], { cwd })).toBe(shown.prints);
  });
});

describeWith('go', ['go'], () => {
  test('as README shows it', () => {
    const shown = shownFor('go');
    const cwd = taken(shown, 'main.go');
    writeFileSync(join(cwd, 'go.mod'), 'module app\n\ngo 1.21\n');
    expect(execute('go', ['run', '.'], { cwd })).toBe(shown.prints);
  });
});

describeWith('java', ['java', 'javac'], () => {
  test('as README shows it', () => {
    const shown = shownFor('java');
    const cwd = taken(shown, 'src/main/java/Main.java');
    execute('javac', ['-sourcepath', 'src/main/java', '-d', 'classes', 'src/main/java/Main.java'], { cwd });
    expect(execute('java', ['-cp', 'classes', 'Main'], { cwd })).toBe(shown.prints);
  });
});

describeWith('sql', ['sqlite3'], () => {
  test('as README shows it', () => {
    const shown = shownFor('sql');
    const cwd = taken(shown, 'query.sql');
    expect(execute('sqlite3', ['codes.db', '.read query.sql'], { cwd })).toBe(shown.prints);
  });
});

describeWith("names of one's own", ['go', 'java', 'javac', 'python3'], () => {
  test('each package works under another name', async () => {
    const folder = workspace(['spec', 'templates']);
    edit(join(folder, 'templates/java/target.yaml'), 'package: smserrorcodes', 'package: com.example.codes');
    edit(join(folder, 'templates/java/target.yaml'), 'folder: smserrorcodes', 'folder: com/example/codes');
    edit(join(folder, 'templates/go/target.yaml'), 'package: smserrorcodes', 'package: codes');
    edit(join(folder, 'templates/go/target.yaml'), 'module: smserrorcodes', 'module: example.com/codes');
    edit(join(folder, 'templates/python/target.yaml'), 'package: sms_error_codes', 'package: codes');
    const targets = ['java', 'go', 'python'].flatMap((target) => ['--target', target]);
    expect((await run(folder, 'generate', ...targets)).exitCode).toBe(0);
    const cwd = join(folder, 'generated');
    execute('sh', ['-c', 'javac --release 17 -d classes java/com/example/codes/*.java'], { cwd });
    execute('go', ['vet', './...'], { cwd: join(cwd, 'go') });
    expect(execute('go', ['list'], { cwd: join(cwd, 'go') })).toBe('example.com/codes\n');
    execute('python3', ['-c', 'from codes.bandwidth import message; assert message.find(4432)'], {
      cwd: join(cwd, 'python'),
    });
  });
});
