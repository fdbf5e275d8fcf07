/** The registry is what the documents print: read again by parsers of this file's own, and compared both ways. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './support/cli.ts';
import { ROOT } from './support/workspace.ts';

interface Place {
  readonly line: number;
}

/** A row with its printed cells under the names of the registry, and where it stands. */
interface Row extends Place {
  readonly code: string | number;
  readonly [cell: string]: unknown;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly line: number;
}

interface ParsedCatalog {
  readonly rows: readonly Row[];
  readonly sections?: readonly Section[];
}

interface Classified {
  readonly classification: Readonly<Record<string, string>>;
  readonly stated: Readonly<Record<string, Place>>;
}

interface Entry extends Row, Classified {
  readonly name: string;
  readonly basis?: Readonly<Record<string, Place>>;
}

interface Provider {
  readonly id: string;
  readonly document: { readonly sha256: string };
  readonly catalogs: readonly {
    readonly id: string;
    readonly sections?: Section[];
    readonly scheme?: { readonly prefixes: readonly Classified[] };
    readonly entries: Entry[];
  }[];
}

interface Document {
  readonly file: string;
  readonly parse: (lines: readonly string[]) => Readonly<Record<string, ParsedCatalog>>;
}

const { providers }: { readonly providers: readonly Provider[] } = JSON.parse(
  readFileSync(join(ROOT, 'generated/json/registry.json'), 'utf8'),
);

const documents: Readonly<Record<string, Document>> = {
  alibaba: { file: 'alibaba-cloud-sms-error-codes.txt', parse: parseFlattened },
  bandwidth: { file: 'bandwidth-messaging-v2-error-codes.md', parse: parseSections },
  sinch: { file: 'sinch-delivery-report-error-codes.md', parse: parseTable },
};

/** The lines of each document that are named as stating something: what the line says, and all that it may state. */
const statements: Readonly<Record<string, Readonly<Record<number, readonly [RegExp, ...string[]]>>>> = {
  alibaba: {
    30: [/minute-level/, 'window minute'],
    31: [/hour-level/, 'window hour'],
    32: [/day-level/, 'window day'],
    33: [/day-level/, 'window day'],
    39: [/daily quota/, 'window day'],
    40: [/daily quota/, 'window day'],
    41: [/monthly quota/, 'window month'],
    51: [/blocked by Carrier/, 'reportedBy carrier'],
    52: [/caused by network operator, need to submit ticket/, 'action contact-support', 'fault carrier'],
    53: [/need to submit ticket/, 'action contact-support'],
  },
  bandwidth: {
    75: [/Client error/, 'fault customer'],
    82: [/Bandwidth Rejected/, 'reportedBy provider'],
    104: [/Carrier Rejected/, 'reportedBy carrier'],
    121: [/Bandwidth Server Error/, 'fault provider', 'reportedBy provider'],
    142: [/Carrier Reported Service Failure/, 'reportedBy carrier'],
    156: [/specific reason for failure is unclear/, 'fault unknown'],
    165: [/^### Bandwidth Detected Client Errors/, 'fault customer', 'reportedBy provider'],
    167: [/Repeating the request will produce the same result/, 'repeatUnchanged no'],
    198: [/^### Carrier Reported Client Errors/, 'fault customer', 'reportedBy carrier'],
    210: [/^### Bandwidth Service Failures/, 'fault provider'],
    212: [
      /Bandwidth failures, .* can retry .* expect a different result.*carrier errors .* limit to a single retry attempt/,
      'fault carrier',
      'repeatUnchanged once',
      'repeatUnchanged yes',
      'retry once',
    ],
    232: [/^### Carrier Reported Service Failures/, 'reportedBy carrier'],
    248: [/Carrier reported a failure code/, 'reportedBy carrier'],
  },
  sinch: {
    8: [/Retrying is likely to cause the same error/, 'repeatUnchanged no'],
    10: [/Message can be retried/, 'repeatUnchanged yes'],
    13: [/cancelled by user/, 'fault customer'],
    14: [/Retrying is likely to cause the same error/, 'repeatUnchanged no'],
    18: [/Reach out to support for help/, 'action contact-support'],
    19: [/MMS only/, 'channel mms'],
    20: [/MMS only/, 'channel mms'],
    21: [/MMS only/, 'channel mms'],
    22: [/MMS only/, 'channel mms'],
    23: [/MMS only/, 'channel mms'],
  },
};

/** By provider and catalog, as they were when all of this passed beside the documents. */
const comparedCells = [
  '1050a9957be667d7bbb0ffe30c1519a028c1356330a2105f7dba634c1c67dfb8',
  '54de37f82cef5a3e7bb27498264035706bc0cad1c137be26ef5abfaf3b9f3ad1',
  'e3fbf9def7d65e715f7ba4cd593e26a196e16f0e8987addd71f523ab98b39263',
  'ebeee4c4c2d1394e57f48a789ecebe3c830e95e741a6b656d3e03fab7113e99c',
];
const comparedDocuments = [
  '37c371ac0f4836e77b94b33d251d4f8fda06a7b3710ce41db27ce7c21dbc6171',
  '6b8c7e4d5a4d03df48d4f2e2815dc472e18f4f2a69553a31add4a65e5ca95f7f',
  'f63257fe7bdf4932bfc56c8045ef55d3117e5ff221f2a220a1e5412e6af20321',
];

const folder = process.env['SMS_ERROR_CODES_DOCUMENTS'];
const hasDocuments = folder !== undefined && existsSync(folder);
console.info(
  hasDocuments
    ? 'Transcription: compared with the documents, cell by cell.'
    : 'Transcription: the digests of the cells alone. Name the folder of the documents in SMS_ERROR_CODES_DOCUMENTS.',
);

describe.each(providers)('$id', ({ id, document, catalogs }) => {
  describe.skipIf(!hasDocuments)('against the document', () => {
    const source = documents[id];
    const bytes = hasDocuments && source !== undefined ? readFileSync(join(folder, source.file)) : Buffer.alloc(0);
    const lines = bytes.toString('utf8').split('\n');

    test('is the one that was read', () => {
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.sha256);
    });

    test('every row of the document is an entry, every entry a row, cell by cell and line by line', () => {
      const parsed = source?.parse(lines);
      expect(transcribed(catalogs)).toEqual(parsed);
    });

    test('every line that states something says so, and every inferred basis is on a line with words', () => {
      for (const [line, [words]] of Object.entries(statements[id] ?? {}))
        expect(lines[Number(line) - 1]).toMatch(words);
      for (const { basis = {} } of catalogs.flatMap(({ entries }) => entries)) {
        for (const { line } of Object.values(basis)) expect(lines[line - 1]).toMatch(/\w/);
      }
    });
  });
});

const catalogs = providers.flatMap((provider) =>
  provider.catalogs.map((catalog) => ({ name: `${provider.id}/${catalog.id}`, ...catalog })),
);
const entries = catalogs.flatMap((catalog) => catalog.entries);

/** The counts were made by hand from the documents. */
describe('without the documents', () => {
  test('the cells have the digests that they had when they were compared', async () => {
    const { exitCode, out } = await run(ROOT, 'lint', '--format', 'json');
    expect(JSON.parse(out)).toEqual({ diagnostics: [] });
    expect(exitCode).toBe(0);
    const specs = providers.map(({ id }) => readFileSync(join(ROOT, 'spec', `${id}.yaml`), 'utf8')).join('');
    expect([...specs.matchAll(/^ {4}cells_sha256: (.*)$/gm)].map(([, digest]) => digest)).toEqual(comparedCells);
    expect(providers.map(({ document }) => document.sha256)).toEqual(comparedDocuments);
  });

  test('there are as many rows as the documents print', () => {
    expect(Object.fromEntries(catalogs.map(({ name, entries }) => [name, entries.length]))).toEqual({
      'alibaba/api': 36,
      'alibaba/receipt': 9,
      'bandwidth/message': 55,
      'sinch/delivery-report': 18,
    });
  });

  test('as much is stated as the documents state, and never what is ours alone', () => {
    const stated: Record<string, number> = {};
    for (const entry of entries) {
      for (const axis of Object.keys(entry.stated)) stated[axis] = (stated[axis] ?? 0) + 1;
    }
    expect(stated).toEqual({
      fault: 57,
      repeatUnchanged: 56,
      reportedBy: 55,
      window: 7,
      retry: 6,
      channel: 5,
      action: 3,
    });
  });

  test.each(providers)(
    'every line of $id that is named states what rows and scheme say of it, and nothing else',
    ({ id, catalogs }) => {
      const claims = catalogs.flatMap(({ entries, scheme }) =>
        [...entries, ...(scheme?.prefixes ?? [])].flatMap(({ classification, stated }) =>
          Object.entries(stated).map(([axis, { line }]) => `${line} ${axis} ${classification[axis]}`),
        ),
      );
      const allowed = Object.entries(statements[id] ?? {}).flatMap(([line, [, ...claims]]) =>
        claims.map((claim) => `${line} ${claim}`),
      );
      expect([...new Set(claims)].sort()).toEqual(allowed.sort());
    },
  );

  test('a recipient is at fault only where the words name the phone', () => {
    const blamed = entries.filter(({ classification }) => classification['fault'] === 'recipient');
    expect(blamed).not.toHaveLength(0);
    for (const { description, message } of blamed) expect(String(description ?? message)).toMatch(/handset/);
  });

  test('a code is not always a key', () => {
    const keysOf = (name: string) =>
      (catalogs.find((catalog) => catalog.name === name)?.entries ?? []).map((entry) => [
        entry.code,
        entry['smppCode'],
      ]);
    const api = keysOf('alibaba/api');
    expect(api.filter(([code]) => code === 'isp.SYSTEM_ERROR').map(([, smpp]) => smpp)).toEqual([21, 46]);
    expect(api.filter(([, smpp]) => smpp === 25).map(([code]) => code)).toEqual([
      'isv.FORBIDDEN_ACTION',
      'isv.SENDERID_ERROR',
    ]);
    expect(api.filter(([, smpp]) => smpp === 46).map(([code]) => code)).toEqual([
      'isv.DATA_NOT_EXIST',
      'isp.SYSTEM_ERROR',
    ]);
    expect(new Set(api.map(String)).size).toBe(36);
  });

  test('codes that a reader might expect are not there', () => {
    const codes = new Set(entries.map(({ code }) => code));
    for (const absent of [0, 409, 200, 4000, 'DELIVERED', 'isv.SYSTEM_ERROR']) expect(codes).not.toContain(absent);
    // The document prints 0 and 409 nowhere, and 0 is what other sources list for a delivered message.
    expect(codes).toContain(408);
    expect(codes).toContain(410);
  });
});

/** The catalogs reduced to what a document prints, in the form that the parsers return. */
function transcribed(catalogs: Provider['catalogs']): Record<string, ParsedCatalog> {
  const ours = new Set(['name', 'note', 'classification', 'basis', 'stated']);
  const printed = (entry: Entry) => Object.fromEntries(Object.entries(entry).filter(([field]) => !ours.has(field)));
  return Object.fromEntries(
    catalogs.map(({ id, sections, entries }) => [
      id,
      { rows: entries.map((entry) => printed(entry) as Row), ...(sections && { sections }) },
    ]),
  );
}

/** Printed text as it is transcribed: no back-ticks, a run of white space as one blank. */
function cell(printed: string | undefined): string {
  return (printed ?? '').replaceAll('`', '').replace(/\s+/g, ' ').trim();
}

/** One Markdown table with a leading and a trailing bar. */
function parseTable(lines: readonly string[]): Record<string, ParsedCatalog> {
  const rows = barRows(lines).map(({ line, cells: [code, label, status, description] }) => ({
    code: Number(code),
    label: cell(label),
    status: cell(status),
    description: cell(description),
    line,
  }));
  return { 'delivery-report': { rows } };
}

/** Markdown tables below headings that have an anchor. */
function parseSections(lines: readonly string[]): Record<string, ParsedCatalog> {
  const sections = lines.flatMap((text, index): Section[] => {
    const [, title, id] = /^### (.*) \{#(.*)\}$/.exec(text) ?? [];
    return title === undefined || id === undefined ? [] : [{ id, title, line: index + 1 }];
  });
  const rows = barRows(lines).map(({ line, cells: [code, description, billable] }) => ({
    code: Number(code),
    section: sections.findLast((section) => section.line < line)?.id ?? '',
    description: cell(description),
    billable: { YES: true, NO: false }[cell(billable)] ?? cell(billable),
    line,
  }));
  return { message: { rows, sections } };
}

function barRows(lines: readonly string[]): { line: number; cells: string[] }[] {
  return lines.flatMap((text, index) =>
    /^\| *\d/.test(text) ? [{ line: index + 1, cells: text.split('|').slice(1, -1) }] : [],
  );
}

/** Two tables whose columns are one blank apart, each below a line that says `Error message Solution`. */
function parseFlattened(lines: readonly string[]): Record<string, ParsedCatalog> {
  const heads = lines.flatMap((text, index) => (text.endsWith('Error message Solution') ? [index] : []));
  const [api = [], receipt = []] = heads.map((head) => {
    const end = lines.indexOf('', head);
    return lines.slice(head + 1, end === -1 ? undefined : end).map((text, index) => ({ text, line: head + index + 2 }));
  });
  return {
    api: {
      rows: api.map(({ text, line }) => {
        const [code = '', smppCode, ...message] = text.split(' ');
        return { code, smppCode: Number(smppCode), message: cell(message.join(' ')), line };
      }),
    },
    receipt: {
      rows: receipt.map(({ text, line }) => {
        const [code = '', ...message] = text.split(' ');
        return { code, message: cell(message.join(' ')), line };
      }),
    },
  };
}
