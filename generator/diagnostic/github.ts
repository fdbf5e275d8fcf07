/** Diagnostics as GitHub annotations, and as a table for the summary of the step. */
import type { Remark } from './diagnostic.ts';
import { type LinesOf, rangeOf } from './position.ts';
import { visible } from './quote.ts';

/** GitHub shows ten errors, ten warnings and ten notices a step, and drops the rest without a word. */
const SHOWN_PER_SEVERITY = 10;

export interface GithubReport {
  /** Workflow commands, one a line. */
  readonly annotations: string;
  /** Markdown with all of them; empty where there is nothing to say. */
  readonly summary: string;
}

export function renderGithub(diagnostics: readonly Remark[], linesOf: LinesOf): GithubReport {
  const shown = (['error', 'warning', 'note'] as const).flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).slice(0, SHOWN_PER_SEVERITY),
  );
  const hidden = diagnostics.length - shown.length;
  const rest = hidden > 0 ? [`::notice::${hidden} more in the summary of this step`] : [];
  return {
    annotations: [...shown.map((diagnostic) => annotation(diagnostic, linesOf)), ...rest]
      .map((line) => `${line}\n`)
      .join(''),
    summary: diagnostics.length === 0 ? '' : summaryOf(diagnostics, linesOf),
  };
}

function annotation({ id, severity, at, message, hint }: Remark, linesOf: LinesOf): string {
  const { start, end } = rangeOf(at, linesOf);
  const properties = {
    file: at.path,
    line: start.line,
    col: start.column,
    // GitHub takes columns only of a range within one line.
    ...(end.line === start.line && end.column > start.column && { endLine: end.line, endColumn: end.column }),
    title: id,
  };
  const words = hint === undefined ? message : `${message}\n${hint}`;
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity === 'note' ? 'notice' : severity} ${list.join(',')}::${escapeData(words)}`;
}

function summaryOf(diagnostics: readonly Remark[], linesOf: LinesOf): string {
  const rows = diagnostics.map(({ id, severity, at, message, hint = '' }) => {
    const { line, column } = rangeOf(at, linesOf).start;
    return `| ${[severity, cell(`${at.path}:${line}:${column}`), cell(id), cell(message), cell(hint)].join(' | ')} |`;
  });
  return ['| | Where | Id | What | What to do |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}

/** Text of others in a table cell: no bar, no mark-up, no line break. */
function cell(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>()#+!|&]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function escapeData(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
