/** Fills in what a catalog claims about its rows: how many there are, and the digest of their cells. */
import { digestOf } from '../../rules/cells-digest.ts';
import { decode } from '../../spec/decode.ts';
import type { Source } from '../../spec/yaml.ts';
import { applyEdits, replace } from './edit.ts';
import { scalarText } from './layout.ts';

/** The claims of each catalog about its rows, as the rows are now. */
export function withCounts(source: Source): Source {
  const [provider] = decode([source]).value.providers;
  const edits = (provider?.catalogs ?? []).flatMap((catalog) => {
    const { rows, written, cellsSha256 } = catalog;
    return [replace(rows.at, String(written)), replace(cellsSha256.at, scalarText(digestOf(catalog)))];
  });
  return { ...source, text: applyEdits(source.text, edits) };
}
