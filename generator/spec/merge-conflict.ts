/** Text that two changes of it have left in conflict. */
import { type Diagnostic, error, type SpanOf } from '../diagnostic/diagnostic.ts';

/** The first mark that git leaves where two changes meet. */
export function findConflict(text: string, at: SpanOf): Diagnostic | undefined {
  const mark = /^(?:<{7}|>{7}) .*/m.exec(text);
  return mark === null
    ? undefined
    : error('merge-conflict', at(mark.index, mark.index + mark[0].length), 'a merge conflict was left here', {
        hint: 'keep what is right of the two sides, and delete the marks',
      });
}
