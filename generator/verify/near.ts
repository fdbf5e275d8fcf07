/** What is near a value and is not it: all that a schema must reject. */

/** The value with one thing wrong: of another type, off by one, with a key more, a key less, a key that is wrong, or nothing. */
function nearMissesOf(value: unknown): unknown[] {
  switch (typeof value) {
    case 'number':
      return [value + 1, -value, value + 0.5, String(value), null];
    case 'string':
      return [`${value}x`, value.slice(1), value.toLowerCase(), value.toUpperCase(), ` ${value}`, null];
    case 'boolean':
      return [!value, String(value), null];
    case 'object':
      return value === null ? [] : objectsNear(value as Record<string, unknown>);
    default:
      return [];
  }
}

function objectsNear(value: Record<string, unknown>): unknown[] {
  return [
    null,
    { ...value, surplus: true },
    ...Object.keys(value).flatMap((key) => {
      const { [key]: inner, ...others } = value;
      return [others, ...nearMissesOf(inner).map((miss) => ({ ...value, [key]: miss }))];
    }),
  ];
}

/** What is wrong with an answer about each of these values: they are accepted, and what is near them and none of them is not. */
export function problemOfAnswers(
  accepts: (value: unknown) => boolean,
  values: readonly unknown[],
  asked: readonly unknown[] = values,
): string | undefined {
  const isListed = (miss: unknown) => values.some((value) => JSON.stringify(value) === JSON.stringify(miss));
  for (const value of asked) {
    if (!accepts(value)) return `rejects ${JSON.stringify(value)}`;
    const wrong = nearMissesOf(value).find((miss) => accepts(miss) && !isListed(miss));
    if (wrong !== undefined) return `accepts ${JSON.stringify(wrong)}, which is not in the catalog`;
  }
  return undefined;
}
