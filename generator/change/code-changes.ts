/** What differs in the codes of a catalog: those that came and went, and the rows of those that stayed. */
import { quote, visible } from '../diagnostic/quote.ts';
import { groupBy } from '../group-by.ts';
import type { Code } from '../registry/registry.ts';
import { type Change, change } from './change.ts';
import { compareBy } from './compare-by.ts';
import { entryChanges } from './entry-changes.ts';
import type { CatalogScope } from './scope.ts';
import type { CatalogSnapshot, EntrySnapshot } from './snapshot.ts';

/** A code with its rows. */
interface CodeRows {
  readonly code: Code;
  readonly name: string;
  readonly rows: readonly EntrySnapshot[];
}

export function codeChanges(before: CatalogSnapshot, after: CatalogSnapshot, scope: CatalogScope): Change[] {
  const { added, removed, kept } = compareBy(({ code }) => String(code), codesOf(before), codesOf(after));
  return [
    ...removed.map((gone) => removedCode(gone, after, scope)),
    ...added.map(({ code, name }) =>
      change('code-added', { ...scope.subject, code }, `code ${visible(String(code))} ${quote(name)} was added`),
    ),
    ...kept.flatMap(([was, is]) => [...nameChanges(was, is, scope), ...rowChanges(was, is, { before, after, scope })]),
    ...orderChanges(before, after, scope),
  ];
}

function codesOf({ entries }: CatalogSnapshot): CodeRows[] {
  const rowsByCode = groupBy(entries, ({ code }) => code);
  return [...rowsByCode].map(([code, rows]) => ({ code, name: rows[0].name, rows }));
}

/** With what is said of it where it was; a name that another code has now says it, too. */
function removedCode({ code, name }: CodeRows, after: CatalogSnapshot, { subject }: CatalogScope): Change {
  const removal = after.removed?.find((item) => item.code === code);
  const replacement = removal?.replacement ?? after.entries.find((other) => other.name === name)?.code;
  const words = replacement === undefined ? '' : `; use code ${visible(String(replacement))}`;
  return change(
    'code-removed',
    { ...subject, code },
    `code ${visible(String(code))} ${quote(name)} was removed${words}`,
    {
      before: name,
      ...(removal !== undefined && { reason: removal.reason }),
      ...(replacement !== undefined && { replacement }),
    },
  );
}

function nameChanges(before: CodeRows, after: CodeRows, { subject }: CatalogScope): Change[] {
  if (before.name === after.name) return [];
  const { code } = after;
  const message = `code ${visible(String(code))} was named ${quote(before.name)} and is ${quote(after.name)}`;
  return [
    change('name-changed', { ...subject, code }, message, { field: 'name', before: before.name, after: after.name }),
  ];
}

interface Sides {
  readonly before: CatalogSnapshot;
  readonly after: CatalogSnapshot;
  readonly scope: CatalogScope;
}

/** Rows are the same by the key fields that both sides have. */
function rowChanges(was: CodeRows, is: CodeRows, { before, after, scope }: Sides): Change[] {
  const key = after.key.filter((field) => field !== 'code' && before.key.includes(field));
  const { added, removed, kept } = compareBy(
    (row) => JSON.stringify(key.map((field) => row[field])),
    was.rows,
    is.rows,
  );
  const isComposite = before.key.length > 1 || after.key.length > 1;
  const subjectOf = (row: EntrySnapshot, fields: readonly string[]) => ({
    ...scope.subject,
    code: row.code,
    ...(isComposite && { key: Object.fromEntries(fields.map((field) => [field, row[field]])) }),
  });
  return [
    ...removed.map((row) =>
      change('row-removed', subjectOf(row, before.key), `the row of ${keyWords(row, before.key)} was removed`),
    ),
    ...added.map((row) =>
      change('row-added', subjectOf(row, after.key), `a row of ${keyWords(row, after.key)} was added`),
    ),
    ...kept.flatMap(([old, row]) =>
      entryChanges(old, row, {
        subject: subjectOf(row, after.key),
        what: keyWords(row, isComposite ? after.key : ['code']),
        before,
        after,
        axes: scope.axes,
      }),
    ),
  ];
}

/** `code isp.SYSTEM_ERROR, smppCode 21`. */
function keyWords(row: EntrySnapshot, key: readonly string[]): string {
  return key.map((field) => `${field} ${visible(String(row[field]))}`).join(', ');
}

function orderChanges(before: CatalogSnapshot, after: CatalogSnapshot, { subject }: CatalogScope): Change[] {
  const { isReordered } = compareBy((identity) => identity, identitiesOf(before), identitiesOf(after));
  return isReordered ? [change('order-changed', subject, 'the rows stand in another order', { field: 'entries' })] : [];
}

/** What tells each row from the others, whatever else it says. */
export function identitiesOf({ key, entries }: CatalogSnapshot): string[] {
  return entries.map((row) => JSON.stringify([String(row.code), ...key.slice(1).map((field) => row[field])]));
}
