/** What is asked of a JSON Schema: it compiles strictly, accepts what the Registry has, and rejects everything near it. */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Memory } from '../memory.ts';
import { plainEntry } from '../registry/plain.ts';
import { type Catalog, codesOf, isLarge } from '../registry/registry.ts';
import type { RenderedFile } from '../targets/render.ts';
import { type Accepts, compileAmong, compileSchema, type Schema } from './ajv.ts';
import { problemOfArms } from './entry-arms.ts';
import { problemOfEntries } from './entry-schema.ts';
import { differenceOf, mismatch } from './mismatch.ts';
import { problemOfAnswers } from './near.ts';
import { problemOfWords } from './words.ts';

/** What a schema is read beside. */
export interface Context {
  readonly memory: Memory;
  /** The schemas that it may refer to, by the path that it names them by. */
  readonly neighbours: ReadonlyMap<string, Schema>;
}

export function checkSchema(file: RenderedFile, schema: Schema, context: Context): Diagnostic[] {
  return problemsOf(file, schema, context).map((problem) => mismatch(file, problem));
}

function problemsOf(file: RenderedFile, schema: Schema, { memory, neighbours }: Context): string[] {
  const standsAlone = neighbours.size === 0;
  const [catalog] = file.catalogs;
  if (file.holds === 'entries' && catalog !== undefined && standsAlone && !isLarge(catalog))
    return listOf(
      problemOfEntries(schema, catalog.entries.map(plainEntry), memory) ?? problemOfArms(schema, catalog, file),
    );

  const { accepts, problem } = standsAlone ? memory.of(compileSchema, schema) : compileAmong(neighbours, schema);
  if (accepts === undefined) return [`is no strict JSON Schema: ${problem}`];
  if (catalog === undefined) return [];
  switch (file.holds) {
    case 'codes':
      return problemsOfCodes(file, schema, accepts, catalog);
    case 'entries':
      return listOf(problemOfWhole(schema, accepts, catalog));
    default:
      return [];
  }
}

function listOf(problem: string | undefined): string[] {
  return problem === undefined ? [] : [problem];
}

/** What a schema lists, whether as `oneOf` or as `enum` with the extensions of code generators. */
interface Listed {
  readonly value: unknown;
  readonly name: unknown;
  readonly words: unknown;
}

/** The listed values are the codes, each once and in order, with their own names and words; the validator agrees. */
function problemsOfCodes(file: RenderedFile, schema: Schema, accepts: Accepts, catalog: Catalog): string[] {
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
  if (difference !== undefined) return [difference];
  const wrong = groups.flatMap(({ entries }, index) => {
    const words = listed[index]?.words;
    return typeof words === 'string' ? (problemOfWords(words, entries, catalog) ?? []) : [];
  });
  return wrong.length > 0 ? wrong : listOf(problemOfValues(accepts, codes, catalog));
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
export function checkInstance(file: RenderedFile, value: unknown, schema: Schema, memory: Memory): Diagnostic[] {
  const { accepts, objection } = memory.of(compileSchema, schema);
  return accepts === undefined || accepts(value)
    ? []
    : [mismatch(file, `does not describe its document: ${objection()}`)];
}

/** Of entries whose schema is not taken apart: they are very many, or it refers to others. */
function problemOfWhole(schema: Schema, accepts: Accepts, catalog: Catalog): string | undefined {
  const entries = catalog.entries.map(plainEntry);
  const difference = isLarge(catalog) ? differenceOf(schema['enum'], entries) : undefined;
  return difference ?? problemOfValues(accepts, entries, catalog);
}

/** Of very many, whose list has been compared already, the validator is asked about two, and what is near the first. */
function problemOfValues(accepts: Accepts, values: readonly unknown[], catalog: Catalog): string | undefined {
  if (!isLarge(catalog)) return problemOfAnswers(accepts, values);
  const last = values.at(-1);
  return accepts(last) ? problemOfAnswers(accepts, values, values.slice(0, 1)) : `rejects ${JSON.stringify(last)}`;
}
