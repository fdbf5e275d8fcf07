/** Findings for programs: all of them, with both cells whole. */
import { type LinesOf, rangeOf } from '../diagnostic/position.ts';
import { type Finding, severityOf } from './finding.ts';

export function renderFindingsJson(findings: readonly Finding[], linesOf: LinesOf): string {
  // JSON leaves out what is undefined.
  const located = findings.map((finding) => {
    const { id, provider, catalog, code, message, field, written, printed, line, at } = finding;
    return {
      id,
      severity: severityOf(finding),
      provider,
      catalog,
      code,
      field,
      message,
      written,
      printed,
      line,
      at: { path: at.path, ...rangeOf(at, linesOf).start },
    };
  });
  return `${JSON.stringify({ findings: located }, undefined, 2)}\n`;
}
