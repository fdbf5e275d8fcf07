/** What differs in a catalog that stayed: the frame of its rows here, the rows in files of their own. */
import { isDeepStrictEqual } from 'node:util';
import { quote } from '../diagnostic/quote.ts';
import { type Change, change, type Subject } from './change.ts';
import { codeChanges } from './code-changes.ts';
import { compareBy } from './compare-by.ts';
import { fieldChanges } from './field-changes.ts';
import { movedLines } from './moved-lines.ts';
import { otherChanges } from './other-changes.ts';
import { removalChanges } from './removal-changes.ts';
import { schemeChanges } from './scheme-changes.ts';
import type { CatalogScope } from './scope.ts';
import type { CatalogSnapshot } from './snapshot.ts';

const APART = [
  'id',
  'typeName',
  'codeType',
  'key',
  'lookups',
  'fields',
  'sections',
  'scheme',
  'removed',
  'entries',
  // Made from the rows; whatever changes there is told of the rows.
  'replacements',
];

export function catalogChanges(before: CatalogSnapshot, after: CatalogSnapshot, scope: CatalogScope): Change[] {
  const { subject } = scope;
  return [
    ...otherChanges(before, after, { subject, what: 'the catalog', apart: APART }),
    ...frameChanges(before, after, subject),
    ...lookupChanges(before, after, subject),
    ...fieldChanges(before.fields, after.fields, subject),
    ...sectionChanges(before, after, subject),
    ...schemeChanges(before.scheme, after.scheme, scope),
    ...codeChanges(before, after, scope),
    ...removalChanges(before, after, subject),
    ...movedLines(before, after, subject),
  ];
}

function frameChanges(before: CatalogSnapshot, after: CatalogSnapshot, subject: Subject): Change[] {
  const frame = [
    ['typeName', 'type-name-changed', 'the type of an entry'],
    ['codeType', 'value-type-changed', 'the type of the codes'],
    ['key', 'key-changed', 'what identifies a row'],
  ] as const;
  return frame
    .filter(([field]) => !isDeepStrictEqual(before[field], after[field]))
    .map(([field, id, what]) => {
      const details = { field, before: before[field], after: after[field] };
      return change(
        id,
        subject,
        `${what} was ${quote(String(before[field]))} and is ${quote(String(after[field]))}`,
        details,
      );
    });
}

function lookupChanges(before: CatalogSnapshot, after: CatalogSnapshot, subject: Subject): Change[] {
  const { added, removed } = compareBy((field) => field, before.lookups ?? [], after.lookups ?? []);
  return [
    ...removed.map((field) =>
      change('lookup-removed', subject, `entries cannot be found by ${quote(field)} any more`, { field }),
    ),
    ...added.map((field) => change('lookup-added', subject, `entries can be found by ${quote(field)}`, { field })),
  ];
}

/** Which rows a section has is told of the rows. */
function sectionChanges(before: CatalogSnapshot, after: CatalogSnapshot, subject: Subject): Change[] {
  const { added, removed, kept } = compareBy(({ id }) => id, before.sections ?? [], after.sections ?? []);
  const ids = [...removed, ...added].map(({ id }) => quote(id));
  return [
    ...(ids.length === 0
      ? []
      : [change('part-changed', subject, `sections came or went: ${ids.join(', ')}`, { field: 'sections' })]),
    ...kept.flatMap(([was, is]) =>
      otherChanges(was, is, { subject, what: `section ${quote(is.id)}`, apart: ['id', 'line'] }),
    ),
  ];
}
