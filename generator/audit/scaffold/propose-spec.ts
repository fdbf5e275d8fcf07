/** A first spec of a provider that has no errors, if any proposal has none. Pure: no disk, no clock. */
import { basename } from 'node:path';
import { compile } from '../../compile.ts';
import { type Diagnostic, error, isError } from '../../diagnostic/diagnostic.ts';
import { quote } from '../../diagnostic/quote.ts';
import type { PageDocument } from '../../document/read.ts';
import type { Language } from '../../languages/language.ts';
import { ROW_WORDS } from '../../spec/decode-entry.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Source } from '../../spec/yaml.ts';
import { withCounts } from '../patch/with-counts.ts';
import { type DraftCatalog, draftCatalogs } from './draft.ts';
import { type ScaffoldContext, scaffold } from './scaffold.ts';

export interface Proposed {
  readonly text: string;
  readonly catalogs: readonly DraftCatalog[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Short names first, then the same but for the words that were refused, then names with codes, then fields that cannot
 * mean anything else; if none will do, the first is told.
 */
export function proposeSpec(
  context: Omit<ScaffoldContext, 'isSuffixed'>,
  place: { readonly path: string; readonly sources: readonly Source[]; readonly languages: readonly Language[] },
): Proposed {
  const attempts = [
    { isSuffixed: false, isPrefixed: false },
    { isSuffixed: false, isPrefixed: false },
    { isSuffixed: true, isPrefixed: false },
    { isSuffixed: false, isPrefixed: true },
    { isSuffixed: true, isPrefixed: true },
  ];
  let first: Proposed | undefined;
  const refused = new Set<string>();
  for (const { isSuffixed, isPrefixed } of attempts) {
    const isTaken = (field: string) => isPrefixed || refused.has(field) || isReserved(field, context.spec);
    const catalogs = draftCatalogs(context.document.tables, { provider: context.provider, isTaken });
    if (catalogs.length === 0) return { text: '', catalogs, diagnostics: [noTable(context.document)] };
    const source = withCounts({ path: place.path, text: scaffold(catalogs, { ...context, isSuffixed }) });
    const { diagnostics } = compile([...place.sources, source], place.languages);
    const errors = diagnostics.filter((found) => found.at.path === place.path && isError(found));
    const proposed = { text: source.text, catalogs, diagnostics: errors };
    if (errors.length === 0) return proposed;
    first ??= proposed;
    for (const { at } of errors) refused.add(source.text.slice(at.start, at.end));
  }
  return first ?? { text: '', catalogs: [], diagnostics: [] };
}

/** Words of the format, and axes. */
function isReserved(field: string, { taxonomy }: Spec): boolean {
  const isAxis = taxonomy?.axes.some(({ id }) => id.value === field) ?? false;
  return ROW_WORDS.has(field) || field === 'classification' || isAxis;
}

function noTable({ path }: PageDocument): Diagnostic {
  return error('no-table', { path, start: 0, end: 0 }, `${quote(basename(path))} has no table of codes`, {
    hint: 'save the page as HTML, Markdown or CSV, with the headers of its columns',
  });
}
