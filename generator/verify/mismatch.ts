/** A file that does not read back as what it was made from: always a fault of the template, never of the spec. */
import { isDeepStrictEqual } from 'node:util';
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { RenderedFile } from '../targets/render.ts';

export function mismatch({ path, template }: RenderedFile, what: string): Diagnostic {
  return error('verify', { path: template, start: 0, end: 0 }, `the rendered ${quote(path)} ${what}`, {
    hint: 'correct the template; nothing was written',
  });
}

/** Where two plain values first differ, in words; `undefined` where they are equal. */
export function differenceOf(actual: unknown, expected: unknown, at = ''): string | undefined {
  if (isDeepStrictEqual(actual, expected)) return undefined;
  if (isObject(actual) && isObject(expected)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const inner = differenceOf(actual[key], expected[key], `${at}/${key}`);
      if (inner !== undefined) return inner;
    }
  }
  return `has ${shown(actual)} at ${at === '' ? 'its root' : quote(at)} where ${shown(expected)} was meant`;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : quote(JSON.stringify(value));
}
