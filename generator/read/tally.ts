/** Counts what outcomes say, in memory that does not grow with their number. */
import type { OutcomeBase } from '#payload-result';

/** More different unlisted codes than this are counted, and no longer told apart. */
const MOST_CODES = 1000;

export interface UnlistedCode {
  readonly catalog: string;
  readonly code: unknown;
  messages: number;
}

export class Tally {
  messages = 0;
  /** By value of the axis that outcomes are summed up by; what has none is under its state. */
  readonly byGroup = new Map<string, number>();
  readonly #unlisted = new Map<string, UnlistedCode>();
  /** Of unlisted codes beyond those that are told apart. */
  others = 0;
  readonly #axis: string | undefined;

  constructor(axis: string | undefined) {
    this.#axis = axis;
  }

  get unlisted(): UnlistedCode[] {
    return [...this.#unlisted.values()].sort((a, b) => b.messages - a.messages);
  }

  get hasUnlisted(): boolean {
    return this.#unlisted.size > 0;
  }

  add(outcome: OutcomeBase): void {
    const { count, known, code, noFailure } = outcome;
    this.messages += count;
    const group = this.#groupOf(outcome);
    this.byGroup.set(group, (this.byGroup.get(group) ?? 0) + count);
    if (!known && code !== undefined && !noFailure) this.#addUnlisted(outcome);
  }

  #groupOf(outcome: OutcomeBase): string {
    const { known, code, noFailure, state } = outcome;
    const value: unknown = this.#axis === undefined ? undefined : Reflect.get(outcome, this.#axis);
    if (typeof value === 'string') return value;
    if (known) return this.#axis === undefined ? `listed code, ${state}` : 'several meanings';
    return code === undefined || noFailure ? `no code, ${state}` : `unlisted code, ${state}`;
  }

  #addUnlisted({ catalog, code, count }: OutcomeBase): void {
    const key = `${catalog} ${typeof code} ${String(JSON.stringify(code)).slice(0, 200)}`;
    const known = this.#unlisted.get(key);
    if (known !== undefined) known.messages += count;
    else if (this.#unlisted.size < MOST_CODES) this.#unlisted.set(key, { catalog, code, messages: count });
    else this.others += count;
  }
}
