/** Reads JSON back: it parses, and it holds what the Registry holds. */
import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Memory } from '../memory.ts';
import { plainRegistry } from '../registry/plain.ts';
import type { RenderedFile } from '../targets/render.ts';
import type { Schema } from './ajv.ts';
import { checkInstance, checkSchema } from './json-schema.ts';
import { differenceOf, isObject, mismatch } from './mismatch.ts';
import type { ReadBack } from './read-back.ts';

export const readBackJson: ReadBack = ({ files, due, registry, memory }) =>
  files.flatMap((file) => {
    const neighbours = neighboursOf(file, files);
    if (![file, ...neighbours.values()].some((each) => due.has(each))) return [];
    const { value, problem } = parse(file.text);
    if (problem !== undefined) return [mismatch(file, `is not JSON: ${problem}`)];
    const difference =
      file.holds === 'registry' ? differenceOf(withoutPragmas(value), plainRegistry(registry)) : undefined;
    if (difference !== undefined) return [mismatch(file, difference)];
    return isSchema(value)
      ? checkSchema(file, value, { memory, neighbours: schemasOf(neighbours) })
      : checkOwnSchema(value, neighbours, memory);
  });

/** The files of the same target that a file refers to or has as its schema, by the path that it names them by. */
function neighboursOf({ path, text }: RenderedFile, files: readonly RenderedFile[]): Map<string, RenderedFile> {
  const named = new Set([...text.matchAll(/"\$(?:ref|schema)" ?: ?"([^"#]+)/g)].map(([, name = '']) => name));
  return new Map(
    [...named].flatMap((name): [string, RenderedFile][] => {
      const neighbour = files.find((file) => file.path === posix.join(posix.dirname(path), name));
      return neighbour === undefined ? [] : [[name, neighbour]];
    }),
  );
}

function schemasOf(files: ReadonlyMap<string, RenderedFile>): Map<string, Schema> {
  return new Map(
    [...files].flatMap(([name, { text }]): [string, Schema][] => {
      const { value } = parse(text);
      return isSchema(value) ? [[name, value]] : [];
    }),
  );
}

/** A document that names a schema of the same target fits it; where not, the schema is to blame. */
function checkOwnSchema(value: unknown, neighbours: ReadonlyMap<string, RenderedFile>, memory: Memory): Diagnostic[] {
  const name = String((value as Schema | null)?.['$schema']);
  const file = neighbours.get(name);
  const schema = schemasOf(neighbours).get(name);
  return file === undefined || schema === undefined ? [] : checkInstance(file, value, schema, memory);
}

function parse(text: string): { value?: unknown; problem?: string } {
  try {
    const value: unknown = JSON.parse(text);
    const written = text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g)?.filter((string) => string.endsWith(':')) ?? [];
    // Of two keys alike this parser takes the last one, and others the first.
    return written.length === keysIn(value) ? { value } : { problem: 'an object has a key twice' };
  } catch (problem) {
    return { problem: (problem as Error).message };
  }
}

function keysIn(value: unknown): number {
  if (!(value instanceof Object)) return 0;
  const inner = Object.values(value);
  return inner.reduce((sum: number, one) => sum + keysIn(one), Array.isArray(value) ? 0 : inner.length);
}

function isSchema(value: unknown): value is Schema {
  return isObject(value) && String(value['$schema'] ?? '').startsWith('https://json-schema.org/');
}

/** `$comment` and `$schema` are about the file, not about the registry. */
function withoutPragmas(value: unknown): unknown {
  return Object.fromEntries(Object.entries(value as object).filter(([key]) => !key.startsWith('$')));
}
