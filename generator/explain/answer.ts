/** What there is to say of a word that somebody asks about: its meanings in every catalog, or what comes nearest. */
import type { Language } from '../languages/language.ts';
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
import { type Neighbour, nearestOf } from './nearest.ts';

export interface Answer {
  /** As it was asked. */
  readonly word: string;
  readonly meanings: readonly Meaning[];
  /** What the schemes of the catalogs say of it; only where it is listed nowhere. */
  readonly schemes: readonly SchemeAnswer[];
  /** The payloads in which it stands for a code where nothing failed; only where it is listed nowhere. */
  readonly noFailures: readonly NoFailure[];
  /** Only where it is listed nowhere. */
  readonly nearest: readonly Neighbour[];
}

/** A row in which the word stands, as a code, as a name, or in another field that has a look-up. */
export interface Meaning {
  readonly provider: Provider;
  readonly catalog: Catalog;
  readonly entry: Entry;
  readonly foundBy: string;
}

/** What a scheme says of codes that start like the word. */
export interface SchemeAnswer {
  readonly provider: Provider;
  readonly catalog: Catalog;
  readonly prefix: SchemePrefix;
}

/** A place of a payload that has the word where nothing failed. */
export interface NoFailure {
  readonly provider: string;
  readonly catalog: string;
  readonly payload: string;
  readonly pointer: string;
}

/** What it takes to tell an answer, besides itself. */
export interface Surroundings {
  readonly axes: readonly Axis[];
  readonly languages: readonly Language[];
  placeOf(meaning: Meaning): Place;
}

/** Of an entry in its spec. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export function answerTo(word: string, { providers }: Registry): Answer {
  const catalogs = providers.flatMap((provider) => provider.catalogs.map((catalog) => ({ provider, catalog })));
  const meanings = catalogs.flatMap(({ provider, catalog }) =>
    catalog.entries.flatMap((entry): Meaning[] => {
      const foundBy = placeIn(entry, catalog, word);
      return foundBy === undefined ? [] : [{ provider, catalog, entry, foundBy }];
    }),
  );
  if (meanings.length > 0) return { word, meanings, schemes: [], noFailures: [], nearest: [] };
  return {
    word,
    meanings,
    schemes: catalogs.flatMap((place) => {
      const prefix = findPrefix(word, place.catalog);
      return prefix === undefined ? [] : [{ ...place, prefix }];
    }),
    noFailures: providers.flatMap((provider) => noFailuresOf(word, provider)),
    nearest: nearestOf(
      word,
      catalogs.flatMap(({ provider, catalog }) =>
        codesOf(catalog).map(({ code, name }) => ({ provider: provider.id, catalog: catalog.id, code, name })),
      ),
    ),
  };
}

/** Whether anything at all is known of the word. */
export function isAnswered({ meanings, schemes, noFailures }: Answer): boolean {
  return meanings.length + schemes.length + noFailures.length > 0;
}

function noFailuresOf(word: string, { id: provider, payloads }: Provider): NoFailure[] {
  return payloads.flatMap(({ typeName: payload, outcomes }) =>
    outcomes
      .filter(({ noFailure }) => noFailure.some((value) => String(value) === word))
      .map(({ catalog, code: pointer }) => ({ provider, catalog, payload, pointer })),
  );
}

function placeIn({ code, name, cells }: Entry, { lookups }: Catalog, word: string): string | undefined {
  if (String(code) === word) return 'code';
  if (name === word) return 'name';
  return lookups.find((field) => String(cells.get(field)) === word);
}
