/** The codes to use in place of others. */
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { visible } from '../diagnostic/quote.ts';
import type { ScalarNode } from '../spec/node.ts';
import type { CatalogSpec } from '../spec/spec.ts';
import { catalogsOf, isWhole, type Rule } from './rule.ts';

/**
 * A replacement is another code of the same catalog, and one that stays, so that a program can follow it.
 * Bad: `replacement: 404` where the catalog has no row of 404, or where that row is deprecated as well.
 */
export const unknownReplacement: Rule = {
  id: 'unknown-replacement',
  *check(spec) {
    for (const catalog of catalogsOf(spec)) {
      for (const { code, replacement } of replacementsIn(catalog)) {
        const fault = faultOf(replacement.source, code.source, catalog);
        if (fault !== undefined) yield problem(replacement, fault);
      }
    }
  },
};

/** What the catalog says to use in place of a code. */
export function replacementsIn({ entries, removed }: CatalogSpec): { code: ScalarNode; replacement: ScalarNode }[] {
  const leaving = [
    ...entries.map(({ code, deprecated }) => ({ code, replacement: deprecated?.replacement })),
    ...removed,
  ];
  return leaving.flatMap(({ code, replacement }) => (replacement === undefined ? [] : [{ code, replacement }]));
}

function faultOf(replacement: string, code: string, catalog: CatalogSpec): string | undefined {
  if (replacement === code) return 'is the code that it replaces';
  const rows = catalog.entries.filter((entry) => entry.code.source === replacement);
  if (rows.length === 0) return isWhole(catalog) ? `is not in catalog "${catalog.label}"` : undefined;
  return rows.every(({ deprecated }) => deprecated !== undefined) ? 'is deprecated itself' : undefined;
}

function problem({ source, at }: ScalarNode, fault: string): Diagnostic {
  return error('unknown-replacement', at, `code ${visible(source)} ${fault}`, {
    hint: 'name a code of the catalog that stays, or delete the "replacement"',
  });
}
