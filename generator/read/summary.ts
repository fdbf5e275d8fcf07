/** What was read, for people: messages by category, and what to do about codes that are not listed. */
import { quote } from '../diagnostic/quote.ts';
import type { Axis, Provider } from '../registry/registry.ts';
import { stubOf } from './stub.ts';
import type { Tally } from './tally.ts';

/** A stub for each of more codes would be a file, and nobody would read it. */
const MOST_STUBS = 20;

export interface Counts {
  readonly lines: number;
  readonly bad: number;
}

export function renderSummary(tally: Tally, { lines, bad }: Counts, provider: Provider, axes: readonly Axis[]): string {
  const groups = [...tally.byGroup].sort(([, a], [, b]) => b - a);
  const width = Math.max(0, ...groups.map(([name]) => name.length));
  const head = `${number(lines, 'body', 'bodies')}, ${number(tally.messages, 'message')}${bad > 0 ? `, ${number(bad, 'problem')}` : ''}`;
  const table = groups.map(([name, count]) => `  ${name.padEnd(width)}  ${count}`);
  return `${[head, ...table].join('\n')}\n${unlistedText(tally, provider, axes)}`;
}

function unlistedText(tally: Tally, provider: Provider, axes: readonly Axis[]): string {
  const { unlisted, others } = tally;
  if (unlisted.length === 0) return '';
  const shown = unlisted.slice(0, MOST_STUBS);
  const blocks = shown.map(({ catalog: id, code, messages }) => {
    const catalog = provider.catalogs.find((one) => one.id === id);
    const count = number(messages, 'message');
    const place = `${provider.id}/${id}`;
    const told = `${place} does not list ${quote(typeof code === 'string' ? code : String(JSON.stringify(code)))}: ${count}\n`;
    return catalog === undefined || typeof code === 'object' ? told : told + stubOf(code, catalog, axes);
  });
  const isMore = others > 0 || unlisted.length > shown.length;
  const more = isMore ? ['… and more codes that are not listed\n'] : [];
  return `\n${[...blocks, ...more].join('\n')}`;
}

function number(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
