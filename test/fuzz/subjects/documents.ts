/** The readers of documents, and what `audit`, `audit --write` and `import` make of what they read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '../../../generator/audit/audit.ts';
import { severityOf } from '../../../generator/audit/finding.ts';
import { patch } from '../../../generator/audit/patch/patch.ts';
import { layoutOf } from '../../../generator/audit/printed.ts';
import { guessLayouts } from '../../../generator/audit/scaffold/guess-layout.ts';
import { proposeSpec } from '../../../generator/audit/scaffold/propose-spec.ts';
import { documentOf, type PageDocument, type ParsedDocument, parseDocument } from '../../../generator/document/read.ts';
import { json } from '../../../generator/languages/json.ts';
import { typescript } from '../../../generator/languages/typescript.ts';
import { decode } from '../../../generator/spec/decode.ts';
import type { Source } from '../../../generator/spec/yaml.ts';
import { csv, flattened, html, markdown, rows, taxonomy, upToDate } from '../../audit/acme.ts';
import { ROOT } from '../../support/workspace.ts';
import type { Subject } from '../fuzz.ts';
import { toldOf } from '../told.ts';

const languages = [json, typescript];
const axes = { path: 'spec/taxonomy.yaml', text: taxonomy };
const acme = { path: 'spec/acme.yaml', text: upToDate() };
const fixture = (path: string) => readFileSync(join(ROOT, 'test/fixtures/document', path), 'utf8');
const CELLS = [
  'Code',
  'Text',
  'State',
  '101',
  '102',
  '999',
  'Failed',
  'Refused',
  'yes',
  'no',
  'Network',
  'Queue is full, try once more',
];

export const pageMarkdown = documentSubject(
  'page.md',
  [markdown(rows), fixture('markdown/input.md')],
  [
    ...CELLS,
    ...[
      '|',
      '|---|',
      '|:-:|',
      '# ',
      '## ',
      '{#network}',
      '`',
      '``',
      '**',
      '__',
      '[a](',
      '](b)',
      '![',
      '<br>',
      '<table>',
      '<tr><td>',
      '</table>',
      '<!--',
      '&amp;',
      '\\|',
      '> ',
      '1. ',
      '    ',
      '```',
      '---',
      '===',
    ],
  ],
);

export const pageHtml = documentSubject(
  'page.html',
  [html(rows), fixture('html-spans/input.html')],
  [
    ...CELLS,
    ...[
      '<table>',
      '</table>',
      '<thead>',
      '<tbody>',
      '<tr>',
      '<td>',
      '<th>',
      '<td colspan=3>',
      '<td rowspan=0>',
      '<td rowspan=2>',
      '<h2 id=network>',
      '</h2>',
      '<a href="#x">',
      '</a>',
      '<br>',
      '<template>',
      '<script>',
      '<style>',
      '<svg>',
      '<select>',
      '<caption>',
      '<!--',
      '-->',
      '<![CDATA[',
      '&#0;',
      '&nbsp;',
      '<p>',
      '<code>',
      '<plaintext>',
      '<frameset>',
    ],
  ],
);

export const pageCsv = documentSubject(
  'page.csv',
  [csv(rows), 'Code;Text\n1;"a ""b"" c\nd"\n2;e\n'],
  [...CELLS, ',', ';', '\t', '|', '"', '""', '\r\n', '\n\n'],
);

export const pageText = documentSubject(
  'page.txt',
  [flattened(rows), fixture('columns/input.txt')],
  [...CELLS, '\n\n', 'Code Text State\n', 'E_1 ', '1.2 '],
);

function documentSubject(name: string, seeds: readonly string[], words: readonly string[]): Subject {
  return {
    few: 100,
    words,
    seeds: seeds.map((text) => Buffer.from(text)),
    judge(input) {
      const parsed = parseDocument(name, input);
      const last = parsed.text.split('\n').length;
      if (parsed.stop !== undefined) {
        assert.ok(1 <= parsed.stop.line && parsed.stop.line <= last);
        return `${parsed.stop.why} at line ${parsed.stop.line}`;
      }
      const document = documentOf(parsed, guessLayouts(parsed.text));
      checkTables(document, last);
      return [
        ...document.tables.map(({ headers, rows: { length } }) => `${JSON.stringify(headers)}, ${length} rows`),
        ...imported(parsed, document),
        ...audited(parsed),
      ].join('\n');
    },
  };
}

/** Every line is one of the document, every row as wide as its table. */
function checkTables({ tables, headings }: PageDocument, last: number): void {
  for (const { line } of [...headings, ...tables, ...tables.flatMap((table) => table.rows)]) {
    assert.ok(1 <= line && line <= last, `line ${line} of ${last}`);
  }
  for (const table of tables) for (const { cells } of table.rows) assert.equal(cells.length, table.headers.length);
}

/** What `import` writes has no error, and the document no difference to it. */
function imported(parsed: ParsedDocument, document: PageDocument): string[] {
  const context = { provider: 'other', document, received: '2026-01-31', head: '', spec: decode([axes]).value };
  const path = 'spec/other.yaml';
  const { text, diagnostics } = proposeSpec(context, { path, sources: [axes], languages });
  if (diagnostics.length > 0) return toldOf(diagnostics, [{ path, text }, parsed]);
  const source = { path, text };
  // Where columns end in lines of words is a guess until they are declared, and which of several tables is meant may be one.
  const headers = new Set(document.tables.map((table) => JSON.stringify(table.headers)));
  if (parsed.path !== 'page.txt' && headers.size === 1) assert.deepEqual(differences(parsed, [source, axes]), []);
  return ['imported'];
}

/** What `--write` writes can be written again; what it leaves is told. */
function audited(parsed: ParsedDocument): string[] {
  const found = findings(parsed, [acme, axes]);
  const context = { spec: decode([acme, axes]).value, languages, received: '2026-01-31' };
  const first = patch(found, { ...context, sources: [acme, axes] });
  const after = [{ path: acme.path, text: first.text }, axes];
  toldOf(
    first.diagnostics.filter(({ severity }) => severity === 'warning'),
    [acme, axes],
  );
  const second = patch(findings(parsed, after), { ...context, spec: decode(after).value, sources: after });
  const ids = found.findings.map(({ id }) => id);
  const counts = [...new Set(ids)].map((id) => `${id} ${ids.filter((other) => other === id).length}`);
  // Columns with other headers, and which of two rows of a code is meant, are known by the cells: once some of these have been
  // followed, more may be known, so that it is only recorded whether a second time writes again.
  return [...counts, second.text === first.text ? 'written once' : 'written again', ...differences(parsed, after)];
}

function findings(parsed: ParsedDocument, sources: readonly Source[]) {
  const [provider] = decode(sources).value.providers;
  assert.ok(provider);
  return audit(provider, documentOf(parsed, provider.catalogs.map(layoutOf)));
}

function differences(parsed: ParsedDocument, sources: readonly Source[]): string[] {
  return findings(parsed, sources)
    .findings.filter((finding) => severityOf(finding) === 'error')
    .map(({ message }) => message);
}
