/** Changes as a person reads them: the worst first, then what they mean together. */
import { visible } from '../diagnostic/quote.ts';
import { type Change, sentenceOf } from './change.ts';
import { countsOf, verdictOf, worstFirst } from './verdict.ts';

export function renderChanges(changes: readonly Change[]): string {
  const lines = worstFirst(changes).flatMap((change) => [
    `${change.level}[${change.id}]: ${visible(sentenceOf(change))}`,
    ...editOf(change),
  ]);
  const verdict = verdictOf(changes);
  const summary = verdict === 'none' ? 'none: nothing changed' : `${verdict}: ${countsOf(changes)}`;
  return `${[...lines, ...(lines.length === 0 ? [] : ['']), summary].join('\n')}\n`;
}

/** Prose is too long for a message; what the message quotes already is not shown again. */
function editOf({ id, before, after, reason }: Change): string[] {
  const isProse = id === 'description-edited' || id === 'text-edited';
  return [
    ...(isProse && typeof before === 'string' ? [`  - ${visible(before)}`] : []),
    ...(isProse && typeof after === 'string' ? [`  + ${visible(after)}`] : []),
    ...(reason === undefined ? [] : [`  ${visible(reason)}`]),
  ];
}
