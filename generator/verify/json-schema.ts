/** The door to ajv: a schema compiles strictly, accepts what the Registry has, and rejects everything near it. */
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { plainEntry } from '../registry/plain.ts';
import { type Axis, type Catalog, codesOf, isLarge } from '../registry/registry.ts';
import type { RenderedFile } from '../targets/render.ts';
import { differenceOf, mismatch } from './mismatch.ts';
import { problemOfWords } from './words.ts';

/** What code generators and editors look for, and validators ignore. */
const FURTHER_VOCABULARY = [
  'x-enum-varnames',
  'x-enum-descriptions',
  'x-example',
  'x-hint',
  'markdownEnumDescriptions',
];

/** A JSON Schema as it was read back. */
export type Schema = Record<string, unknown>;

/** `neighbours` are the schemas that it may refer to, by the path that it names them by. */
export function checkSchema(
  file: RenderedFile,
  schema: Schema,
  axes: readonly Axis[],
  neighbours: ReadonlyMap<string, Schema>,
): Diagnostic[] {
  const { validate, problem } = compile(schema, neighbours);
  if (validate === undefined) return [mismatch(file, `is no strict JSON Schema: ${problem}`)];
  const [catalog] = file.catalogs;
  if (catalog === undefined) return [];
  switch (file.holds) {
    case 'codes':
      return checkCodes(file, schema, validate, catalog, axes);
    case 'entries':
      return checkEntries(file, schema, validate, catalog);
    default:
      return [];
  }
}

const STRICT: Options = {
  strict: true,
  keywords: FURTHER_VOCABULARY,
  addUsedSchema: false,
  // Most of what a schema is asked is answered before what optimizing costs is won back.
  code: { optimize: false },
};

/** One for all schemas that stand alone, because its own schema takes long to compile. It keeps none of ours. */
const alone = new Ajv2020(STRICT);

function compile(
  schema: object,
  neighbours: ReadonlyMap<string, Schema> = new Map(),
): { validate?: ValidateFunction; problem?: string } {
  const ajv = neighbours.size === 0 ? alone : among(neighbours);
  try {
    return { validate: ajv.compile(schema) };
  } catch (problem) {
    return { problem: (problem as Error).message };
  } finally {
    ajv.removeSchema(schema);
  }
}

function among(neighbours: ReadonlyMap<string, Schema>): Ajv2020 {
  // What only adds to another schema leaves the types to it.
  const ajv = new Ajv2020({ ...STRICT, strictTypes: false });
  for (const [path, neighbour] of neighbours) ajv.addSchema(neighbour, path);
  return ajv;
}

/** What a schema lists, whether as `oneOf` or as `enum` with the extensions of code generators. */
interface Listed {
  readonly value: unknown;
  readonly name: unknown;
  readonly words: unknown;
}

/** The listed values are the codes, each once and in order, with their own names and words; the validator agrees. */
function checkCodes(
  file: RenderedFile,
  schema: Schema,
  validate: ValidateFunction,
  catalog: Catalog,
  axes: readonly Axis[],
): Diagnostic[] {
  const groups = codesOf(catalog);
  const codes = groups.map(({ code }) => code);
  const listed = listedBy(schema);
  const names = groups.map(({ name }) => file.target.language.name('member', name));
  const given = listed.map(({ name }, index) => name ?? names[index]);
  const difference =
    differenceOf(
      listed.map(({ value }) => value),
      codes,
    ) ?? differenceOf(given, names);
  if (difference !== undefined) return [mismatch(file, difference)];
  const wrong = groups.flatMap((group, index) => {
    const words = listed[index]?.words;
    return typeof words === 'string' ? (problemOfWords(words, group, catalog, axes) ?? []) : [];
  });
  return wrong.length > 0
    ? wrong.map((problem) => mismatch(file, problem))
    : checkValues(file, validate, codes, askedOf(codes, catalog));
}

function listedBy(schema: Schema): Listed[] {
  const { enum: values, oneOf } = schema as { enum?: unknown[]; oneOf?: Record<string, unknown>[] };
  if (oneOf !== undefined)
    return oneOf.map((arm) => ({ value: arm['const'], name: arm['title'], words: arm['description'] }));
  const names = schema['x-enum-varnames'] as unknown[] | undefined;
  const words = schema['x-enum-descriptions'] as unknown[] | undefined;
  return (values ?? []).map((value, index) => ({
    value,
    name: names && (names[index] ?? null),
    words: words && (words[index] ?? ''),
  }));
}

/** What a schema says against a document that names it as its own. */
export function checkInstance(file: RenderedFile, value: unknown, schema: object): Diagnostic[] {
  const { validate } = compile(schema);
  if (validate === undefined || validate(value)) return [];
  const [first] = validate.errors ?? [];
  return [mismatch(file, `does not describe its document: ${first?.instancePath || '/'} ${first?.message}`)];
}

function checkEntries(file: RenderedFile, schema: Schema, validate: ValidateFunction, catalog: Catalog): Diagnostic[] {
  const entries = catalog.entries.map(plainEntry);
  const difference = isLarge(catalog) ? differenceOf(schema['enum'], entries) : undefined;
  return difference === undefined
    ? checkValues(file, validate, entries, askedOf(entries, catalog))
    : [mismatch(file, difference)];
}

/** The validator is asked about each value, or about two of very many, whose list has been compared already. */
function askedOf<V>(values: readonly V[], catalog: Catalog): readonly V[] {
  return isLarge(catalog) ? [...values.slice(0, 1), ...values.slice(-1)] : values;
}

/** The validator accepts what it is asked about, and rejects all that is near it and not among the values. */
function checkValues(
  file: RenderedFile,
  validate: ValidateFunction,
  values: readonly unknown[],
  asked: readonly unknown[],
): Diagnostic[] {
  const known = new Set(values.map((value) => JSON.stringify(value)));
  for (const value of asked) {
    if (!validate(value)) return [mismatch(file, `rejects ${JSON.stringify(value)}`)];
    const wrong = mutationsOf(value).find((mutation) => validate(mutation) && !known.has(JSON.stringify(mutation)));
    if (wrong !== undefined) return [mismatch(file, `accepts ${JSON.stringify(wrong)}, which is not in the catalog`)];
  }
  return [];
}

/** The value with one thing wrong: of another type, off by one, with a key more, a key less, or a key that is wrong. */
function mutationsOf(value: unknown): unknown[] {
  switch (typeof value) {
    case 'number':
      return [value + 1, -value, value + 0.5, String(value), null];
    case 'string':
      return [`${value}x`, value.slice(1), value.toLowerCase(), value.toUpperCase(), ` ${value}`, null];
    case 'boolean':
      return [!value, String(value), null];
    case 'object':
      return value === null ? [] : objectMutations(value as Record<string, unknown>);
    default:
      return [];
  }
}

function objectMutations(value: Record<string, unknown>): unknown[] {
  return [
    { ...value, surplus: true },
    ...Object.keys(value).flatMap((key) => {
      const { [key]: inner, ...others } = value;
      return [others, ...mutationsOf(inner).map((mutation) => ({ ...value, [key]: mutation }))];
    }),
  ];
}
