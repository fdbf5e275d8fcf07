/** What differs in the list of removed codes, beside the codes that went or came back just now. */
import { isDeepStrictEqual } from 'node:util';
import { visible } from '../diagnostic/quote.ts';
import { type Change, change, type Subject } from './change.ts';
import { compareBy } from './compare-by.ts';
import type { CatalogSnapshot, RemovalSnapshot } from './snapshot.ts';

export function removalChanges(before: CatalogSnapshot, after: CatalogSnapshot, subject: Subject): Change[] {
  const { added, removed, kept } = compareBy(({ code }) => String(code), before.removed ?? [], after.removed ?? []);
  const has = ({ entries }: CatalogSnapshot, { code }: RemovalSnapshot) => entries.some((entry) => entry.code === code);
  const edited = [
    ...added.filter((removal) => !has(before, removal)),
    ...removed.filter((removal) => !has(after, removal)),
    ...kept.flatMap(([was, is]) => (isDeepStrictEqual(was, is) ? [] : [is])),
  ];
  return edited.map(({ code, reason, replacement }) =>
    change(
      'removal-edited',
      { ...subject, code },
      `what is said of the removed code ${visible(String(code))} was edited`,
      { field: 'removed', reason, ...(replacement !== undefined && { replacement }) },
    ),
  );
}
