/** From the Registry to what the generated readers are made of, so that the command reads as they do. */

import type { OutcomeShape, OutcomeRules as ReaderRules, ReaderShape } from '#payload-reader';
import type { OutcomePlaces, Payload } from '../registry/payload.ts';
import { linesOf, plainCells, plainClaims } from '../registry/plain.ts';
import { publicName } from '../registry/public-name.ts';
import { type Catalog, codesOf, type Entry, type Provider, type Registry } from '../registry/registry.ts';
import { prefixFor } from '../registry/scheme.ts';

/** A shape for each reader of the provider. */
export function readerShapes(provider: Provider, registry: Registry): ReaderShape[] {
  const rules = rulesOf(registry);
  return provider.readers.map(({ payloads }) => ({
    provider: provider.id,
    payloads: payloads.map(({ outcomes, ...payload }: Payload) => ({
      ...payload,
      outcomes: outcomes.map((places) => outcomeShape(places, provider)),
    })),
    rules,
  }));
}

function rulesOf({ axes, outcomes }: Registry): ReaderRules {
  const carried = (outcomes?.axes ?? []).flatMap((id) => axes.find((axis) => axis.id === id) ?? []);
  const spoken = carried.find(({ values }) => values.some(({ sentence }) => sentence !== undefined));
  return {
    axes: carried.map(({ id }) => publicName(id)),
    states: (outcomes?.states ?? []).map((rule) => ({ ...rule, axis: publicName(rule.axis) })),
    ...(spoken && {
      spoken: publicName(spoken.id),
      sentences: Object.fromEntries(spoken.values.map(({ id, sentence }) => [id, sentence])),
    }),
  };
}

function outcomeShape(places: OutcomePlaces, provider: Provider): OutcomeShape {
  const catalog = provider.catalogs.find(({ id }) => id === places.catalog);
  return {
    ...places,
    codeType: catalog?.codeType === 'integer' ? 'number' : 'string',
    classify: catalog === undefined ? (code) => ({ known: false, code }) : classifier(catalog, provider),
  };
}

function classifier(catalog: Catalog, provider: Provider): OutcomeShape['classify'] {
  const rows = new Map<unknown, object[]>(codesOf(catalog).map(({ code, entries }) => [code, entries.map(flatEntry)]));
  const wireType = catalog.codeType === 'integer' ? 'number' : 'string';
  return (code) => {
    const entries = rows.get(code);
    if (entries !== undefined) return { known: true, entries };
    const found = typeof code === wireType ? prefixFor(String(code), catalog, provider) : undefined;
    if (found === undefined) return { known: false };
    const { prefix, title, classification } = found.prefix;
    const stated = linesOf(classification, 'statedOn');
    return { known: false, scheme: { prefix, title, ...plainClaims(classification), stated } };
  };
}

/** As the generated tables have it: axes beside the cells. */
function flatEntry({ code, name, section, cells, line, classification }: Entry): object {
  return {
    code,
    name,
    ...(section !== undefined && { section }),
    ...plainCells(cells),
    line,
    ...plainClaims(classification),
    stated: linesOf(classification, 'statedOn'),
  };
}
