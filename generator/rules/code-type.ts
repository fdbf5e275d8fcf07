/** The wire type of codes. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { codeValue } from '../registry/cell.ts';
import type { ScalarNode } from '../spec/node.ts';
import type { CodeType } from '../spec/spec.ts';
import { catalogsOf, type Rule } from './rule.ts';
import { replacementsIn } from './unknown-replacement.ts';

/**
 * A code has the wire type that its catalog declares, and is written as it goes over the wire.
 * Bad: `code: 007`, `code: 1e3` or `code: "117"` in a catalog of integers; `code: 117` in a catalog of strings.
 */
export const codeType: Rule = {
  id: 'code-type',
  *check(spec) {
    for (const catalog of catalogsOf(spec)) {
      const { codeType: wanted, codeTypeAt, label, entries } = catalog;
      const [first, second] = entries;
      // What is said of each of them is said once, of what they all differ from.
      if (first && second && entries.every(({ code }) => codeValue(code, wanted) === undefined)) {
        yield error('code-type', codeTypeAt, `no code of catalog "${label}" is ${nouns[wanted]}`, {
          hint: `declare the other type, or in each row: ${faultOf(first.code, wanted).hint}`,
          notes: [{ message: 'the first of them', at: first.code.at }],
        });
        continue;
      }
      const rows = [...catalog.entries, ...catalog.removed].map(({ code }) => code);
      for (const code of [...rows, ...replacementsIn(catalog).map(({ replacement }) => replacement)]) {
        if (codeValue(code, catalog.codeType) !== undefined) continue;
        const { fault, hint } = faultOf(code, catalog.codeType);
        yield error('code-type', code.at, `code ${quote(code.source)} ${fault}`, { hint });
      }
    }
  },
};

const nouns: Readonly<Record<CodeType, string>> = { integer: 'an integer', string: 'a string' };

function faultOf({ value, source }: ScalarNode, codeType: CodeType): { fault: string; hint: string } {
  if (codeType === 'string') return { fault: 'is not a string', hint: 'put the code in quotes' };
  if (!/^-?[1-9]\d*$/.test(source)) {
    const hint = 'write plain decimal digits, without leading zero, plus sign, exponent, fraction or underscore';
    return { fault: 'is not an integer', hint };
  }
  if (typeof value === 'string') return { fault: 'is not an integer', hint: 'delete the quotes' };
  return { fault: 'is too large to stay exact in JSON', hint: 'correct the code, or declare the codes as strings' };
}
