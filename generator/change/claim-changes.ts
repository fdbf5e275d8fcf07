/** What differs in a classification: values, and whether they are stated. */
import { quote } from '../diagnostic/quote.ts';
import { type Change, change } from './change.ts';
import type { ClaimScope } from './scope.ts';
import type { ClaimsSnapshot } from './snapshot.ts';

/** A value of an axis, and on what it rests. */
interface Claim {
  readonly value: string | undefined;
  readonly rest: 'stated' | 'inferred' | 'inferred from words';
}

export function claimChanges(before: ClaimsSnapshot, after: ClaimsSnapshot, scope: ClaimScope): Change[] {
  const axes = Object.keys({ ...before.classification, ...after.classification });
  const untold = axes.filter((axis) => !scope.axes.told.has(axis));
  return untold.flatMap((axis) => changesOfAxis(axis, claimOf(axis, before), claimOf(axis, after), scope));
}

function claimOf(axis: string, { classification, stated, basis = {} }: ClaimsSnapshot): Claim {
  const rest = Object.hasOwn(stated, axis) ? 'stated' : Object.hasOwn(basis, axis) ? 'inferred from words' : 'inferred';
  return { value: classification[axis], rest };
}

function changesOfAxis(axis: string, before: Claim, after: Claim, { subject, what, axes }: ClaimScope): Change[] {
  const details = { field: axis, before: before.value, after: after.value };
  if (before.value !== after.value) {
    const isStated = before.rest === 'stated' || after.rest === 'stated';
    const usual = isStated ? 'stated-value-changed' : 'inferred-value-changed';
    const id = axes.breaking.has(axis) ? 'breaking-value-changed' : usual;
    return [change(id, subject, `${axis} of ${what} was ${worded(before)} and is ${worded(after)}`, details)];
  }
  if (before.rest === after.rest) return [];
  const message = `${axis} of ${what} was ${before.rest} and is ${after.rest}`;
  return [change('provenance-changed', subject, message, { field: axis, before: before.rest, after: after.rest })];
}

function worded({ value, rest }: Claim): string {
  return value === undefined ? 'absent' : `${quote(value)} (${rest})`;
}
