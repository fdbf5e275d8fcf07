/** A project that is small enough to be generated thousands of times, in two states: from one to the other files come, go and change. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../support/cli.ts';
import { catalogHead, providerHead } from '../support/spec.ts';
import { treeOf } from '../support/tree.ts';
import { emptyFolder } from '../support/workspace.ts';

/** Files without the mark of generated ones, which are known from the manifest alone, and files with it. */
const TEMPLATES: Readonly<Record<string, string>> = {
  'plain/target.yaml': `language: csv
files:
  - { template: code.hbs, per: catalog, path: "{provider}/{catalog}.csv" }
`,
  'plain/code.hbs': `id,code,text
{{#each entries}}
{{nameLiteral}},{{codeString}},{{cell ../title}}
{{/each}}
`,
  'marked/target.yaml': `language: python
files:
  - { template: code.hbs, per: catalog, path: "{provider}/deep/{catalog}.py" }
`,
  'marked/code.hbs': `# {{comment header}}
{{#each entries}}
# {{comment ../title}}
{{/each}}
`,
};

interface CatalogText {
  readonly id: string;
  readonly title: string;
}

/** From the first to the second one catalog goes, one comes, one is changed and one stays. */
export const STATES: readonly (readonly CatalogText[])[] = [
  [
    { id: 'stays', title: 'Stays as it is' },
    { id: 'changes', title: 'Is like this' },
    { id: 'goes', title: 'Goes' },
  ],
  [
    { id: 'stays', title: 'Stays as it is' },
    { id: 'changes', title: 'Is like that, and longer than it was before' },
    { id: 'comes', title: 'Comes' },
  ],
];

export function setState(folder: string, catalogs: readonly CatalogText[] = []): void {
  const [first, ...others] = catalogs;
  rmSync(join(folder, 'spec'), { recursive: true, force: true });
  mkdirSync(join(folder, 'spec'));
  writeFileSync(
    join(folder, 'spec/acme.yaml'),
    specOf('acme', first === undefined ? [] : [first, ...others.slice(0, 1)]),
  );
  // In a provider of its own, so that a folder comes or goes with it.
  for (const catalog of others.slice(1))
    writeFileSync(join(folder, `spec/${catalog.id}.yaml`), specOf(catalog.id, [catalog]));
}

/** A folder with specs in this state and the templates, and nothing generated. */
export function tiny(catalogs?: readonly CatalogText[], folder = emptyFolder()): string {
  for (const [path, text] of Object.entries(TEMPLATES)) {
    mkdirSync(join(folder, 'templates', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'templates', path), text);
  }
  setState(folder, catalogs);
  return folder;
}

/** A folder whose output is this, which the first state makes, and whose specs are in the second. */
export function changed(before: Readonly<Record<string, string>>): string {
  const folder = tiny(STATES[1]);
  restore(join(folder, 'generated'), before);
  return folder;
}

/** What `generate` makes of each state, by path. */
export async function expectedTrees(): Promise<Record<string, string>[]> {
  const trees: Record<string, string>[] = [];
  for (const state of STATES) {
    const folder = tiny(state);
    const { exitCode, err } = await run(folder, 'generate');
    if (exitCode !== 0) throw new Error(err);
    trees.push(treeOf(join(folder, 'generated')));
  }
  return trees;
}

/** Brings a folder to exactly these files, by whatever stands there. */
export function restore(folder: string, tree: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text, 'latin1');
  }
}

/** What runs leave only when they are stopped. */
export function leftoversIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.sms-error-codes'));
}

/** Everything beside the output, which no run may touch. */
export function surroundings(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(treeOf(folder)).filter(([path]) => !path.startsWith('generated/')));
}

function specOf(provider: string, catalogs: readonly CatalogText[]): string {
  const body = catalogs.map(({ id, title }) => {
    const typeName = `Acme${id.charAt(0).toUpperCase()}${id.slice(1)}`;
    const rows = [1, 2].map((code) => `      - { code: ${code}, line: ${code}, name: row_${code} }\n`);
    return `${catalogHead({ id, title, typeName, rows: 2 })}${rows.join('')}`;
  });
  return `${providerHead(provider)}catalogs:\n${body.join('')}`;
}
