/** `read`: outcomes a line each on stdout, what they add up to on stderr; no line stops the others. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run, runAs } from './support/cli.ts';
import { alibabaReceipt, bandwidthCallback, sinchBatchReport } from './support/payloads.ts';
import { runWith } from './support/stdin.ts';
import { edit, emptyFolder, ROOT } from './support/workspace.ts';

const callback = (own?: Readonly<Record<string, unknown>>) => JSON.stringify([bandwidthCallback(own)]);

const parsed = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('a payload a line gives its outcomes a line, with the number of the line', async () => {
  const { exitCode, out, err } = await runWith(
    ROOT,
    `${callback()}\r\n\n${callback({ errorCode: 4775 })}`,
    'read',
    '--provider',
    'bandwidth',
  );
  expect(parsed(out)).toMatchObject([
    { line: 1, code: 4432, category: 'destination-restricted', state: 'failed' },
    { line: 3, code: 4775, category: 'opted-out' },
  ]);
  expect(err).toBe('2 bodies, 2 messages\n  destination-restricted  1\n  opted-out               1\n');
  expect(exitCode).toBe(0);
});

test('an outcome is JSON whichever format is asked for', async () => {
  const call = ['read', '--provider', 'bandwidth'] as const;
  const asText = await runWith(ROOT, callback(), ...call);
  expect(parsed(asText.out)).toHaveLength(1);
  expect(await runWith(ROOT, callback(), ...call, '--format', 'json')).toEqual(asText);
});

test('what it writes is what the readers of the library return', async () => {
  const { readBandwidthCallbacks } = await import('../generated/typescript/index.ts');
  const codes = [4432, 4702, 4703, 4999, 5950, '4775', 0, null, 1, 4432, 4702, 1];
  const bodies = codes.map((errorCode, index) => [bandwidthCallback({ errorCode, to: `+${index}` })]);
  const { out } = await runWith(
    ROOT,
    bodies.map((body) => JSON.stringify(body)).join('\n'),
    'read',
    '--provider',
    'bandwidth',
  );
  const wanted = bodies.map((body, index) => {
    const read = readBandwidthCallbacks(body);
    return { line: index + 1, ...(read.ok ? read.outcomes[0] : {}) };
  });
  expect(parsed(out)).toEqual(JSON.parse(JSON.stringify(wanted)));
});

test('a byte order mark, and a character that comes in two pieces, change nothing', async () => {
  const bytes = Buffer.from(`\u{feff}${callback({ to: 'é' })}`);
  const cut = bytes.indexOf('é') + 1;
  const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
  const { out } = await runWith(ROOT, pieces, 'read', '--provider', 'bandwidth');
  expect(parsed(out)).toMatchObject([{ line: 1, recipient: 'é' }]);
});

test('JSON over several lines is one body, and cut anywhere', async () => {
  const text = JSON.stringify([bandwidthCallback(), bandwidthCallback({})], undefined, 2);
  const { out, exitCode } = await runWith(ROOT, text.match(/[\s\S]{1,7}/g) ?? [], 'read', '--provider', 'bandwidth');
  expect(parsed(out)).toMatchObject([
    { line: 1, pointer: '/0' },
    { line: 1, pointer: '/1', state: 'delivered' },
  ]);
  expect(exitCode).toBe(0);
});

test('a bad line is told by its number and never stops the rest', async () => {
  const lines = [callback(), '{"type":"mess', 'nonsense', '{"hello":"world"}', '{"cut":1,', callback(), '5'];
  const { out, err, exitCode } = await runWith(ROOT, lines.join('\n'), 'read', '--provider', 'bandwidth', '--quiet');
  expect(parsed(out).map(({ line }) => line)).toEqual([1]);
  expect(err.split('\n').map((line) => line.slice(0, 8))).toEqual(['line 2: ', 'line 3: ', 'line 4: ', 'line 5: ', '']);
  expect(exitCode).toBe(1);
});

describe('codes that are not listed', () => {
  const input = `${callback({ errorCode: 4999 })}\n${callback({ errorCode: 4999 })}\n${callback({ errorCode: 0 })}\n`;

  test('are counted, and each has a stub for the spec', async () => {
    const { err, exitCode } = await runWith(ROOT, input, 'read', '--provider', 'bandwidth');
    expect(err).toContain(
      'bandwidth/message does not list "4999": 2 messages\n      - code: 4999\n        line: TODO\n        section: TODO\n',
    );
    expect(err).not.toContain('"0"');
    expect(exitCode).toBe(0);
  });

  test('fail the call where that is asked for', async () => {
    expect((await runWith(ROOT, input, 'read', '--provider', 'bandwidth', '--fail-on-unknown')).exitCode).toBe(1);
    expect(
      (await runWith(ROOT, callback({ errorCode: 0 }), 'read', '--provider', 'bandwidth', '--fail-on-unknown'))
        .exitCode,
    ).toBe(0);
  });
});

test('the reader that has the least to put up with reads a body', async () => {
  const query = { ResponseCode: 'OK', Status: '1', ErrorCode: 'DELIVERED', RequestId: '1' };
  const lines = [alibabaReceipt({}), query, { ResponseCode: 'isv.ACCOUNT_ABNORMAL' }].map((body) =>
    JSON.stringify(body),
  );
  const { out } = await runWith(ROOT, lines.join('\n'), 'read', '--provider', 'alibaba');
  expect(parsed(out).map(({ line, catalog }) => [line, catalog])).toEqual([
    [1, 'receipt'],
    [2, 'api'],
    [2, 'receipt'],
    [3, 'api'],
  ]);
});

test('messages are weighed by their count', async () => {
  const report = sinchBatchReport([
    { code: 402, status: 'Aborted', count: 40 },
    { code: 0, status: 'Delivered', count: 2 },
  ]);
  const { err } = await runWith(ROOT, JSON.stringify(report), 'read', '--provider', 'sinch');
  expect(err).toBe('1 body, 42 messages\n  no-route            40\n  no code, delivered  2\n');
});

test('without a taxonomy a code says nothing of the message, and its status does', async () => {
  const folder = join(ROOT, 'test/fixtures/read/without-taxonomy');
  const lines = ['{"kind":"lost","code":1,"to":"+1"}', '{"kind":"sent","to":"+2"}'];
  const { out, err, exitCode } = await runWith(folder, lines.join('\n'), 'read', '--provider', 'acme');
  expect(parsed(out)).toMatchObject([
    { code: 1, known: true, state: 'failed', stateSource: 'status', tolerated: [] },
    { known: false, state: 'pending', stateSource: 'status', tolerated: [] },
  ]);
  expect(err).toBe('2 bodies, 2 messages\n  listed code, failed  1\n  no code, pending     1\n');
  expect(exitCode).toBe(0);
});

test('the sentence is that of the first axis with sentences that the catalog has', async () => {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'test/fixtures/read/without-taxonomy'), folder, { recursive: true });
  const axis = (id: string, sentence: string) => `  ${id}:
    title: ${id}
    definition: One of two.
    stated: never
    required: false
    values:
      gone: { definition: It is gone., sentence: ${sentence} }
`;
  const taxonomy = `axes:\n${axis('mood', 'It is sad.')}${axis('reason', 'It got lost.')}`;
  writeFileSync(join(folder, 'spec/taxonomy.yaml'), taxonomy);
  edit(join(folder, 'spec/acme.yaml'), 'description: Lost }', 'description: Lost, inferred: { reason: gone } }');
  const { out, err } = await runWith(folder, '{"kind":"lost","code":1,"to":"+1"}', 'read', '--provider', 'acme');
  expect({ err, sentences: parsed(out).map(({ sentence }) => sentence) }).toEqual({
    err: '1 body, 1 message\n  listed code, failed  1\n',
    sentences: ['It got lost.'],
  });
});

test('a payload is told by a field of any name, and has its code in one', async () => {
  const name = `code-${'\\'.repeat(60)}`;
  const folder = emptyFolder();
  const spec = join(folder, 'spec/acme.yaml');
  cpSync(join(ROOT, 'test/fixtures/read/without-taxonomy'), folder, { recursive: true });
  edit(spec, 'discriminator: kind', 'discriminator: report/kind');
  edit(spec, '      kind:', '      report/kind:');
  edit(spec, 'status: /kind', 'status: /report~1kind');
  edit(spec, '      code:', `      ${name}:`);
  edit(spec, 'code: /code', `code: /${name}`);
  const bodies = [
    { 'report/kind': 'lost', [name]: 1, to: '+1' },
    { 'report/kind': 'seen', to: '+2' },
  ];
  const lines = bodies.map((body) => JSON.stringify(body));
  const { out, err } = await runWith(folder, lines.join('\n'), 'read', '--provider', 'acme');
  expect(parsed(out)).toMatchObject([{ line: 1, code: 1, known: true, state: 'failed', tolerated: [] }]);
  expect(err).toContain('line 2: /report~1kind has a value of none of: AcmeReport');
});

test('the call is checked, and no spec folder is needed', async () => {
  const folder = emptyFolder();
  expect(await runWith(folder, callback(), 'read')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('--provider'),
  });
  expect(await runWith(folder, '', 'read', '--provider', 'bandwith')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('did you mean "bandwidth"?'),
  });
  expect(await runWith(folder, callback(), 'read', '--provider', 'bandwidth')).toMatchObject({ exitCode: 0 });
});

test('what was read is written before more is read, so that many lines take no more memory than few', async () => {
  const lines = Buffer.from(`${callback()}\n`.repeat(10));
  let read = 0;
  async function* input() {
    for (; read < 200; read += 1) yield lines;
  }
  const readBefore: number[] = [];
  const own = { workingFolder: ROOT, stepSummaryPath: undefined, input: input(), out: () => readBefore.push(read) };
  const { err } = await runAs(own, ['read', '--provider', 'bandwidth']);
  expect(readBefore).toEqual(Array.from({ length: 200 }, (_, index) => index));
  expect(err).toContain('2000 bodies, 2000 messages');
});

test('in a folder whose specs declare no payloads, that is said', async () => {
  const folder = emptyFolder();
  await run(folder, 'init');
  expect(await runWith(folder, '', 'read', '--provider', 'acme')).toMatchObject({
    exitCode: 2,
    err: 'error: no spec here declares a reader of payloads; name other specs with --spec\n',
  });
});
