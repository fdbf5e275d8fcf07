/** What is measured as whole processes: our commands, those of our peers, and what a consumer's compiler takes. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLargeSpec } from './large-spec.mjs';

export const ROOT = join(import.meta.dirname, '../..');
export const CLI = join(ROOT, 'dist/cli.js');
export const TARGETS = ['typescript', 'json', 'json-schema'].flatMap((target) => ['--target', target]);

export const bare = { name: 'bare Node', args: ['-e', '0'] };

/** What a round edits: words alone, of which a compiler sees nothing, or a class, which is part of a row's type. */
export const edits = {
  basis: (text, round) => text.replace(/basis: { category: \d+/, `basis: { category: ${7 + round}`),
  text: (text, round) => text.replace(/description: Message is queued.*/, `description: Message is queued ${round}.`),
  class: (text) =>
    text.replace(
      /(?<=category: )(no-route|unknown)(?=, fault: unknown, retry: never)/,
      (category) => ({ 'no-route': 'unknown', unknown: 'no-route' })[category],
    ),
};

/** Our commands over the real specs, in copies of what is committed. */
export function commandSubjects(folder) {
  const clone = project(join(folder, 'clone'));
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  return [
    { name: '--version', args: [CLI, '--version'], cwd: empty },
    { name: '--help', args: [CLI, '--help'], cwd: empty },
    { name: 'explain 4432, packaged registry', args: [CLI, 'explain', '4432'], cwd: empty },
    { name: 'explain 4432, from the specs', args: [CLI, 'explain', '4432'], cwd: clone },
    { name: 'lint', args: [CLI, 'lint'], cwd: clone },
    { name: 'check, TypeScript, schemas, data', args: [CLI, 'check', ...TARGETS], cwd: clone },
    { name: 'check, all targets', args: [CLI, 'check'], cwd: clone },
    ...Object.entries(edits).map(([what, edit]) => {
      const cwd = project(join(folder, what));
      return {
        name: `generate, a ${what} changed`,
        args: [CLI, 'generate', ...TARGETS],
        cwd,
        before: (round) => rewrite(join(cwd, 'spec/sinch.yaml'), (text) => edit(text, round)),
      };
    }),
  ];
}

/** A cold start from nothing, for a catalog of so many rows with codes of a type. */
export function largeSubject(folder, rows, codeType) {
  const cwd = join(folder, `rows-${rows}-${codeType}`);
  writeLargeSpec(join(cwd, 'spec'), rows, join(ROOT, 'spec/taxonomy.yaml'), codeType);
  symlinkSync(join(ROOT, 'node_modules'), join(cwd, 'node_modules'));
  return {
    name: codeType === 'integer' ? 'ours' : 'ours, with codes that are strings',
    cwd,
    args: [CLI, 'generate', ...TARGETS, '--quiet'],
    before: () => rmSync(join(cwd, 'generated'), { recursive: true, force: true }),
  };
}

/** A compiler over a file that uses every provider, and over an empty one. */
export function compilerSubjects(folder) {
  const cwd = join(folder, 'consumer');
  mkdirSync(join(cwd, 'node_modules'), { recursive: true });
  symlinkSync(ROOT, join(cwd, 'node_modules/sms-error-codes'));
  writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(cwd, 'empty.ts'), 'export {};\n');
  writeFileSync(
    join(cwd, 'consumer.ts'),
    `import { BandwidthMessageErrorCode, classify, findSinchDeliveryError } from 'sms-error-codes';
export const entry = findSinchDeliveryError(402);
export const answer = classify({ provider: 'bandwidth', catalog: 'message', code: BandwidthMessageErrorCode.Unauthorized });
`,
  );
  const tsc = join(ROOT, 'node_modules/typescript-6/bin/tsc');
  const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', types: [] };
  return ['empty', 'consumer'].map((name) => {
    writeFileSync(join(cwd, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
    return { name: `tsc ${name}.ts`, cwd, args: [tsc, '--project', `${name}.json`] };
  });
}

/** NDJSON of callbacks, read by us and by nothing but `JSON.parse`. */
export function readSubjects(folder, lines) {
  const path = join(folder, 'callbacks.ndjson');
  const callback = JSON.parse(readFileSync(join(ROOT, 'test/bench/callback.json'), 'utf8'));
  const codes = [4432, 4720, 4799, 5999, 9902];
  const text = Array.from({ length: lines }, (_, line) =>
    JSON.stringify([{ ...callback[0], errorCode: codes[line % codes.length] }]),
  );
  writeFileSync(path, `${text.join('\n')}\n`);
  const parse = `
    const { createInterface } = await import('node:readline');
    for await (const line of createInterface({ input: process.stdin })) JSON.parse(line);`;
  // An outcome is twice as long as the callback that it is read from.
  const write = `
    let text = '';
    const { once } = await import('node:events');
    const { createInterface } = await import('node:readline');
    for await (const line of createInterface({ input: process.stdin })) {
      JSON.parse(line);
      text += line + '\\n' + line + '\\n';
      if (text.length < 65_536) continue;
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      text = '';
    }
    process.stdout.write(text);`;
  return [
    { name: 'JSON.parse of each line', stdin: path, args: ['--input-type=module', '-e', parse] },
    { name: 'the same, and each written twice', stdin: path, args: ['--input-type=module', '-e', write] },
    { name: 'read', stdin: path, args: [CLI, 'read', '--provider', 'bandwidth', '--quiet'] },
  ];
}

export function project(folder) {
  for (const part of ['spec', 'templates', 'generated'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** An edit that changes nothing would measure nothing. */
export function rewrite(path, edit) {
  const text = readFileSync(path, 'utf8');
  const edited = edit(text);
  if (edited === text) throw new Error(`an edit left ${path} as it was`);
  writeFileSync(path, edited);
}
