/** The schema of a catalog's entries: it accepts each of them, and rejects all that is near one. */
import type { Memory } from '../memory.ts';
import type { PlainEntry } from '../registry/plain.ts';
import { compileSchema, type Schema } from './ajv.ts';
import { differenceOf, isObject } from './mismatch.ts';
import { problemOfAnswers } from './near.ts';

/**
 * What is wrong with the schema, which has an arm for each entry. Arms that say nothing but constants differ in these
 * alone, so that one of each shape proves to the validator what all of them would. To compile an arm takes milliseconds.
 */
export function problemOfEntries(schema: Schema, entries: readonly PlainEntry[], memory: Memory): string | undefined {
  if (!isConstants(schema)) return problemOfPart({ schema, entries });
  const arms = schema.oneOf;
  const difference = differenceOf(arms.map(constantOf), entries);
  if (difference !== undefined) return difference;
  const shapes = arms.map((arm) => JSON.stringify(shapeOf(arm)));
  for (const [index, entry] of entries.entries()) {
    if (shapes.indexOf(shapes[index] ?? '') < index) continue;
    const part = { schema: { ...schema, oneOf: [arms[index]] }, entries: [entry] };
    const problem = memory.of(problemOfPart, part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOfPart({ schema, entries }: { schema: Schema; entries: readonly PlainEntry[] }): string | undefined {
  const { accepts, problem } = compileSchema(schema);
  return accepts === undefined ? `is no strict JSON Schema: ${problem}` : problemOfAnswers(accepts, entries);
}

/** A value, or an object of such. */
type Constant = { readonly const: unknown } | { readonly properties: Readonly<Record<string, Constant>> };

/** Keywords that say nothing of values. */
const ANNOTATIONS = ['$comment', 'title', 'description', 'deprecated'];

/** Whether the schema says nothing but that a value is one of some constants. A keyword more might fit some and not others. */
function isConstants(schema: Schema): schema is Schema & { oneOf: readonly Constant[] } {
  const { oneOf } = schema;
  return hasOnly(schema, '$schema', '$id', 'type', 'oneOf') && Array.isArray(oneOf) && oneOf.every(isConstant);
}

function isConstant(schema: unknown): schema is Constant {
  if (!isObject(schema)) return false;
  if ('const' in schema) return hasOnly(schema, 'const');
  const { properties } = schema;
  return (
    hasOnly(schema, 'type', 'properties', 'required', 'additionalProperties') &&
    isObject(properties) &&
    Object.values(properties).every(isConstant)
  );
}

function hasOnly(schema: object, ...keywords: readonly string[]): boolean {
  return Object.keys(schema).every((key) => ANNOTATIONS.includes(key) || keywords.includes(key));
}

function constantOf(schema: Constant): unknown {
  return 'const' in schema ? schema.const : mapped(schema.properties, constantOf);
}

/** The schema, and of its constants and words alone of which type they are: a title that is no text makes no schema. */
function shapeOf(schema: Constant): unknown {
  const keywords = mapped(schema, (value, key) =>
    key === 'const' || ANNOTATIONS.includes(key) ? typeof value : value,
  );
  return 'const' in schema ? keywords : { ...keywords, properties: mapped(schema.properties, shapeOf) };
}

function mapped<V, W>(values: Readonly<Record<string, V>>, map: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));
}
