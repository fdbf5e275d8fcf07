/** Findings as a person reads them: where, and both cells with the words that differ marked. */
import { type LinesOf, rangeOf } from '../diagnostic/position.ts';
import { visible } from '../diagnostic/quote.ts';
import { differingWords } from '../output/text-diff.ts';
import { type Finding, severityOf } from './finding.ts';

/** A screenful; the machine formats carry all of them. */
const MOST_SHOWN = 100;

export function renderFindings(findings: readonly Finding[], documentPath: string, linesOf: LinesOf): string {
  const hidden = findings.length - MOST_SHOWN;
  return [
    ...findings.slice(0, MOST_SHOWN).map((finding) => `${blockOf(finding, documentPath, linesOf).join('\n')}\n\n`),
    ...(hidden > 0 ? [`… and ${hidden} more; --format json shows all\n`] : []),
  ].join('');
}

function blockOf(finding: Finding, documentPath: string, linesOf: LinesOf): string[] {
  const { id, message, line, at } = finding;
  const head = `${severityOf(finding) === 'error' ? '' : 'note: '}${id}: ${labelOf(finding)}`;
  const { line: specLine, column } = rangeOf(at, linesOf).start;
  const spec = `${visible(at.path)}:${specLine}:${column}`;
  const document = line === undefined ? visible(documentPath) : `${visible(documentPath)}:${line}`;
  const { written, printed } = sidesOf(finding);
  if (id === 'row-added') return [head, `  + ${printed}`, `    ${document}`];
  if (id === 'row-removed') return [head, `  - ${visible(message)}`, `    ${spec}`];
  if (id === 'edition-changed' || written === undefined || printed === undefined)
    return [head, `    ${visible(message)}`, `    ${spec}`, `    ${document}`];
  return [head, `  - ${written}`, `    ${spec}`, `  + ${printed}`, `    ${document}`];
}

function labelOf({ provider, catalog, code, field }: Finding): string {
  const label = catalog === undefined ? provider : `${provider}/${catalog}`;
  return visible(
    [label, ...(code === undefined ? [] : [String(code)]), ...(field === undefined ? [] : [field])].join(' '),
  );
}

/** Where both sides are there: `[-gone-]` and `{+new+}`, as a word diff marks them. */
function sidesOf({ written, printed }: Finding): { written: string | undefined; printed: string | undefined } {
  if (written === undefined || printed === undefined) {
    return { written: written && visible(written), printed: printed && visible(printed) };
  }
  const words = differingWords(written, printed);
  const side = (kind: 'removed' | 'added', open: string, close: string) =>
    words
      .filter((part) => part.kind === 'same' || part.kind === kind)
      .map(({ kind: is, text }) => (is === kind ? `${open}${visible(text)}${close}` : visible(text)))
      .join(' ');
  return { written: side('removed', '[-', '-]'), printed: side('added', '{+', '+}') };
}
