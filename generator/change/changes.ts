/** Everything that differs between two registries, in the order of the newer one. Pure. */
import { catalogChanges } from './catalog-changes.ts';
import { type Change, change } from './change.ts';
import { compareBy } from './compare-by.ts';
import { otherChanges } from './other-changes.ts';
import { payloadChanges } from './payload-changes.ts';
import type { AxisScope } from './scope.ts';
import type { ProviderSnapshot, Snapshot } from './snapshot.ts';
import { taxonomyChanges } from './taxonomy-changes.ts';
import { isSameInAnyOrder } from './unordered.ts';

export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  const { added, removed, kept } = compareBy(({ id }) => id, before.providers, after.providers);
  const axes = axisScope(before, after);
  return [
    ...otherChanges(before, after, { subject: {}, what: 'the registry', apart: APART }),
    ...outcomeChanges(before, after),
    ...taxonomyChanges(before, after),
    ...removed.map(({ id }) => change('provider-removed', { provider: id }, 'the provider was removed')),
    ...added.map(({ id }) => change('provider-added', { provider: id }, 'the provider was added')),
    ...kept.flatMap(([was, is]) => providerChanges(was, is, axes)),
  ];
}

/** The pragmas are about the file. */
const APART = ['$comment', '$schema', 'taxonomy', 'predicates', 'outcomes', 'providers'];

/** An axis is breaking where one side says so: a release cannot take the flag away and change the values at once. */
function axisScope({ taxonomy: before = [] }: Snapshot, { taxonomy: after = [] }: Snapshot): AxisScope {
  const { added, removed } = compareBy(({ id }) => id, before, after);
  return {
    breaking: new Set([...before, ...after].filter(({ breaking }) => breaking).map(({ id }) => id)),
    told: new Set([...added, ...removed].map(({ id }) => id)),
  };
}

function outcomeChanges({ outcomes: before }: Snapshot, { outcomes: after }: Snapshot): Change[] {
  if (isSameInAnyOrder(before, after)) return [];
  const details = { field: 'outcomes', before, after };
  if (before === undefined) return [change('part-changed', {}, 'outcomes tell something of known codes', details)];
  return [change('outcomes-changed', {}, 'what an outcome tells of a known code changed', details)];
}

function providerChanges(before: ProviderSnapshot, after: ProviderSnapshot, axes: AxisScope): Change[] {
  const subject = { provider: after.id };
  const { added, removed, kept } = compareBy(({ id }) => id, before.catalogs, after.catalogs);
  const apart = ['id', 'document', 'catalogs', 'payloads', 'readers'];
  return [
    ...otherChanges(before, after, { subject, what: 'the provider', apart }),
    ...editionChanges(before, after),
    ...payloadChanges(before, after),
    ...removed.map(({ id }) => change('catalog-removed', { ...subject, catalog: id }, 'the catalog was removed')),
    ...added.map(({ id }) => change('catalog-added', { ...subject, catalog: id }, 'the catalog was added')),
    ...kept.flatMap(([was, is]) => catalogChanges(was, is, { subject: { ...subject, catalog: is.id }, axes })),
  ];
}

function editionChanges({ document: before }: ProviderSnapshot, { id, document: after }: ProviderSnapshot): Change[] {
  const differing = Object.keys({ ...before, ...after }).filter((key) => before[key] !== after[key]);
  if (differing.length === 0) return [];
  const message = `another edition of the document was transcribed: its ${differing.join(', ')} changed`;
  return [change('edition-changed', { provider: id }, message, { field: 'document', before, after })];
}
