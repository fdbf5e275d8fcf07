/** From the Registry to what the generated readers are made of, so that the command reads as they do. */
import { type Reader, readerOf } from '#payload-reader';
import type { OutcomeBase } from '#payload-result';
import type { Answer, OutcomeShape, OutcomeRules as ReaderRules } from '#payload-shape';
import type { OutcomePlaces, Payload } from '../registry/payload.ts';
import { linesOf, plainClaims, plainRow } from '../registry/plain.ts';
import { publicName } from '../registry/public-name.ts';
import {
  type Axis,
  type Catalog,
  codesOf,
  type Entry,
  type Provider,
  type Registry,
  type SchemePrefix,
} from '../registry/registry.ts';
import { findPrefix } from '../registry/scheme.ts';
import { spokenAxis } from '../registry/sentences.ts';

/** The readers of the provider. */
export function readersOf(provider: Provider, registry: Registry): Reader<unknown, { readonly any: OutcomeBase }>[] {
  const rules = rulesOf(registry);
  return provider.readers.map(({ payloads }) =>
    readerOf({
      provider: provider.id,
      payloads: payloads.map(({ outcomes, ...payload }: Payload) => ({
        ...payload,
        outcomes: outcomes.flatMap((places) => outcomeShapes(places, provider, registry.axes)),
      })),
      rules,
    }),
  );
}

function rulesOf({ axes, outcomes }: Registry): ReaderRules {
  const carried = (outcomes?.axes ?? []).filter((id) => axes.some((axis) => axis.id === id));
  return {
    axes: carried.map(publicName),
    states: (outcomes?.states ?? []).map((rule) => ({ ...rule, axis: publicName(rule.axis) })),
  };
}

function outcomeShapes(places: OutcomePlaces, { catalogs }: Provider, axes: readonly Axis[]): OutcomeShape[] {
  const own = catalogs.filter(({ id }) => id === places.catalog);
  return own.map((catalog) => ({ ...places, codeType: wireType(catalog), classify: classifier(catalog, axes) }));
}

function wireType({ codeType }: Catalog): OutcomeShape['codeType'] {
  return codeType === 'integer' ? 'number' : 'string';
}

function classifier(catalog: Catalog, axes: readonly Axis[]): OutcomeShape['classify'] {
  const spoken = spokenAxis(catalog, axes);
  const answers = new Map(
    codesOf(catalog).map(({ code, entries }): [unknown, Answer] => [
      code,
      { known: true, entries: entries.map(flatEntry), sentence: spoken && sentenceOf(entries, spoken) },
    ]),
  );
  const unlisted = new Map((catalog.scheme?.prefixes ?? []).map((prefix) => [prefix, schemeAnswer(prefix)]));
  return (code) => {
    const answer = answers.get(code);
    if (answer !== undefined) return answer;
    const prefix = typeof code === wireType(catalog) ? findPrefix(String(code), catalog) : undefined;
    return (prefix && unlisted.get(prefix)) ?? { known: false };
  };
}

function schemeAnswer({ prefix, title, classification }: SchemePrefix): Answer {
  const stated = linesOf(classification, 'statedOn');
  return { known: false, scheme: { prefix, title, ...plainClaims(classification), stated } };
}

/** The sentence of a code, if all its entries have the same. */
function sentenceOf(entries: readonly Entry[], { id, values }: Axis): string | undefined {
  const [first, ...others] = entries.map(({ classification }) => {
    const claim = classification.get(id);
    return values.find((value) => value.id === claim?.value)?.sentence;
  });
  return others.every((sentence) => sentence === first) ? first : undefined;
}

/** As the generated tables have it: axes beside the cells. */
function flatEntry(entry: Entry): object {
  const { classification } = entry;
  return {
    ...plainRow(entry),
    ...plainClaims(classification),
    stated: linesOf(classification, 'statedOn'),
  };
}
