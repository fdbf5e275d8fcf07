/** Makes other inputs of inputs: bytes go wrong, and words and lines of the format stand where they should not. */
import type { Random } from './random.ts';

/** What breaks parsers of any format. */
const ODD = [
  '',
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\u0301',
  'é',
  'K',
  '😀',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'true',
  '~',
  '0',
  '-0',
  '007',
  '1e3',
  '0x1F',
  '.inf',
  '9007199254740993',
  '"',
  "'",
  '`',
  '\\',
  '|',
  '>',
  '<',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '#',
  '&a',
  '*a',
  '!',
  '%',
  '@',
  '- ',
  '? ',
  ': ',
  ',',
  '---',
  '...',
  '/',
  '../',
];

type Mutation = (text: string, random: Random, others: Others) => string;

/** What a mutation takes from elsewhere. */
export interface Others {
  /** Words of the format. */
  readonly words: readonly string[];
  readonly inputs: readonly string[];
}

const LONGEST = 16_384;

/** A text has a byte in each character, so that what is no UTF-8 can be made, too. */
export function mutate(text: string, random: Random, others: Others): string {
  let mutated = text;
  for (let times = 1 + random.below(4); times > 0; times -= 1) mutated = random.of(MUTATIONS)(mutated, random, others);
  return mutated.slice(0, LONGEST);
}

const MUTATIONS: readonly Mutation[] = [
  // A word of the format, or an odd one: in the place of a token, or between two.
  (text, random, { words }) => splicedAtToken(text, random, latin1(random.of(random.below(3) > 0 ? words : ODD))),
  (text, random, { words }) => splicedAtToken(text, random, latin1(random.of(random.below(3) > 0 ? words : ODD))),
  (text, random) => spliced(text, random.below(text.length + 1), 0, latin1(random.of(ODD))),
  // A byte.
  (text, random) =>
    spliced(text, random.below(text.length + 1), random.below(2), String.fromCharCode(random.below(256))),
  // A piece is gone, stands there again, or stands there very often.
  (text, random) => spliced(text, random.below(text.length + 1), 1 + random.below(16), ''),
  (text, random) => {
    const [start, piece] = pieceOf(text, random);
    return spliced(text, start, 0, piece.repeat(1 + random.below(3)));
  },
  (text, random) => {
    const [start, piece] = pieceOf(text, random);
    const times = random.below(20) === 0 ? 4000 : 40;
    return spliced(text, start, 0, piece.repeat(Math.ceil(times / (1 + piece.length))));
  },
  // Lines are gone, doubled, moved, or indented otherwise.
  (text, random) => byLines(text, (lines) => lines.splice(random.below(lines.length), 1 + random.below(2))),
  (text, random) =>
    byLines(text, (lines) => {
      const from = random.below(lines.length);
      lines.splice(random.below(lines.length + 1), 0, ...lines.slice(from, from + 1 + random.below(3)));
    }),
  (text, random) =>
    byLines(text, (lines) => {
      const index = random.below(lines.length);
      lines[index] = `${random.of(['', ' ', '  ', '    ', '\t'])}${(lines[index] ?? '').slice(random.below(3))}`;
    }),
  // The beginning of one input, and the end of another.
  (text, random, { inputs }) => {
    const other = random.of(inputs);
    return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1));
  },
];

function splicedAtToken(text: string, random: Random, word: string): string {
  const tokens = [...text.matchAll(/[\w-]+|\s+|./gs)];
  const token = tokens[random.below(tokens.length)];
  return spliced(text, token?.index ?? 0, random.below(2) * (token?.[0].length ?? 0), word);
}

function pieceOf(text: string, random: Random): [start: number, piece: string] {
  const start = random.below(text.length + 1);
  return [start, text.slice(start, start + 1 + random.below(random.of([4, 16, 64])))];
}

function byLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

function spliced(text: string, start: number, gone: number, come: string): string {
  return text.slice(0, start) + come + text.slice(start + gone);
}

function latin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}
