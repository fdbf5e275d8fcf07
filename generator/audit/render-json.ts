/** Findings for programs: all of them, with both cells whole. */
import { Lines } from '../diagnostic/position.ts';
import type { TextOf } from '../diagnostic/text.ts';
import { type Finding, severityOf } from './finding.ts';

export function renderFindingsJson(findings: readonly Finding[], specTextOf: TextOf): string {
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
      at: { path: at.path, ...new Lines(specTextOf(at.path) ?? '').positionAt(at.start) },
    };
  });
  return `${JSON.stringify({ findings: located }, undefined, 2)}\n`;
}
