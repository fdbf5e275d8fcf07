/** What of a text its compiler's answer can depend on. Texts that agree in it compile, or do not, alike. */
import type { Row } from './read-rows.ts';
import { Tokens } from './tokens.ts';

/**
 * Its tokens, and of the rows of its table all but the values of some properties: those whose types admit any text or
 * number, so that no other value can be wrong. What they are is compared with the Registry.
 */
export function seenIn(text: string, rows: readonly Row[], open: ReadonlySet<string>): string {
  const first = rows[0]?.start ?? text.length;
  const end = rows.at(-1)?.end ?? text.length;
  const after = [...tokensIn(text, end, text.length)];
  const claims = [...rows.map(({ shape }) => shape), after.slice(0, 3).join('')];
  // What is said to be constant is its own type, which admits no other value.
  const isConstant = claims.some((claim) => /\sas\sconst/.test(claim));
  const seen = rows.map(({ shape, value }) => {
    const closed = Object.entries(value).filter(([name]) => isConstant || !open.has(name));
    return `${shape} ${JSON.stringify(closed)}`;
  });
  return [...tokensIn(text, 0, first), ...seen, ...after].join('');
}

function* tokensIn(text: string, start: number, end: number): Generator<string> {
  const tokens = new Tokens(text);
  for (tokens.goTo(start); tokens.end <= end && tokens.type !== undefined; tokens.next()) {
    // What divides here may begin a regular expression to a compiler, and there is no comment in one.
    if (tokens.raw.startsWith('/')) return yield text.slice(tokens.start);
    yield tokens.heeded + tokens.raw;
  }
  // A directive at the end has no token after it.
  yield tokens.heeded;
}
