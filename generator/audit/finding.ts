/** What an audit finds: one finding for a row, or for one cell of it. */
import { type Diagnostic, error, type Span, warning } from '../diagnostic/diagnostic.ts';

/** Rows and cells that differ are errors; what changes nothing that we transcribe is a note. */
const severityById = {
  'row-added': 'error',
  'row-removed': 'error',
  'row-moved': 'error',
  'cell-changed': 'error',
  'column-removed': 'error',
  'column-added': 'note',
  'column-renamed': 'note',
  'section-renamed': 'note',
  'row-repeated': 'note',
  'edition-changed': 'note',
} as const;

export type FindingId = keyof typeof severityById;

export interface Finding {
  readonly id: FindingId;
  readonly provider: string;
  /** The part after the slash; absent where the whole document is meant. */
  readonly catalog?: string;
  /** The wire value with its wire type, where there is such a value. */
  readonly code?: string | number;
  readonly message: string;
  /** Of a cell: its field, what the spec has and what the document has. */
  readonly field?: string;
  readonly written?: string;
  readonly printed?: string;
  /** Where it stands in the document; absent where it does not. */
  readonly line?: number;
  /** Where it stands, or belongs, in the spec. */
  readonly at: Span;
}

export function severityOf({ id }: Finding): 'error' | 'note' {
  return severityById[id];
}

/** For the formats that know files and lines only. */
export function toDiagnostic(finding: Finding, document: { path: string; offsetOf(line: number): number }): Diagnostic {
  const { id, at, message, line } = finding;
  const tell = severityOf(finding) === 'error' ? error : warning;
  if (line === undefined) return tell(id, at, message);
  const start = document.offsetOf(line);
  return tell(id, at, message, {
    notes: [{ message: 'in the document', at: { path: document.path, start, end: start } }],
  });
}
