/** Two lists against each other: what is new, what is gone, what stayed. */

export interface Comparison<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  /** Before and after, in the order of after. */
  readonly kept: readonly (readonly [before: T, after: T])[];
  /** Whether those that stayed stand in another order. */
  readonly isReordered: boolean;
}

/** Items of the same key are taken in turn, so that a list that repeats one is compared as well. */
export function compareBy<T>(keyOf: (item: T) => string, before: readonly T[], after: readonly T[]): Comparison<T> {
  const [old, now] = [byKey(keyOf, before), byKey(keyOf, after)];
  const order = [...old.keys()].filter((key) => now.has(key));
  return {
    added: [...now].flatMap(([key, item]) => (old.has(key) ? [] : [item])),
    removed: [...old].flatMap(([key, item]) => (now.has(key) ? [] : [item])),
    kept: [...now].flatMap(([key, item]) => {
      const was = old.get(key);
      return was === undefined ? [] : [[was, item] as const];
    }),
    isReordered: [...now.keys()].filter((key) => old.has(key)).some((key, index) => key !== order[index]),
  };
}

function byKey<T>(keyOf: (item: T) => string, items: readonly T[]): Map<string, T> {
  const itemByKey = new Map<string, T>();
  for (const item of items) {
    let key = keyOf(item);
    while (itemByKey.has(key)) key += ' again';
    itemByKey.set(key, item);
  }
  return itemByKey;
}
