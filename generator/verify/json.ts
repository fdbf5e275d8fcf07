/** Reads JSON back: it parses, and it holds what the Registry holds. */
import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { plainRegistry } from '../registry/plain.ts';
import type { Registry } from '../registry/registry.ts';
import type { RenderedFile } from '../targets/render.ts';
import { checkInstance, checkSchema, type Schema } from './json-schema.ts';
import { differenceOf, mismatch } from './mismatch.ts';

export function readBackJson(files: readonly RenderedFile[], registry: Registry): Diagnostic[] {
  return files.flatMap((file) => {
    const { value, problem } = parse(file.text);
    if (problem !== undefined) return [mismatch(file, `is not JSON: ${problem}`)];
    const difference =
      file.holds === 'registry' ? differenceOf(withoutPragmas(value), plainRegistry(registry)) : undefined;
    if (difference !== undefined) return [mismatch(file, difference)];
    return isSchema(value)
      ? checkSchema(file, value, registry.axes, neighboursOf(file, files))
      : checkOwnSchema(file, value, files);
  });
}

/** The schemas of the same target that a schema refers to, by the path that it names them by. */
function neighboursOf({ path, text }: RenderedFile, files: readonly RenderedFile[]): Map<string, Schema> {
  const named = new Set([...text.matchAll(/"\$ref": "(?<name>[^"#]+)/g)].map(({ groups }) => groups?.['name'] ?? ''));
  return new Map(
    [...named].flatMap((name): [string, Schema][] => {
      const { value } = parse(findNeighbour(name, path, files)?.text ?? 'null');
      return isSchema(value) ? [[name, value]] : [];
    }),
  );
}

/** The file of the same target that a file names. */
function findNeighbour(name: string, path: string, files: readonly RenderedFile[]): RenderedFile | undefined {
  return files.find((file) => file.path === posix.join(posix.dirname(path), name));
}

/** A document that names a schema of the same target fits it. */
function checkOwnSchema({ path }: RenderedFile, value: unknown, files: readonly RenderedFile[]): Diagnostic[] {
  const named = (value as Record<string, unknown> | null)?.['$schema'];
  if (typeof named !== 'string') return [];
  const schema = findNeighbour(named, path, files);
  const { value: parsed } = parse(schema?.text ?? 'null');
  return schema !== undefined && isSchema(parsed) ? checkInstance(schema, value, parsed) : [];
}

function parse(text: string): { value?: unknown; problem?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (problem) {
    return { problem: (problem as Error).message };
  }
}

function isSchema(value: unknown): value is Schema {
  return (
    typeof value === 'object' &&
    value !== null &&
    String((value as Record<string, unknown>)['$schema'] ?? '').startsWith('https://json-schema.org/')
  );
}

/** `$comment` and `$schema` are about the file, not about the registry. */
function withoutPragmas(value: unknown): unknown {
  return Object.fromEntries(Object.entries(value as object).filter(([key]) => !key.startsWith('$')));
}
