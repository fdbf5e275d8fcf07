/** The laws of ARCHITECTURE.md that can be read from the imports and names of `generator/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Node, Project, type SourceFile, SyntaxKind } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/workspace.ts';

/** From the bottom to the top. What stands in one row knows nothing of its neighbours, and nothing of the rows below here. */
const layers: readonly (readonly string[])[] = [
  ['diagnostic/', 'folders.ts', 'group-by.ts', 'leftover.ts', 'memory.ts', 'refusal.ts', 'short-path.ts'],
  ['disk.ts', 'document/', 'git.ts', 'languages/', 'spec/', 'watch.ts'],
  ['registry/'],
  ['rules/'],
  ['compile.ts', 'targets/'],
  ['input.ts', 'output/'],
  ['audit/', 'change/', 'explain/', 'read/', 'verify/'],
  ['cli/'],
  ['main.ts'],
];

/** Imports that point up, each until it is gone. */
const upward: readonly string[] = ['targets/render.ts -> output/ownership.ts'];

/** The one file that imports a package. */
const doors: Readonly<Record<string, string>> = {
  ajv: 'verify/ajv.ts',
  chokidar: 'watch.ts',
  commander: 'cli/program.ts',
  'csv-parse': 'document/csv.ts',
  diff: 'output/text-diff.ts',
  'fastest-levenshtein': 'diagnostic/suggest.ts',
  handlebars: 'targets/handlebars.ts',
  'js-tokens': 'verify/typescript/tokens.ts',
  'mdast-util-from-markdown': 'document/markdown.ts',
  'mdast-util-gfm-table': 'document/markdown.ts',
  'micromark-extension-gfm-table': 'document/markdown.ts',
  parse5: 'document/html.ts',
  picocolors: 'diagnostic/text.ts',
  semver: 'change/release.ts',
  sarif: 'diagnostic/sarif.ts',
  'ts-morph': 'verify/typescript/',
  yaml: 'spec/yaml',
  'node:child_process': 'git.ts',
  'node:events': 'watch.ts',
  'node:fs': 'disk.ts',
  'node:module': 'verify/typescript/compile.ts',
  'node:os': 'main.ts',
  'node:string_decoder': 'read/bodies.ts',
  'node:timers': 'main.ts',
  'node:v8': 'main.ts',
};

/** What any file may import: none of it reads the machine, the clock or the network. */
const anywhere = ['change-case', 'node:crypto', 'node:path', 'node:util'];

/** Files that name a provider, each until it does not. */
const knowing: readonly string[] = [];

/** Files that are longer than a file should be, each until it is shorter. */
const long: readonly string[] = [];
const LONGEST = 250;

const GENERATOR = join(ROOT, 'generator');
const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
const files = project.addSourceFilesAtPaths([`${GENERATOR}/**/*.ts`, `!${GENERATOR}/**/*.d.ts`]).map((source) => ({
  path: relative(GENERATOR, source.getFilePath()),
  source,
  imports: importsOf(source),
  types: typeImportsOf(source),
}));

/** Of this folder, as paths below it. */
const edges = files.flatMap(({ path, imports }) =>
  imports
    .filter((specifier) => specifier.startsWith('.') && specifier.endsWith('.ts'))
    .map((specifier) => ({ from: path, to: relative(GENERATOR, resolve(GENERATOR, dirname(path), specifier)) })),
);

test('the files were found', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(edges.length).toBeGreaterThan(200);
  expect(new Set(edges.map(({ to }) => to))).toEqual(
    new Set(files.map(({ path }) => path).filter((path) => path !== 'main.ts')),
  );
});

describe('dependencies point down', () => {
  test('every file has its layer', () => {
    expect(files.map(({ path }) => path).filter((path) => layerOf(path) === -1)).toEqual([]);
  });

  test('no import points up or aside, but for those that are listed and still there', () => {
    const wrong = edges
      .filter(({ from, to }) => partOf(from) !== partOf(to) && layerOf(to) >= layerOf(from))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual(upward);
  });

  test('no file imports itself by a detour', () => {
    const importedBy = (path: string) => edges.filter(({ from }) => from === path).map(({ to }) => to);
    const circles = files.flatMap(({ path }) => {
      const seen = new Set(importedBy(path));
      // A set that grows while it is walked is walked to its end.
      for (const next of seen) for (const further of importedBy(next)) seen.add(further);
      return seen.has(path) ? [path] : [];
    });
    expect(circles).toEqual([]);
  });

  test('only what works on folders for a command uses the disk', () => {
    const users = files.filter(({ imports, types }) =>
      imports.some((specifier) => specifier.endsWith('/disk.ts') && !types.includes(specifier)),
    );
    expect(users.map(({ path }) => path).filter((path) => path !== 'input.ts' && !path.startsWith('cli/'))).toEqual([]);
  });
});

describe('one package, one door', () => {
  const uses = files.flatMap(({ path, imports }) =>
    imports.filter((specifier) => !/^[.#]/.test(specifier)).map((specifier) => ({ path, name: packageOf(specifier) })),
  );

  test.each(Object.entries(doors))('%s is imported by %s alone', (name, door) => {
    const doorOf = (path: string) => (path.startsWith(door) ? door : path);
    expect(new Set(uses.filter((use) => use.name === name).map(({ path }) => doorOf(path)))).toEqual(new Set([door]));
  });

  test('nothing else is imported but what needs no door', () => {
    const doorless = uses.flatMap(({ name }) => (doors[name] === undefined ? [name] : []));
    expect([...new Set(doorless)].sort()).toEqual(anywhere);
  });
});

describe('the core is pure', () => {
  test('one file touches the process', () => {
    expect(filesThatName(['process', 'global', 'globalThis', 'console'])).toEqual(['main.ts']);
  });

  test('none asks for the time, for chance or for the locale', () => {
    expect(filesThatName(['Date', 'random', 'Intl', 'localeCompare', 'fetch'])).toEqual([]);
    // For `watch`, which tells how long a build took and waits for the end of a burst of changes.
    expect(filesThatName(['performance', 'setTimeout', 'setInterval'])).toEqual(['main.ts']);
    expect(files.filter(({ source }) => /\.toLocale\w*\(/.test(source.getText())).map(({ path }) => path)).toEqual([]);
  });
});

test('no file keeps what it has seen from one call to the next, but for what a weak map holds, and a warm compiler', () => {
  const isEmptyCollection = (node: Node | undefined) =>
    Node.isNewExpression(node) &&
    /^(Map|Set)$/.test(node.getExpression().getText()) &&
    node.getArguments().length === 0;
  const keeping = files.filter(({ source }) =>
    source
      .getVariableStatements()
      .some(
        (statement) =>
          statement.getDeclarationKind() !== 'const' ||
          statement.getDeclarations().some((declaration) => isEmptyCollection(declaration.getInitializer())),
      ),
  );
  expect(keeping.map(({ path }) => path)).toEqual(['verify/typescript/compile.ts']);
});

test('generic code knows no provider, but for files that are listed and still do', () => {
  const providers = /sinch|bandwidth|alibaba/i;
  const found = ['generator', 'templates'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => providers.test(path) || providers.test(readFileSync(path, 'utf8')))
      .map((path) => relative(ROOT, path)),
  );
  expect(found).toEqual(knowing);
});

test(`no file is longer than ${LONGEST} lines, but for those that are listed and still are`, () => {
  const linesOf = (source: SourceFile) => source.getFullText().split('\n').length - 1;
  expect(files.filter(({ source }) => linesOf(source) > LONGEST).map(({ path }) => path)).toEqual(long);
});

test('every file says first what lives in it', () => {
  const silent = files.filter(({ source }) => !/^(#!.*\n)?\/\*\*(?! *\n *\* @)/.test(source.getFullText()));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('the map names every folder and file of the generator, and nothing that is gone', () => {
  const [, map = ''] =
    /## Map of the code\n(.*?)\n## /s.exec(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')) ?? [];
  const places = [...map.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) => [
    ...cell.matchAll(/`generator\/(.+?)`/g),
  ]);
  const there = readdirSync(GENERATOR, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => !/\.md$|\.d\.ts$/.test(name));
  expect(places.map(([, place]) => place).sort()).toEqual(there.sort());
});

/** Whatever a file imports, in whichever way. */
function importsOf(source: SourceFile): string[] {
  return [
    ...source.getImportStringLiterals().map((literal) => literal.getLiteralValue()),
    ...source.getDescendantsOfKind(SyntaxKind.ImportType).map((type) => type.getArgument().getText().slice(1, -1)),
  ];
}

/** Of these, what is gone when it runs. */
function typeImportsOf(source: SourceFile): string[] {
  return source
    .getImportDeclarations()
    .filter((declaration) => declaration.isTypeOnly())
    .map((declaration) => declaration.getModuleSpecifierValue());
}

/** Those with an identifier that stands for one of these, and not for a property or a name of their own. */
function filesThatName(names: readonly string[]): string[] {
  return files
    .filter(({ source }) =>
      source.getDescendantsOfKind(SyntaxKind.Identifier).some((identifier) => {
        const parent = identifier.getParent();
        const isOwn = Node.isPropertyAssignment(parent) || Node.isPropertySignature(parent);
        return names.includes(identifier.getText()) && !isOwn;
      }),
    )
    .map(({ path }) => path);
}

function partOf(path: string): string {
  return layers.flat().find((part) => path.startsWith(part)) ?? path;
}

function layerOf(path: string): number {
  return layers.findIndex((parts) => parts.some((part) => path.startsWith(part)));
}

function packageOf(specifier: string): string {
  return specifier.startsWith('@') ? specifier.split('/', 2).join('/') : (specifier.split('/')[0] ?? '');
}
