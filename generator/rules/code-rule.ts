/** The form of codes, by the rule that their catalog declares. */
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { codeValue } from '../registry/cell.ts';
import type { CatalogSpec, CodeRuleSpec } from '../spec/spec.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * The codes of a catalog follow the rule that it declares; each row that does not is named there, with the reason.
 * Bad: `code: 7001` where every code has four digits and starts with 4, 5 or 9.
 */
export const codeRule: Rule = {
  id: 'code-rule',
  *check(spec) {
    for (const catalog of catalogsOf(spec)) {
      if (catalog.codeRule !== undefined) yield* checkCodes(catalog, catalog.codeRule);
    }
  },
};

function* checkCodes({ label, codeType, entries }: CatalogSpec, rule: CodeRuleSpec): Iterable<Diagnostic> {
  const isException = new Set(rule.exceptions.map(({ value }) => value));
  // What is no code at all is told by `code-type`.
  const codes = entries
    .map(({ code }) => code)
    .filter((code) => codeValue(code, codeType) !== undefined && !isException.has(code.source));
  const strays = codes.filter(({ source }) => !followsRule(source, rule));
  const [first] = strays;
  if (first === undefined) return;

  const place = rule.length?.at ?? rule.prefixes[0]?.prefix.at ?? first.at;
  if (strays.length > 1 && strays.length === codes.length) {
    yield error('code-rule', place, `no code of catalog "${label}" follows its rule: ${wordsOf(rule)}`, {
      hint: 'correct the rule',
      notes: [{ message: 'the first of them', at: first.at }],
    });
    return;
  }
  for (const { source, at } of strays) {
    yield error('code-rule', at, `code ${visible(source)} does not follow the rule of catalog "${label}"`, {
      hint: 'correct the code, or add it to the exceptions with the reason',
      notes: [{ message: `the rule: ${wordsOf(rule)}`, at: rule.prefixes[0]?.prefix.at ?? at }],
    });
  }
}

export function followsRule(code: string, rule: CodeRuleSpec): boolean {
  const { length } = rule;
  return (
    (length === undefined || code.length === length.value) &&
    longestPrefixes(rule).some((prefix) => code.startsWith(prefix))
  );
}

/** A prefix that others extend is a group: a code has to fall under one of the longest. */
function longestPrefixes({ prefixes }: CodeRuleSpec): string[] {
  const all = prefixes.map(({ prefix }) => prefix.value);
  return all.filter((prefix) => !all.some((other) => other !== prefix && other.startsWith(prefix)));
}

function wordsOf(rule: CodeRuleSpec): string {
  const starts = `starts with ${longestPrefixes(rule).map(quote).join(' or ')}`;
  return rule.length === undefined ? starts : `${rule.length.value} characters, ${starts}`;
}
