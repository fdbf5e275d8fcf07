/** What pure functions have made of their arguments, so that the same is not made twice. */

/** The same function, which makes what it makes of an object once. It goes with the object. */
export function once<A extends object, V>(make: (about: A) => V): (about: A) => V {
  const made = new WeakMap<A, { readonly value: V }>();
  return (about) => {
    const before = made.get(about);
    if (before !== undefined) return before.value;
    const value = make(about);
    made.set(about, { value });
    return value;
  };
}

/**
 * What one run hands to the next in the same process: `watch` runs again and again over nearly the same text. An answer
 * depends on the question alone, so that remembering it changes no output. What a run did not ask for is forgotten.
 */
export class Memory {
  readonly #before: Answers;
  readonly #now: Answers = new Map();

  constructor(before?: Memory) {
    this.#before = before === undefined ? new Map() : before.#now;
  }

  /** What the function makes of a text or of plain data. It must be a pure one. */
  of<A, V>(make: (about: A) => V, about: A): V {
    const question = typeof about === 'string' ? about : JSON.stringify(about);
    const answers = this.#now.get(make) ?? new Map<string, unknown>();
    this.#now.set(make, answers);
    if (!answers.has(question)) {
      const before = this.#before.get(make);
      answers.set(question, before?.has(question) ? before.get(question) : make(about));
    }
    return answers.get(question) as V;
  }
}

/** By function, then by what it was given. */
type Answers = Map<unknown, Map<string, unknown>>;
