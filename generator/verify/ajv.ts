/** The door to ajv: JSON Schemas become validators, strictly. */

import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import isSchema, { type Objection } from '#meta-schema';

/** A JSON Schema as it was read back. */
export type Schema = Record<string, unknown>;

export type Accepts = (value: unknown) => boolean;

export interface Compiled {
  readonly accepts?: Accepts;
  /** Why there is no validator. */
  readonly problem?: string;
  /** What it had against the value that it was asked about last. */
  objection(): string;
}

/** What code generators and editors look for, and validators ignore. */
const FURTHER_VOCABULARY = [
  'x-enum-varnames',
  'x-enum-descriptions',
  'x-example',
  'x-hint',
  'markdownEnumDescriptions',
];

/** The one draft that schemas are written in. */
const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

const STRICT: Options = {
  strict: true,
  // Whether a schema is one at all is asked before: ajv would compile the schema of schemas in each run.
  meta: false,
  validateSchema: false,
  keywords: FURTHER_VOCABULARY,
  addUsedSchema: false,
  // Most of what a schema is asked is answered before what optimizing costs is won back.
  code: { optimize: false },
};

/** One for all schemas that stand alone. It keeps none of them. */
const alone = new Ajv2020(STRICT);

export function compileSchema(schema: Schema): Compiled {
  return compileWith(alone, schema);
}

/** `neighbours` are the schemas that it may refer to, by the path that it names them by. */
export function compileAmong(neighbours: ReadonlyMap<string, Schema>, schema: Schema): Compiled {
  // What only adds to another schema leaves the types to it.
  const ajv = new Ajv2020({ ...STRICT, strictTypes: false });
  for (const [path, neighbour] of neighbours) ajv.addSchema(neighbour, path);
  return compileWith(ajv, schema);
}

function compileWith(ajv: Ajv2020, schema: Schema): Compiled {
  const problem = problemOf(schema);
  if (problem !== undefined) return { problem, objection: () => '' };
  try {
    const validate = ajv.compile(schema);
    return { accepts: validate, objection: () => shown(validate.errors?.[0]) };
  } catch (problem) {
    return { problem: (problem as Error).message, objection: () => '' };
  } finally {
    ajv.removeSchema(schema);
  }
}

function problemOf(schema: Schema): string | undefined {
  const { $schema: draft = DRAFT } = schema;
  if (draft !== DRAFT) return `it is written for ${JSON.stringify(draft)}, and not for ${JSON.stringify(DRAFT)}`;
  return isSchema(schema) ? undefined : shown(isSchema.errors?.[0]);
}

function shown(objection: Objection | undefined): string {
  return `${objection?.instancePath || '/'} ${objection?.message}`;
}
