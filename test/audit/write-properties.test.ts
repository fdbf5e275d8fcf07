/** Whatever a provider does to its page: after `--write` the specs lint, the audit is clean, and nothing is left to write. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../../generator/audit/audit.ts';
import { patch } from '../../generator/audit/patch/patch.ts';
import { layoutOf } from '../../generator/audit/printed.ts';
import { compile } from '../../generator/compile.ts';
import { documentOf, parseDocument } from '../../generator/document/read.ts';
import { json } from '../../generator/languages/json.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import { decode } from '../../generator/spec/decode.ts';
import type { EntrySpec, Spec } from '../../generator/spec/spec.ts';
import type { Source } from '../../generator/spec/yaml.ts';
import { type AcmeRow, markdown, rows, taxonomy, upToDate } from './acme.ts';

const languages = [json, typescript];

function auditOf(sources: readonly Source[], document: string) {
  const spec = decode(sources).value;
  const [provider] = spec.providers;
  if (provider === undefined) throw new Error('no provider');
  const page = documentOf(parseDocument('acme.md', Buffer.from(document)), provider.catalogs.map(layoutOf));
  return { spec, found: audit(provider, page) };
}

function sourcesWith(text: string): Source[] {
  return [
    { path: 'spec/acme.yaml', text },
    { path: 'spec/taxonomy.yaml', text: taxonomy },
  ];
}

/** One visible line, as a page may print it; what is mark-up in Markdown is left to the readers' own tests. */
const words = fc
  .string({ unit: fc.constantFrom(...'abcXYZ 019:#,.;{}"\'-?!&%@é'), minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\s+/g, ' ').replace(/[&{}]/g, '').trim())
  .filter((text) => text !== '');

const freshRow = fc.record({
  code: fc.integer({ min: 100, max: 299 }).map(String),
  text: words,
  state: fc.constantFrom('Failed', 'Refused', 'Paused'),
  section: fc.constantFrom('network', 'account', 'extra'),
});

const edition = fc
  .tuple(
    fc.shuffledSubarray([...rows], { minLength: 1 }),
    fc.array(fc.tuple(fc.nat(8), freshRow), { maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(8), words), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([kept, added, changed, isInOrder]) => {
    const all: AcmeRow[] = isInOrder ? rows.filter((row) => kept.includes(row)) : [...kept];
    for (const [place, row] of added) {
      if (!all.some(({ code }) => code === row.code)) all.splice(place % (all.length + 1), 0, row);
    }
    const texts = new Map(changed.map(([place, text]) => [place % all.length, text]));
    return all.map((row, index) => ({ ...row, text: texts.get(index) ?? row.text }));
  });

/** Those that belong to no row. */
const comments = [
  '# Acme, as people know it.',
  '# the second copy',
  '# counted twice',
  '# ---- Network ----',
  '# ---- Account ----',
  '# The end of the catalog.',
];

/** Rows that rest on the words of a heading, with the section of that heading. */
function wordsOfHeadings({ providers }: Spec): [row: EntrySpec, section: string][] {
  return providers
    .flatMap(({ catalogs }) => catalogs)
    .flatMap(({ entries, sections }) =>
      entries.flatMap((row) =>
        [...row.classification.stated, ...row.classification.basis].flatMap(({ line }): [EntrySpec, string][] =>
          sections.filter((section) => section.line === line?.value).map(({ id }) => [row, id.value]),
        ),
      ),
    );
}

test('the law of --write', () => {
  fc.assert(
    fc.property(edition, (all) => {
      const document = markdown(all);
      const before = sourcesWith(upToDate());
      const first = auditOf(before, document);
      const written = patch(first.found, { ...first, sources: before, languages, received: '2021-02-03' });
      expect(written.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);

      const after = sourcesWith(written.text);
      const { diagnostics } = compile(after, languages);
      expect(diagnostics.filter(({ id }) => id !== 'needs-review')).toEqual([]);
      const second = auditOf(after, document);
      expect(second.found.findings).toEqual([]);
      expect(patch(second.found, { ...second, sources: after, languages, received: '2022-02-03' }).text).toBe(
        written.text,
      );

      for (const [row, said] of wordsOfHeadings(second.spec)) expect(said).toBe(row.section?.value);
      for (const comment of comments) expect(written.text).toContain(comment);
    }),
    { numRuns: 60 },
  );
});
