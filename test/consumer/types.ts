/** The types, through each compiler that people have and each way in which they resolve packages. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Consumer, readInstalled, tool } from '../support/consumer.ts';
import { ROOT } from '../support/workspace.ts';

export const compilers = [
  { version: '5.9', script: 'typescript-5.9/bin/tsc', exhaustsRawLabels: false },
  { version: '6.0', script: 'typescript-6/bin/tsc', exhaustsRawLabels: true },
  { version: '7.0', script: 'typescript/bin/tsc', exhaustsRawLabels: true },
];

export const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  isolatedModules: true,
  resolveJsonModule: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
  target: 'es2022',
  lib: ['es2022'],
};

/** A `.cts` file is CommonJS, and so gets the other half of the package. */
const resolutions = [
  { name: 'nodenext', options: { module: 'nodenext' }, asCommonJs: true },
  { name: 'bundler', options: { module: 'esnext', moduleResolution: 'bundler' }, asCommonJs: false },
];

const commonJs = ['exhaustive-cjs.cts', 'wrong-cjs.cts'];

interface Catalog {
  readonly typeName: string;
  readonly key: readonly string[];
  readonly entries: readonly { readonly name: string; readonly [field: string]: unknown }[];
}

export function types(consumer: () => Consumer): void {
  beforeAll(() => {
    const { folder } = consumer();
    const { providers } = JSON.parse(readInstalled(consumer(), 'generated/json/registry.json'));
    const catalogs: Catalog[] = providers.flatMap((provider: { catalogs: Catalog[] }) => provider.catalogs);
    writeFileSync(join(folder, 'exhaustive.ts'), catalogs.map(exhaustive).join('\n'));
    writeFileSync(join(folder, 'raw.ts'), catalogs.map(raw).join('\n'));
    for (const name of ['types.ts', 'wrong.ts']) cpSync(join(ROOT, 'test/consumer/app', name), join(folder, name));
    for (const name of ['types', 'wrong', 'exhaustive'])
      cpSync(join(folder, `${name}.ts`), join(folder, `${name}-cjs.cts`));
    for (const { name, options, asCommonJs } of resolutions) {
      const include = ['types.ts', 'wrong.ts', 'exhaustive.ts', 'raw.ts', ...(asCommonJs ? ['*-cjs.cts'] : [])];
      const config = { compilerOptions: { ...strict, ...options }, include };
      writeFileSync(join(folder, `tsconfig.${name}.json`), JSON.stringify(config));
    }
  });

  describe.each(compilers)('TypeScript $version', ({ version, script, exhaustsRawLabels }) => {
    test('is what is installed', async () => {
      const { out } = await tool(consumer().folder, script, '--version');
      expect(out).toMatch(new RegExp(`^Version ${version.replace('.', '\\.')}`));
    });

    test('a library can publish what it makes of the package', async () => {
      const folder = join(consumer().folder, `declarations-${version}`);
      mkdirSync(folder);
      cpSync(join(ROOT, 'test/consumer/app/declarations.ts'), join(folder, 'declarations.ts'));
      const emit = { noEmit: false, declaration: true, emitDeclarationOnly: true };
      const compilerOptions = { ...strict, ...resolutions[0]?.options, ...emit };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['declarations.ts'] }));
      const { exitCode, out } = await tool(folder, script, '-p', '.', '--pretty', 'false');
      expect({ exitCode, out }).toEqual({ exitCode: 0, out: '' });
    });

    test.each(resolutions)('compiles what is right, and rejects what is wrong, with $name', async (resolution) => {
      const { folder } = consumer();
      const { out } = await tool(folder, script, '-p', `tsconfig.${resolution.name}.json`, '--pretty', 'false');
      const announced = ['exhaustive.ts', 'wrong.ts', ...(resolution.asCommonJs ? commonJs : [])].map(
        (file) => [file, announcedIn(join(folder, file))] as const,
      );
      const { 'raw.ts': rawLabels = [], ...problems } = problemsOf(out);
      expect(problems).toEqual(Object.fromEntries(announced));
      // Not narrowed to never, once for each catalog.
      expect(rawLabels.map((problem) => problem.replace(/^\d+: (TS\d+).*/, '$1'))).toEqual(
        exhaustsRawLabels ? [] : ['TS1360', 'TS1360', 'TS1360', 'TS1360'],
      );
    });
  });
}

/** The first line of each problem, by file, as `line: TS1234: message`. */
function problemsOf(out: string): Record<string, string[]> {
  const byFile: Record<string, string[]> = {};
  for (const [, file = '', line, message] of out.matchAll(/^([\w.-]+)\((\d+),\d+\): error (.*)$/gm)) {
    byFile[file] = [...(byFile[file] ?? []), `${line}: ${message}`];
  }
  return byFile;
}

/** What the comments of a file announce for the lines below them. */
function announcedIn(path: string): string[] {
  const announced = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const [, problem] = /^\s*\/\/ (TS\d+: .*)$/.exec(text) ?? [];
      return problem === undefined ? [] : [`${index + 2}: ${problem}`];
    });
  if (announced.length === 0) throw new Error(`${path} announces nothing`);
  return announced;
}

/** A `switch` over all codes in the two forms that people use, and each of them with the first code missing. */
function exhaustive({ typeName, key, entries }: Catalog): string {
  const [first, ...others] = [...new Set(entries.map(({ name }) => pascal(name)))].map(
    (member) => `    case ${typeName}Code.${member}:\n      return entry.name;`,
  );
  const firstRow = pascal(entries[0]?.name ?? '') + key.slice(1).map((field) => entries[0]?.[field]);
  return `import { type ${typeName}, ${typeName}Code } from 'sms-error-codes';
export function allOf${typeName}(entry: ${typeName}): string {
  switch (entry.code) {
${[first, ...others].join('\n')}
  }
}
export function allOrNeverOf${typeName}(entry: ${typeName}): string {
  switch (entry.code) {
${[first, ...others].join('\n')}
    default:
      entry satisfies never;
      throw new Error();
  }
}
// TS2366: Function lacks ending return statement and return type does not include 'undefined'.
export function missingOf${typeName}(entry: ${typeName}): string {
  switch (entry.code) {
${others.join('\n')}
  }
}
export function missingOrNeverOf${typeName}(entry: ${typeName}): string {
  switch (entry.code) {
${others.join('\n')}
    default:
      // TS1360: Type '${typeName}${firstRow}' does not satisfy the expected type 'never'.
      entry satisfies never;
      throw new Error();
  }
}
`;
}

/** The same with wire values as labels. */
function raw({ typeName, entries }: Catalog): string {
  const codes = [...new Set(entries.map((entry) => entry['code']))];
  return `import type { ${typeName} } from 'sms-error-codes';
export function rawOf${typeName}(entry: ${typeName}): string {
  switch (entry.code) {
${codes.map((code) => `    case ${JSON.stringify(code)}:\n      return entry.name;`).join('\n')}
    default:
      entry satisfies never;
      throw new Error();
  }
}
`;
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
}
