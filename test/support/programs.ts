/** Programs in Go and Java that use a package that was generated, as somebody would who has copied it. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from './toolchain.ts';
import { emptyFolder } from './workspace.ts';

/** What a `main.go` prints, to which the package is `app/codes`. */
export function runGo(generated: string, program: string, ...args: readonly string[]): string {
  const folder = emptyFolder();
  cpSync(join(generated, 'go'), join(folder, 'codes'), { recursive: true });
  rmSync(join(folder, 'codes/go.mod'));
  writeFileSync(join(folder, 'go.mod'), 'module app\n\ngo 1.21\n');
  writeFileSync(join(folder, 'main.go'), program);
  return execute('go', ['run', '.', ...args], { cwd: folder });
}

/** What the class `Main` prints. Java reads its arguments in the encoding of the locale, whatever else it is told. */
export function runJava(generated: string, program: string, ...args: readonly string[]): string {
  const folder = emptyFolder();
  cpSync(join(generated, 'java'), folder, { recursive: true });
  writeFileSync(join(folder, 'Main.java'), program);
  execute('javac', ['--release', '17', '-encoding', 'UTF-8', '-d', 'classes', 'Main.java'], { cwd: folder });
  return execute('java', ['-cp', 'classes', 'Main', ...args], { cwd: folder, env: { LC_ALL: 'C.UTF-8' } });
}
