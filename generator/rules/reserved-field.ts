/** Words of the format that no column or axis may bear. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { ROW_WORDS } from '../spec/decode-entry.ts';
import { catalogsOf, duplicatesBy, firstHere, type Rule } from './rule.ts';

/** What an entry has in some output beside its cells and axes. */
const ENTRY_WORDS = ['classification'];

/**
 * A column's field shares a row with the words of the format and, in the output, with the axes; it may be none of them.
 * Bad: a column with `field: note`, two columns with the same field, or a field that is also an axis.
 */
export const reservedField: Rule = {
  id: 'reserved-field',
  *check(spec) {
    const axes = new Map((spec.taxonomy?.axes ?? []).map(({ id }) => [id.value, id.at]));
    for (const { columns } of catalogsOf(spec)) {
      for (const { field } of columns) {
        const axisAt = axes.get(field.value);
        if (axisAt !== undefined) {
          yield error('reserved-field', field.at, `field ${quote(field.value)} is also an axis`, {
            hint: 'rename the field',
            ...firstHere(axisAt, 'the axis'),
          });
        } else if (field.value !== 'code' && (ROW_WORDS.has(field.value) || ENTRY_WORDS.includes(field.value))) {
          yield error('reserved-field', field.at, `field ${quote(field.value)} is a word of the format`, {
            hint: 'rename the field',
          });
        }
      }
      for (const [{ field }, first] of duplicatesBy(columns, (column) => column.field.value)) {
        yield error('reserved-field', field.at, `field ${quote(field.value)} is already a column`, {
          hint: 'rename one of the two',
          ...firstHere(first.field.at),
        });
      }
    }
    for (const [axis, at] of axes) {
      if (ROW_WORDS.has(axis) || ENTRY_WORDS.includes(axis)) {
        yield error('reserved-field', at, `axis ${quote(axis)} is a word of the format`, { hint: 'rename the axis' });
      }
    }
  },
};
