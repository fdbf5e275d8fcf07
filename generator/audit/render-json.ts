/** Findings for programs: all of them, with both cells whole. */
import { type LinesOf, rangeOf } from '../diagnostic/position.ts';
import { type Finding, severityOf } from './finding.ts';

export function renderFindingsJson(findings: readonly Finding[], linesOf: LinesOf): string {
  const located = findings.map((finding) => {
    const { id, provider, catalog, code, message, field, written, printed, line, at } = finding;
    return {
      id,
      severity: severityOf(finding),
      provider,
      ...(catalog !== undefined && { catalog }),
      ...(code !== undefined && { code }),
      ...(field !== undefined && { field }),
      message,
      ...(written !== undefined && { written }),
      ...(printed !== undefined && { printed }),
      ...(line !== undefined && { line }),
      at: { path: at.path, ...rangeOf(at, linesOf).start },
    };
  });
  return `${JSON.stringify({ findings: located }, undefined, 2)}\n`;
}
