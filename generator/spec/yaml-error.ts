/** What is no YAML at all, in words and at a place that help who wrote it. */
import { type Document, visit, type YAMLError } from 'yaml';
import { type Diagnostic, error, type SpanOf } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';

const syntaxHints: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'write "\\\\" for a backslash, or use single quotes',
  BAD_INDENT: 'close every bracket and quote, and align the keys of a block',
  BAD_SCALAR_START: 'put the whole value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that has ": " in it in quotes, and align the keys of a block',
  BLOCK_IN_FLOW: 'write a "," between two of them',
  MISSING_CHAR: 'add it',
  MULTILINE_IMPLICIT_KEY: 'write the key and its ":" on one line',
  TAB_AS_INDENT: 'indent with blanks',
  UNEXPECTED_TOKEN: 'put the whole value in quotes',
};

/**
 * The first error of the library in the order of the text; what follows it is mostly its echo. A warning is an error
 * too: it marks text whose meaning is in doubt.
 */
export function firstSyntaxError(document: Document.Parsed, text: string, at: SpanOf): Diagnostic | undefined {
  const problems = [...document.errors, ...document.warnings].filter(({ code }) => !isRefusedAnyway(code));
  const [first] = problems
    .map((problem) => ({ ...problem, message: problem.message, pos: placeOf(problem, document, text) }))
    .sort((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) return undefined;
  const words = visible(first.message)
    // What it repeats of the text may be long.
    .replace(/(?<=(?:Not a YAML token|Block scalar header includes extra characters): ).+/, (token) => quote(token))
    .replace(/(?<=^Missing closing )["']/, '')
    .replace(/^Flow .* end with a (.)/, '"$1" is missing before this');
  return error(
    `yaml-${first.code.toLowerCase().replaceAll('_', '-')}`,
    at(...first.pos),
    words.charAt(0).toLowerCase() + words.slice(1),
    { hint: /^Unexpected flow-\w+-end/.test(words) ? 'delete it, or open it before' : syntaxHints[first.code] },
  );
}

function isRefusedAnyway(code: string): boolean {
  return code === 'TAG_RESOLVE_FAILED' || code === 'BAD_DIRECTIVE' || code === 'BAD_ALIAS';
}

function placeOf(
  { code, message, pos: [start, end] }: YAMLError,
  document: Document.Parsed,
  text: string,
): [number, number] {
  if (message.startsWith('Missing closing')) {
    const opened = openingOf(start, document);
    return [opened, opened + 1];
  }
  // What is indented wrongly begins after its blanks, which may begin on a line before.
  const after = text.slice(start);
  const blanks = code === 'TAB_AS_INDENT' ? 0 : after.length - after.trimStart().length;
  return [start + blanks, Math.max(end, start + blanks + 1)];
}

/** The library finds a missing quote at the end of the file; a person has to look where it was opened. */
function openingOf(end: number, document: Document.Parsed): number {
  let opened = end;
  visit(document, {
    Scalar(_, { range }) {
      if (range?.[1] !== end) return undefined;
      opened = range[0];
      return visit.BREAK;
    },
  });
  return opened;
}
