// Builds `dist/`: the formats' frames as functions, the CLI as an entry with chunks and, with `--library`, the generated
// TypeScript as ESM and CJS. JavaScript, because Node 20 runs no TypeScript.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';

mkdirSync('dist', { recursive: true });
writePackage('dist', 'commonjs');
buildFrame('spec/spec.schema.json', 'dist/spec-frame.mjs');
buildFrame('templates/target.schema.json', 'dist/target-frame.mjs');
buildMetaSchema('dist/meta-schema.mjs');
buildRuleDocs('generator/rules', 'dist/rule-docs.json');
await buildPackagedRegistry('dist/packaged-registry.mjs');
await buildCli();
if (process.argv.includes('--library')) await buildLibrary();

/** What the files of a folder are. A bundler, too, asks the nearest package.json. */
function writePackage(folder, type) {
  writeFileSync(`${folder}/package.json`, `${JSON.stringify({ type, sideEffects: false })}\n`);
}

/** Compiling a schema takes longer than a whole run of the CLI may, so it is done here. */
function buildFrame(schemaPath, path) {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, code: { source: true, esm: true } });
  // What a value looks like and what to do, for messages. As `examples`, editors would offer it where such a value may stand.
  ajv.addVocabulary(['x-example', 'x-hint']);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));
  writeFileSync(path, standaloneCode(ajv, validate));
}

/** What says of a JSON Schema that it is one. */
function buildMetaSchema(path) {
  const ajv = new Ajv2020({ code: { source: true, esm: true } });
  writeFileSync(path, standaloneCode(ajv, ajv.getSchema('https://json-schema.org/draft/2020-12/schema')));
}

/** A rule's doc comment is what `explain` prints, SARIF carries and the page of the rules is made of. */
function buildRuleDocs(folder, path) {
  const docs = readdirSync(folder).flatMap((name) => {
    const found = /\/\*\*\n(?<doc>(?: \*.*\n)+?) \*\/\nexport const \w+: Rule = \{\s+id: '(?<id>[\w-]+)'/.exec(
      readFileSync(`${folder}/${name}`, 'utf8'),
    );
    return found === null ? [] : [[found.groups.id, found.groups.doc.replace(/^ \* ?/gm, '').trim()]];
  });
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(docs), undefined, 2)}\n`);
}

/** What the packaged specs mean, so that a question in an empty folder loads no parser. Wrong specs are told by commands. */
async function buildPackagedRegistry(path) {
  const bundle = await rolldown({ input: 'generator/compile.ts', platform: 'node', logLevel: 'warn' });
  await bundle.write({ file: path, format: 'esm', codeSplitting: false });
  await bundle.close();
  const { compile } = await import(resolve(path));
  const names = readdirSync('spec').filter((name) => name.endsWith('.yaml'));
  const sources = names.map((name) => ({ path: `spec/${name}`, text: readFileSync(`spec/${name}`, 'utf8') }));
  writeFileSync(path, `export default ${toSource(compile(sources, []).value)};\n`);
}

/** As JavaScript: JSON knows no maps. */
function toSource(value) {
  if (value instanceof Map) return `new Map(${toSource([...value])})`;
  if (Array.isArray(value)) return `[${value.map(toSource)}]`;
  if (!(value instanceof Object)) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, each]) => `${key}:${toSource(each)}`)}}`;
}

/**
 * `cli.js` is what starts; what a command needs beyond that stands in chunks beside it, loaded when it runs. As CommonJS,
 * because Node starts its loader of modules at the first of them, and waits for each.
 */
async function buildCli() {
  for (const name of readdirSync('dist').filter((file) => /^cli.*\.js$/.test(file))) rmSync(`dist/${name}`);
  const bundle = await rolldown({
    input: { cli: 'generator/main.ts' },
    platform: 'node',
    external: ['ts-morph'],
    resolve: {
      alias: {
        // As modules, which are bundled without what nothing uses. What is meant for Node also asks its environment for each token.
        yaml: resolve('node_modules/yaml/browser/index.js'),
        // The parser alone: what runs templates is ours.
        handlebars: resolve('node_modules/handlebars/dist/cjs/handlebars/compiler/base.js'),
      },
    },
    logLevel: 'warn',
  });
  const { output } = await bundle.write({
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'cli-[name].js',
    format: 'cjs',
    // All that every run needs is one chunk: each file takes as long to load as 20 kB of it.
    codeSplitting: { groups: [{ name: 'start', test: /generator.cli.program\.ts$/ }] },
    // Names stay: the stack of a bug has to tell where it is.
    minify: { mangle: false, compress: true, codegen: true },
  });
  await bundle.close();
  writeFileSync('dist/cli-licenses.txt', licensesOf(output.flatMap(({ moduleIds = [] }) => moduleIds)));
  chmodSync('dist/cli.js', 0o755);
}

/** Whoever passes on what others wrote passes on the terms. */
function licensesOf(modules) {
  const packages = new Set(modules.flatMap((path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const licenses = [...packages].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((path) => /^licen[cs]e/i.test(path));
    return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  });
  return licenses.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * A file for each subpath of `exports`, and chunks for what several of them need: a module takes Node half a millisecond
 * to load, however small it is. Both kinds from the same sources, and each with declarations of its own, as `types` first
 * in `exports` wants.
 */
async function buildLibrary() {
  for (const kind of ['esm', 'cjs']) rmSync(`dist/${kind}`, { recursive: true, force: true });
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'generator/library.json'], {
    stdio: 'inherit',
  });
  cpSync('dist/esm', 'dist/cjs', { recursive: true });
  writePackage('dist/esm', 'module');

  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = JSON.stringify(exports).match(/(?<=dist\/esm\/)[\w/]+(?=\.js")/g);
  const bundle = await rolldown({
    input: Object.fromEntries(names.map((name) => [name, `generated/typescript/${name}.ts`])),
    tsconfig: 'generator/library.json',
    logLevel: 'warn',
  });
  // Editors show the comments of the declarations: in what runs they would be half of the text.
  const output = { chunkFileNames: 'chunks/[name].js', comments: { jsdoc: false } };
  for (const format of ['esm', 'cjs']) await bundle.write({ ...output, dir: `dist/${format}`, format });
  await bundle.close();
}
