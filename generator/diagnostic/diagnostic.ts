/** What a problem is: a value with a place, never an exception and never text that is already laid out. */

/** A range of a file, as offsets into its text. Lines and columns are made only when printing. */
export interface Span {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A place in one file; one character where no end is given. */
export type SpanOf = (start: number, end?: number) => Span;

/** `error` stops the run before anything is written; `warning` is shown and changes no exit code. */
export type Severity = 'error' | 'warning';

/** Another place that matters, such as the first of two duplicates. */
export interface Note {
  readonly message: string;
  readonly at: Span;
}

export interface Diagnostic {
  /** Public, kebab-case, never renamed. */
  readonly id: string;
  readonly severity: Severity;
  readonly at: Span;
  /** Lower-case, one line, quotes the offending text, says what is wrong. */
  readonly message: string;
  /** What to do about it; starts with a verb. */
  readonly hint?: string;
  readonly notes?: readonly Note[];
  /** Of a file that is not as planned: a unified diff of what is there and what should be. */
  readonly diff?: string;
}

/** What the formats that point into files can tell besides: something that is no problem. */
export interface Remark extends Omit<Diagnostic, 'severity'> {
  readonly severity: Severity | 'note';
}

/** What every stage returns: as much of the value as could be made, and all that is wrong with it. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Details {
  readonly hint?: string | undefined;
  readonly notes?: readonly Note[];
  readonly diff?: string | undefined;
}

export function error(id: string, at: Span, message: string, details: Details = {}): Diagnostic {
  return diagnostic('error', id, at, message, details);
}

export function warning(id: string, at: Span, message: string, details: Details = {}): Diagnostic {
  return diagnostic('warning', id, at, message, details);
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(isError);
}

/** By path, offset and id: the one order in which diagnostics are ever shown. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => compare(a.at.path, b.at.path) || a.at.start - b.at.start || compare(a.id, b.id),
  );
}

/** Order by code unit: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function diagnostic(
  severity: Severity,
  id: string,
  at: Span,
  message: string,
  { hint, notes, diff }: Details,
): Diagnostic {
  return {
    id,
    severity,
    at,
    message,
    ...(hint !== undefined && { hint }),
    ...(notes?.length && { notes }),
    ...(diff !== undefined && { diff }),
  };
}
