/** An outcome as a line of JSON. */
import type { OutcomeBase } from '#payload-result';

export function lineOf(outcome: OutcomeBase, line: number): string {
  const { code, received, status, state, stateSource, recipient, messageId, count, pointer, tolerated } = outcome;
  const own = { line, code, received, status, state, stateSource, recipient, messageId, count, pointer, tolerated };
  return `${JSON.stringify(own).slice(0, -1)},${restOf(outcome, own)}`;
}

/** Outcomes of which the same is known share their entries. What that is, is most of a line, and is made text once. */
const restByEntries = new WeakMap<object, string>();

/** All but what is an outcome's own; the entries, which are long, come last. */
function restOf(outcome: OutcomeBase, own: object): string {
  const { entries } = outcome;
  const before = restByEntries.get(entries);
  if (before !== undefined) return before;
  const others = Object.entries(outcome).filter(([name]) => name !== 'entries' && !(name in own));
  const rest = JSON.stringify({ ...Object.fromEntries(others), entries }).slice(1);
  restByEntries.set(entries, rest);
  return rest;
}
