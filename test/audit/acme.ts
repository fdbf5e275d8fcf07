/** An invented provider for the tests of `audit`: its spec, and its document in Markdown, HTML, CSV or lines of words. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../generator/document/read.ts';
import { emptyFolder } from '../support/workspace.ts';

export interface AcmeRow {
  readonly code: string;
  readonly text: string;
  readonly state: string;
  readonly section: string;
}

export const rows: readonly AcmeRow[] = [
  { code: '101', text: 'Queue is full, try once more', state: 'Failed', section: 'network' },
  { code: '102', text: 'Handset is switched off', state: 'Failed', section: 'network' },
  { code: '105', text: 'Number is not in use', state: 'Refused', section: 'network' },
  { code: '201', text: 'No credit left', state: 'Refused', section: 'account' },
  { code: '202', text: 'Account: closed #2', state: 'Refused', section: 'account' },
  { code: '999', text: 'Unknown', state: 'Failed', section: 'account' },
];

const titles: Readonly<Record<string, string>> = { network: 'Network', account: 'Account', extra: 'Extra codes' };

export const taxonomy = `axes:
  cause:
    title: Cause
    definition: What went wrong.
    stated: possible
    required: true
    values:
      network: { definition: The network. }
      account: { definition: The account. }
      other: { definition: Anything else. }
`;

/** With comments in every place that a person might choose. */
const spec = `# Acme, as people know it.
provider: acme
name: Acme
document:
  title: Acme codes
  received: 2020-01-31 # the second copy
  sha256: 0000000000000000000000000000000000000000000000000000000000000000

catalogs:
  report:
    title: Codes of reports
    type_name: AcmeReportError
    code_type: integer
    key: [code]
    rows: 6 # counted twice
    cells_sha256: 3ce99eb2d6d2a45d531d411a5d59bcbaea255b0fb42a49c6a8cf1ff4f52448ea
    columns:
      - { header: Code, field: code }
      - { header: Text, field: text, type: string }
      - { header: State, field: state, type: enum, values: [Failed, Refused] }
    code_rule:
      length: 3
      prefixes:
        - { prefix: "1", title: Network }
        - { prefix: "2", title: Account, stated: { cause: { value: account, line: 14 } } }
      exceptions:
        - { code: 999, reason: The catch-all. }
    sections:
      - id: network
        title: Network
        line: 3
        stated: { cause: { value: network, line: 3 } }
      - id: account
        title: Account
        line: 12
    inferred: { cause: other }
    entries:
      # ---- Network ----

      - code: 101
        line: 7
        section: network
        name: queue_full
        text: Queue is full, try once more
        state: Failed
        stated: { cause: { value: network, line: 7 } }

      # An own comment of 102.
      - code: 102
        line: 8
        section: network
        name: switched_off
        text: 'Handset is switched off' # as printed
        state: Failed

      - { code: 105, line: 9, section: network, name: not_in_use, text: Number is not in use, state: Refused, stated: { cause: { value: network, line: 3 } } }

      # ---- Account ----

      - code: 201
        line: 16
        section: account
        name: no_credit
        text: >-
          No credit
          left
        state: Refused
        inferred: { cause: account }

      - code: 202
        line: 17
        section: account
        name: closed
        text: "Account: closed #2"
        state: Refused
        inferred: { cause: account }

      - code: 999
        line: 18
        section: account
        name: unknown
        text: Unknown
        state: Failed
        note: Nobody knows.
    # The end of the catalog.
`;

/** A page with a section for each run of rows of one section, as lines 1 to the last. */
export function markdown(all: readonly AcmeRow[]): string {
  const lines = ['# Acme codes {#top}', ''];
  for (const [index, { section, code, text, state }] of all.entries()) {
    if (all[index - 1]?.section !== section) {
      if (index > 0) lines.push('', '');
      lines.push(`## ${titles[section]} {#${section}}`, '', '| Code | Text | State |', '|------|:-----|:------|');
    }
    lines.push(`| ${code} | ${text} | \`${state}\` |`);
  }
  return `${lines.join('\n')}\n`;
}

/** With sections as rows over the whole width, a state that spans the rows that share it, and marks of a web page. */
export function html(all: readonly AcmeRow[]): string {
  const body = all.map(({ code, text, state, section }, index) => {
    const sharing = (from: number) =>
      all.slice(from).findIndex((row) => row.state !== state || row.section !== section);
    const before = all[index - 1];
    const isFirst = before?.state !== state || before.section !== section;
    const count = sharing(index) === -1 ? all.length - index : sharing(index);
    const head =
      before?.section === section ? '' : `<tr><td colspan="3"><b id="${section}">${titles[section]}</b></td></tr>\n`;
    const cell = isFirst ? `<td rowspan="${count}"><code>${state}</code></td>` : '';
    return `${head}<tr><td><a href="#${code}">${code}</a></td><td>${escapeHtml(text)}<br></td>${cell}</tr>\n`;
  });
  return `<!doctype html>\n<html><body><h1>Acme codes</h1>
<table><thead><tr><th>Code</th><th>Text</th><th>State</th></tr></thead>
<tbody>
${body.join('')}</tbody></table></body></html>\n`;
}

export function csv(all: readonly AcmeRow[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return ['Code,Text,State', ...all.map(({ code, text, state }) => `${code},${quoted(text)},${state}`)].join('\r\n');
}

/** Columns divided by single blanks, as a page looks when its mark-up is lost. */
export function flattened(all: readonly AcmeRow[]): string {
  const lines = all.map(
    ({ code, text, state, section }, index) =>
      `${all[index - 1]?.section === section ? '' : `\n${titles[section]}\n\nCode Text State\n`}${code} ${text} ${state}`,
  );
  return `Acme codes\n${lines.join('\n')}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A folder with the spec, the taxonomy and a document. */
export function acmeFolder(document: string | Uint8Array = markdown(rows), name = 'acme.md'): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'spec'));
  writeFileSync(join(folder, 'spec/acme.yaml'), upToDate());
  writeFileSync(join(folder, 'spec/taxonomy.yaml'), taxonomy);
  writeFileSync(join(folder, name), document);
  return folder;
}

/** The spec with the digest of the document that it was transcribed from. */
export function upToDate(): string {
  const { sha256 } = parseDocument('acme.md', Buffer.from(markdown(rows)));
  return spec.replace(/(?<=\n {2}sha256: )0{64}/, sha256);
}
