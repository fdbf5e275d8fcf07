/** The kinds of change, and what each means for who uses the output. Nothing else decides what is breaking. */

/** By how much a release has to move. */
export type Bump = 'major' | 'minor' | 'patch';

/** `breaking`: working code stops working. `risky`: an exhaustive switch stops compiling, a closed schema rejects. */
export type Level = 'breaking' | 'risky' | 'safe';

export interface Kind {
  readonly bump: Bump;
  readonly level: Level;
  /** What it is, in a sentence or two. */
  readonly doc: string;
}

const major = (doc: string): Kind => ({ bump: 'major', level: 'breaking', doc });
const addition = (doc: string): Kind => ({ bump: 'minor', level: 'risky', doc });
const minor = (doc: string): Kind => ({ bump: 'minor', level: 'safe', doc });
const patch = (doc: string): Kind => ({ bump: 'patch', level: 'safe', doc });

export const kinds = {
  'axis-added': addition('An axis of classification is new: entries have a property more.'),
  'axis-removed': major('An axis of classification is gone, and with it a property of the entries.'),
  'breaking-value-changed': major(
    'A value changed that the specs declare as breaking: programs decide by it. It makes no difference whether it is stated or inferred.',
  ),
  'catalog-added': addition('A catalog is new.'),
  'catalog-removed': major('A catalog is gone, or has another id.'),
  'code-added': addition('A code is new: an exhaustive switch stops compiling, a closed schema rejects older data.'),
  'code-removed': major('A code is gone, and with it its constant.'),
  deprecated: minor('A row is on its way out. It keeps working.'),
  'deprecation-edited': patch('What is said of a deprecated row changed.'),
  'deprecation-withdrawn': minor('A row is no longer on its way out.'),
  'description-edited': patch('A text that the document prints in a row changed.'),
  'edition-changed': patch('Another edition of the document was transcribed.'),
  'field-added': addition('A column is new: entries have a property more.'),
  'field-removed': major('A column is gone, and with it a property of the entries.'),
  'inferred-value-changed': patch('A value of an axis changed that is our inference, before and after.'),
  'key-changed': major(
    'Other fields identify a row: look-ups of a code give one entry where they gave several, or the reverse.',
  ),
  'lines-moved': patch('Rows, headings or statements stand on other lines of the document.'),
  'lookup-added': addition('Entries can be found by another field, or are listed by another axis.'),
  'lookup-removed': major('Entries can no longer be found by a field, or are no longer listed by an axis.'),
  'name-changed': major('A code has another name, hence another constant.'),
  'order-changed': patch('The rows or columns stand in another order.'),
  'outcomes-changed': major('What is read from a payload, or told of its code, changed.'),
  'part-changed': minor('A part of the registry changed of which no other kind speaks.'),
  'payload-added': addition('A payload is new, or a reader reads one more.'),
  'payload-field-added': addition('A field of a payload is new.'),
  'payload-field-changed': major('A field of a payload has another type.'),
  'payload-field-removed': major('A field of a payload is gone.'),
  'payload-removed': major('A payload is gone, or a reader reads one less.'),
  'predicate-added': addition('A ready-made question about a classification is new.'),
  'predicate-changed': major('A ready-made question asks for other values: its answers change.'),
  'predicate-removed': major('A ready-made question about a classification is gone.'),
  'provenance-changed': patch(
    'The same value is stated where it was inferred, or the reverse, or rests on words where it did not.',
  ),
  'provider-added': addition('A provider is new.'),
  'provider-removed': major('A provider is gone, or has another id.'),
  'reader-added': addition('A function that reads payloads is new.'),
  'reader-removed': major('A function that reads payloads is gone.'),
  'removal-edited': patch('What is said of codes that were removed changed.'),
  'row-added': addition('A code that has other rows has one more.'),
  'row-removed': major('A row is gone of a code that has others.'),
  'scheme-added': addition('The document states something of unlisted codes, or of more of them.'),
  'scheme-changed': minor('What the document states of unlisted codes is of codes of any length now.'),
  'scheme-removed': major('Nothing is stated any more of unlisted codes, or of some of them.'),
  'stated-value-changed': minor('A value changed that the document prints or states, before or after.'),
  'text-edited': patch('A text of ours changed: a title, a definition, a note.'),
  'type-name-changed': major('A type has another name.'),
  'value-added': addition('An axis or an enumeration has one value more: an exhaustive switch stops compiling.'),
  'value-removed': major('An axis or an enumeration has one value less.'),
  'value-type-changed': major('Codes or cells have another type.'),
} as const satisfies Record<string, Kind>;

export type ChangeKind = keyof typeof kinds;

/** `undefined` for a word that is none. */
export function findKind(id: string): Kind | undefined {
  return Object.entries(kinds).find(([kind]) => kind === id)?.[1];
}
