/** Diagnostics as SARIF 2.1.0, for code scanning. */
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { Remark, Span } from './diagnostic.ts';
import { type LinesOf, rangeOf } from './position.ts';

export interface Tool {
  readonly version: string;
  /** What an id means; `undefined` for one that has no more to say than its message. */
  docOf(id: string): string | undefined;
}

export function renderSarif(diagnostics: readonly Remark[], linesOf: LinesOf, { version, docOf }: Tool): string {
  const ids = [...new Set(diagnostics.map(({ id }) => id))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'sms-error-codes', version, rules: ids.map((id) => ruleOf(id, docOf(id))) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, ids.indexOf(diagnostic.id), linesOf)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(id: string, doc: string | undefined): ReportingDescriptor {
  return {
    id,
    ...(doc !== undefined && { shortDescription: { text: doc.split('\n')[0] ?? id }, fullDescription: { text: doc } }),
  };
}

function resultOf(
  { id, severity, at, message, hint, notes = [] }: Remark,
  ruleIndex: number,
  linesOf: LinesOf,
): Result {
  return {
    ruleId: id,
    ruleIndex,
    level: severity,
    message: { text: hint === undefined ? message : `${message}; ${hint}` },
    locations: [locationOf(at, linesOf)],
    ...(notes.length > 0 && {
      relatedLocations: notes.map((note, index) => ({
        id: index,
        ...locationOf(note.at, linesOf),
        message: { text: note.message },
      })),
    }),
  };
}

function locationOf(at: Span, linesOf: LinesOf): Location {
  const { start, end } = rangeOf(at, linesOf);
  return {
    physicalLocation: {
      artifactLocation: { uri: at.path.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  };
}
