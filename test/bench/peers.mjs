/** The same codes as input of other generators: for each an enumeration with its descriptions, and the type of an entry. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MODULES = join(import.meta.dirname, 'peers/node_modules');

/** A subject for each peer, with its input written to a folder of its own. */
export function peerSubjects(folder, catalogs) {
  const subject = (name, files, script, ...args) => {
    const cwd = join(folder, name.replaceAll(/\W+/g, '-'));
    mkdirSync(cwd, { recursive: true });
    symlinkSync(MODULES, join(cwd, 'node_modules'));
    for (const [path, content] of Object.entries(files)) {
      writeFileSync(join(cwd, path), typeof content === 'string' ? content : JSON.stringify(content));
    }
    return { name, cwd, args: [join(MODULES, script), ...args] };
  };
  const schema = jsonSchema(catalogs);
  return [
    subject(
      'json-schema-to-typescript 16, no formatting',
      { 'in.json': schema },
      'json-schema-to-typescript/dist/src/cli.js',
      ...['-i', 'in.json', '-o', 'out.ts', '--format=false'],
    ),
    subject(
      'json-schema-to-typescript 16',
      { 'in.json': schema },
      'json-schema-to-typescript/dist/src/cli.js',
      ...['-i', 'in.json', '-o', 'out.ts'],
    ),
    subject(
      'quicktype 26',
      { 'in.schema': schema },
      'quicktype/dist/index.js',
      ...['--src-lang', 'schema', '--lang', 'typescript', '-o', 'out.ts', 'in.schema'],
    ),
    subject(
      'openapi-typescript 7',
      { 'in.json': openApi(catalogs) },
      'openapi-typescript/bin/cli.js',
      ...['in.json', '-o', 'out.ts', '--enum'],
    ),
    subject(
      'graphql-codegen 7',
      {
        'in.graphql': graphql(catalogs),
        'codegen.json': { schema: 'in.graphql', generates: { 'out.ts': { plugins: ['typescript'] } }, silent: true },
      },
      '@graphql-codegen/cli/cjs/bin.js',
      ...['--config', 'codegen.json'],
    ),
  ];
}

function enumOf({ entries }) {
  return {
    type: 'string',
    enum: entries.map(({ name }) => name),
    tsEnumNames: entries.map(({ name }) => pascal(name)),
    'x-enum-varnames': entries.map(({ name }) => pascal(name)),
    'x-enum-descriptions': entries.map(({ description }) => description),
  };
}

function entryOf(code) {
  const string = { type: 'string' };
  const properties = {
    code,
    name: string,
    description: string,
    category: string,
    retry: string,
    line: { type: 'integer' },
  };
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function jsonSchema(catalogs) {
  const definitions = Object.fromEntries(
    catalogs.flatMap((catalog) => [
      [`${catalog.typeName}Code`, enumOf(catalog)],
      [catalog.typeName, entryOf({ $ref: `#/definitions/${catalog.typeName}Code` })],
    ]),
  );
  const properties = Object.fromEntries(
    catalogs.map(({ typeName }) => [typeName, { $ref: `#/definitions/${typeName}` }]),
  );
  return { title: 'Registry', type: 'object', properties, required: Object.keys(properties), definitions };
}

function openApi(catalogs) {
  const schemas = Object.fromEntries(
    catalogs.flatMap((catalog) => [
      [`${catalog.typeName}Code`, enumOf(catalog)],
      [catalog.typeName, entryOf({ $ref: `#/components/schemas/${catalog.typeName}Code` })],
    ]),
  );
  return { openapi: '3.1.0', info: { title: 'Registry', version: '1.0.0' }, paths: {}, components: { schemas } };
}

function graphql(catalogs) {
  const types = catalogs.map(
    ({ typeName, entries }) => `
enum ${typeName}Code {
${entries.map(({ name, description }) => `  ${JSON.stringify(description)}\n  ${name}`).join('\n')}
}

type ${typeName} {
  code: ${typeName}Code!
  name: String!
  description: String!
  category: String!
  retry: String!
  line: Int!
}`,
  );
  const fields = catalogs.map(({ typeName }) => `  ${typeName}: ${typeName}`).join('\n');
  return `type Query {\n${fields}\n}\n${types.join('\n')}\n`;
}

function pascal(name) {
  return name.replaceAll(/(?:^|_)(\w)/g, (_, first) => first.toUpperCase());
}
