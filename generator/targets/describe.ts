/** What doc comments, schemas and pages say of an entry: the printed cells, then what is stated, what is inferred, and our note. */
import { once } from '../memory.ts';
import {
  type Catalog,
  type Classification,
  type CodeGroup,
  type Entry,
  printedIn,
  proseOf,
  sectionOf,
} from '../registry/registry.ts';

export interface Description {
  /** The sentence that the document prints: the last column of text. */
  readonly summary: string;
  /** Section, other cells, and the line: `Section: … Billable: NO. Document line 187.` */
  readonly printed: string;
  /** `Stated: fault customer (line 165).` */
  readonly stated: string;
  readonly inferred: string;
  /** What a reader must know about the row, in our words; empty where there is nothing. */
  readonly note: string;
}

export function describe(entry: Entry, catalog: Catalog): Description {
  return descriptionsIn(catalog)(entry);
}

/** Each is made once, however many languages print it. */
const descriptionsIn = once((catalog: Catalog) => {
  const prose = proseOf(catalog);
  const others = catalog.fields.filter((field) => field !== prose);
  return once((entry: Entry): Description => {
    const section = sectionOf(entry, catalog);
    const cells = others.map((field) => `${field.header}: ${(printedIn(entry, field) ?? '').replace(/\.$/, '')}.`);
    return {
      summary: String((prose && entry.cells.get(prose.id)) ?? entry.code),
      printed: [...(section ? [`Section: ${section.title}.`] : []), ...cells, `Document line ${entry.line}.`].join(' '),
      ...provenanceOf(entry.classification),
      note: entry.note === undefined ? '' : `Note: ${entry.note}`,
    };
  });
});

/** The lines of a doc comment on one row. */
export function linesOf({ summary, printed, stated, inferred, note }: Description): string[] {
  const ours = [stated, inferred, note].filter((line) => line !== '');
  return [summary, '', printed, ...ours.flatMap((line) => ['', line])];
}

/** All of it where there is no room for lines. The quotes keep the document's words apart from ours. */
export function oneLine({ summary, printed, stated, inferred, note }: Description): string {
  return [`"${summary}"`, printed, stated, inferred, note].filter((part) => part !== '').join(' ');
}

/** The lines of a doc comment on a code, whose rows may be several. */
export function linesOfCode({ entries }: CodeGroup, catalog: Catalog): string[] {
  return entries.flatMap((entry, index) => {
    const [summary = '', ...rest] = linesOf(describe(entry, catalog));
    return index === 0 ? [summary, ...rest] : ['', `Or: ${summary}`, ...rest];
  });
}

/** Of a row that is not classified there is nothing to say. */
function provenanceOf(classification: Classification): Pick<Description, 'stated' | 'inferred'> {
  if (classification.size === 0) return { stated: '', inferred: '' };
  const stated: string[] = [];
  const inferred: string[] = [];
  for (const [axis, { value, statedOn }] of classification) {
    const words = `${axis.replaceAll('_', ' ')} ${value}`;
    if (statedOn === undefined) inferred.push(words);
    else stated.push(`${words} (line ${statedOn})`);
  }
  return {
    stated: `Stated: ${stated.join(', ') || 'nothing'}.`,
    inferred: `Inferred: ${inferred.join(', ') || 'nothing'}.`,
  };
}
