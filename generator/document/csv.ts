/** The door to `csv-parse`: a file of separated values is one table. */
import { CsvError, parse } from 'csv-parse/sync';
import { plain, tidy } from './cell.ts';
import { type Block, type Row, tableBlock } from './table.ts';

/** The separators in use, the one that the first line has most of. */
const SEPARATORS = [',', ';', '\t', '|'];

export function readCsv(text: string): Block[] {
  const [head, ...body] = rowsOf(text).filter(({ cells }) => cells.some((cell) => cell !== ''));
  return head === undefined ? [] : [tableBlock(head.cells.map(plain), head.line, body)];
}

/** A quote that is never closed is a quote in a cell: then none of them means anything. */
function rowsOf(text: string): Row[] {
  try {
    return parseRows(text, '"');
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    return parseRows(text, false);
  }
}

function parseRows(text: string, quote: '"' | false): Row[] {
  const rows: Row[] = [];
  parse(text, {
    delimiter: separatorOf(text),
    quote,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    on_record: (record: string[], { lines }) => {
      // Told is the line on which a record ends.
      rows.push({ line: lines - record.join('').split('\n').length + 1, cells: record.map(tidy) });
      return null;
    },
  });
  return rows;
}

function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n');
  const countOf = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (countOf(separator) > countOf(best) ? separator : best));
}
