/** Of items that share a key, the one that comes first. */
export function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const firstByKey = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!firstByKey.has(key)) firstByKey.set(key, item);
  }
  return [...firstByKey.values()];
}
