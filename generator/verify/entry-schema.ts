/** The schema of a catalog's entries: it accepts each of them, and rejects all that is near one. */
import type { Memory } from '../memory.ts';
import type { PlainEntry } from '../registry/plain.ts';
import { type Accepts, compileSchema, type Schema } from './ajv.ts';
import { nearMissesOf, problemOfAnswers } from './near.ts';

/** What is wrong with the schema, which has an arm for each entry. */
export function problemOfEntries(schema: Schema, entries: readonly PlainEntry[], memory: Memory): string | undefined {
  const parts = partsOf(schema, entries);
  const orphan = entries.find((entry) => !parts.some((part) => part.entries.includes(entry)));
  if (orphan !== undefined) return `rejects ${JSON.stringify(orphan)}`;
  const surplus = parts.find((part) => part.code !== undefined && part.entries.length === 0);
  if (surplus !== undefined) return `has an arm for code ${JSON.stringify(surplus.code)}, which is not in the catalog`;

  const proofs = parts.map((part) => memory.of(provePart, part));
  const problem = proofs.find((proof) => proof.problem !== undefined)?.problem;
  if (problem !== undefined) return problem;
  const known = new Set(entries.map((entry) => JSON.stringify(entry)));
  const stray = proofs
    .flatMap(({ strays }) => strays)
    .find((value) => proofs.some((proof) => proof.accepts(value)) && !known.has(JSON.stringify(value)));
  return stray === undefined ? undefined : `accepts ${JSON.stringify(stray)}, which is not in the catalog`;
}

/** A schema with some of the arms, and the entries that it is for. */
interface Part {
  readonly schema: Schema;
  readonly entries: readonly PlainEntry[];
  /** Of all these entries; `undefined` of the whole. */
  readonly code: unknown;
}

interface Arm {
  readonly properties?: { readonly code?: { readonly const?: unknown } };
}

/**
 * A part for each code, because there are as many near misses as entries, and each would ask every arm. Of a value with
 * that code it says what the whole schema says: all arms that it lacks want another code. And what the whole accepts is
 * accepted by the part with the arm that accepts it.
 */
function partsOf(schema: Schema, entries: readonly PlainEntry[]): Part[] {
  const arms = (schema['oneOf'] ?? []) as Arm[];
  const codeOf = ({ properties }: Arm) => properties?.code?.const;
  const codes = new Set(arms.map(codeOf));
  // An arm for any code belongs to each part; one that is referred to, from wherever, cannot be left out.
  const isWhole = codes.size === 0 || codes.has(undefined) || /"\$(?:ref|dynamicRef)":/.test(JSON.stringify(schema));
  if (isWhole) return [{ schema, entries, code: undefined }];
  return [...codes].map((code) => ({
    schema: { ...schema, oneOf: arms.filter((arm) => codeOf(arm) === code) },
    entries: entries.filter((entry) => entry['code'] === code),
    code,
  }));
}

/** What is known of a part by itself. */
interface Proof {
  readonly problem?: string | undefined;
  readonly accepts: Accepts;
  /** The near misses that have another code, or none: the other parts are to be asked as well. */
  readonly strays: readonly unknown[];
}

function provePart({ schema, entries, code }: Part): Proof {
  const { accepts, problem } = compileSchema(schema);
  if (accepts === undefined)
    return { problem: `is no strict JSON Schema: ${problem}`, accepts: () => false, strays: [] };
  const isHere = (value: unknown) => code === undefined || (value as Partial<PlainEntry> | null)?.['code'] === code;
  return {
    problem: problemOfAnswers((value) => isHere(value) && accepts(value), entries),
    accepts,
    strays: entries.flatMap(nearMissesOf).filter((miss) => !isHere(miss)),
  };
}
