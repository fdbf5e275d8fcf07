/** Every small mistake that somebody could make in a row of a spec, one at a time, with what has to be said of it. */

/**
 * `error`: an error at one of the changed lines. `told`: an error anywhere, or a warning. `right`: nothing is said.
 * `error or right`: where the section states the same, the row need not.
 */
export type Verdict = 'error' | 'told' | 'right' | 'error or right';

export interface Mutation {
  readonly name: string;
  readonly text: string;
  readonly verdict: Verdict;
  /** The changed lines, from 1, both included. */
  readonly first: number;
  readonly last: number;
}

interface Row {
  /** Index of the line that begins it. */
  readonly start: number;
  /** Index after the last of its lines. */
  readonly end: number;
}

/** Of keys that a row may lack. */
const withoutKey: Readonly<Record<string, Verdict>> = { note: 'right', basis: 'right', stated: 'error or right' };

const KEY = /^(?<indent> +(?:- )?)(?<key>[a-z_]+): (?<value>.+)$/;

export function* mutationsOf(text: string): Iterable<Mutation> {
  const lines = text.split('\n');
  const rows = rowsOf(lines);
  for (const [index, row] of rows.entries()) {
    yield* rowMutations(lines, row, rows[index + 1]);
    for (let line = row.start; line < row.end; line += 1) yield* lineMutations(lines, row, line);
  }
}

/** A row begins with its code and ends with its last key. */
function rowsOf(lines: readonly string[]): Row[] {
  const starts = lines.flatMap((line, index) => (/^ {6}- code: /.test(line) ? [index] : []));
  return starts.map((start) => {
    const length = lines.slice(start + 1).findIndex((line) => !/^ {8}\S/.test(line));
    return { start, end: length === -1 ? lines.length : start + 1 + length };
  });
}

function* rowMutations(lines: readonly string[], row: Row, next: Row | undefined): Iterable<Mutation> {
  const own = lines.slice(row.start, row.end);
  const place = { first: row.start + 1, last: row.end };
  yield { name: 'row deleted', text: spliced(lines, row.start, row.end - row.start), verdict: 'told', ...place };
  yield {
    name: 'row duplicated',
    text: spliced(lines, row.end, 0, ...own),
    verdict: 'error',
    first: row.end + 1,
    last: row.end + own.length,
  };
  if (next === undefined || lines.slice(row.end, next.start).some((line) => line !== '')) return;
  const other = lines.slice(next.start, next.end);
  yield {
    name: 'rows swapped',
    text: spliced(lines, row.start, next.end - row.start, ...other, '', ...own),
    verdict: 'error',
    first: row.start + 1,
    last: next.end,
  };
}

function* lineMutations(lines: readonly string[], row: Row, index: number): Iterable<Mutation> {
  const line = lines[index] ?? '';
  const { indent = '', key = '', value = '' } = KEY.exec(line)?.groups ?? {};
  const here = { first: index + 1, last: index + 1 };
  const changed = (name: string, to: string, verdict: Verdict): Mutation => ({
    name: `${key}: ${name}`,
    text: spliced(lines, index, 1, to),
    verdict,
    ...here,
  });
  yield changed('key misspelt', `${indent}${key}x: ${value}`, 'error');
  yield changed('key in capitals', `${indent}${key.toUpperCase()}: ${value}`, 'error');
  yield changed('value is a list', `${indent}${key}: [${key}]`, 'error');
  yield changed('value is a block', `${indent}${key}: { zzz: 1 }`, 'error');
  yield changed('value is gone', `${indent}${key}:`, 'error');
  yield changed('colon is gone', `${indent}${key} ${value}`, 'error');
  yield changed('a quote is opened', `${indent}${key}: "${value.replaceAll('"', '')}`, 'error');
  yield changed('a tag', `${indent}${key}: !!str ${value}`, 'error');
  yield changed('an anchor', `${indent}${key}: &a ${value}`, 'error');
  yield changed('an alias', `${indent}${key}: *a`, 'error');
  yield changed('a tab before it', `\t${line}`, 'error');
  yield changed('a character that cannot be seen', `${line}\u202e`, 'error');
  if (index > row.start) {
    yield {
      name: `${key}: twice`,
      text: spliced(lines, index, 0, line),
      verdict: 'error',
      first: index + 2,
      last: index + 2,
    };
    yield {
      name: `${key}: deleted`,
      text: spliced(lines, index, 1),
      verdict: withoutKey[key] ?? 'error',
      first: row.start + 1,
      last: row.end,
    };
  }
  const isCell = !['note', 'basis', 'inferred', 'stated', 'line', 'section', 'name'].includes(key);
  if (isCell) yield changed('a letter more', `${line}x`, 'told');
  if (isCell && /\d/.test(value)) yield changed('another digit', line.replace(/\d(?!.*\d)/, nextDigit), 'told');
  if (key === 'section') yield changed('a letter more', `${line}x`, 'error');
  if (key === 'name') yield changed('not in snake case', `${line}X`, 'error');
  if (key === 'line') yield changed('the first line', `${indent}line: 1`, isFirst(lines, row) ? 'told' : 'error');
  if (key === 'inferred' || key === 'basis' || key === 'stated')
    yield changed('an axis misspelt', line.replace(/\{ (\w+):/, '{ $1x:'), 'error');
  if (key === 'inferred') yield changed('a value misspelt', line.replace(/: ([a-z-]+)(?=[ ,])/, ': $1x'), 'error');
}

function isFirst(lines: readonly string[], { start }: Row): boolean {
  return (
    lines
      .slice(0, start)
      .findLast((line) => /^ *[^ #]/.test(line))
      ?.trim() === 'entries:'
  );
}

function nextDigit(digit: string): string {
  return String((Number(digit) + 1) % 10);
}

function spliced(lines: readonly string[], index: number, gone: number, ...come: readonly string[]): string {
  return [...lines.slice(0, index), ...come, ...lines.slice(index + gone)].join('\n');
}
