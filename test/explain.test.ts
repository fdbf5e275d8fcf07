/** `explain`: every meaning of a code, what is stated apart from what is inferred, at 80 columns. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './support/cli.ts';
import { emptyFolder, ROOT } from './support/workspace.ts';

test('a listed code: cells, sentence, stated and inferred, names, places', async () => {
  const { exitCode, out, err } = await run(ROOT, 'explain', '4432');
  expect(out).toContain('bandwidth/message 4432  messaging_to_country_forbidden\n');
  expect(out).toContain('Description: Messaging to country forbidden\n');
  expect(out).toContain('Billable: NO\n');
  expect(out).toMatch(/Stated +fault customer \(line 165\)\n/);
  expect(out).toMatch(/Inferred +category destination-restricted \(by words of line 187\)\n/);
  expect(out).toContain('BandwidthMessageErrorCode.MessagingToCountryForbidden');
  expect(out).toMatch(/Spec +spec\/bandwidth\.yaml:\d+:\d+\n/);
  expect([exitCode, err]).toEqual([0, '']);
});

test('nothing is wider than 80 columns, and nothing is coloured off a terminal', async () => {
  const { exitCode, out } = await run(
    ROOT,
    'explain',
    '4432',
    '9902',
    '402',
    'isp.SYSTEM_ERROR',
    'RECEIVER_BLACKLIST',
    '4999',
    'duplicate-key',
  );
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).not.toContain('\u001b');
  expect(exitCode).toBe(0);
});

test('the packaged registry answers as its specs do', async () => {
  const words = ['4432', '46', 'isp.SYSTEM_ERROR', '4799', '0', 'nobody_lists_this'];
  const [packaged, compiled] = await Promise.all([
    run(emptyFolder(), 'explain', ...words, '--format', 'json'),
    run(emptyFolder(), 'explain', ...words, '--format', 'json', '--spec', join(ROOT, 'spec')),
  ]);
  expect(JSON.parse(packaged.out).answers).toHaveLength(words.length);
  expect(packaged).toEqual(compiled);
});

describe('a word', () => {
  test.each([
    ['isp.SYSTEM_ERROR', ['alibaba/api', 'alibaba/api']],
    // As an SMPP number of two rows.
    ['46', ['alibaba/api', 'alibaba/api']],
    ['system_err', ['alibaba/receipt']],
    ['queued', ['sinch/delivery-report']],
  ])('%s has every meaning', async (word, places) => {
    const { out } = await run(ROOT, 'explain', word, '--format', 'json');
    const [{ meanings }] = JSON.parse(out).answers;
    expect(meanings.map((meaning: Record<string, unknown>) => `${meaning['provider']}/${meaning['catalog']}`)).toEqual(
      places,
    );
  });

  test('may be an id of a diagnostic', async () => {
    const { exitCode, out } = await run(emptyFolder(), 'explain', 'row-count');
    expect(out).toMatch(/^row-count\n {2}A catalog says how many rows/);
    expect(exitCode).toBe(0);
  });

  test('may be an id of a change', async () => {
    const { exitCode, out } = await run(emptyFolder(), 'explain', 'name-changed', 'row-removed');
    expect(out).toBe(`name-changed
  As a change: A code has another name, hence another constant. It is breaking,
  and needs a major version.

row-removed
  Every row of a spec is in the document. A code that is gone becomes a
  tombstone under \`removed\`.
  As a change: A row is gone of a code that has others. It is breaking, and
  needs a major version.
`);
    expect(exitCode).toBe(0);
  });

  test('may be a value or an axis, as an answer names them', async () => {
    const { exitCode, out } = await run(emptyFolder(), 'explain', 'after-fix', 'carrier', 'window');
    expect(out).toBe(`after-fix
  A value of axis retry: Send again only after the request, content, sender,
  recipient or account has been put right.

carrier
  A value of axis fault: A carrier or another network behind the provider.
  A value of axis reported_by: A carrier or another network behind the provider.

window
  An axis: The period over which the limit that was reached counts. Its values:
  minute, hour, day, month.
`);
    expect(exitCode).toBe(0);
  });

  test('may be an axis as data and code name it', async () => {
    const [snake, camel] = await Promise.all(
      ['reported_by', 'reportedBy'].map(async (word) => (await run(emptyFolder(), 'explain', word)).out),
    );
    expect(camel).toContain('An axis: ');
    expect(camel?.replace('reportedBy', 'reported_by')).toBe(snake);
  });

  test('may be a question, a provider or a catalog', async () => {
    const words = ['may_resend_unchanged', 'isOptedOut', 'alibaba', 'Alibaba Cloud', 'alibaba/api'];
    const { exitCode, out } = await run(emptyFolder(), 'explain', ...words);
    const provider = `  A provider, Alibaba Cloud. Its catalogs: alibaba/api, alibaba/receipt. With
  --provider alibaba codes are looked up in these alone.
`;
    expect(out).toBe(`may_resend_unchanged
  A question: The same message may be sent again as it is; once, later with
  growing pauses, or after the window of a limit. Yes where retry is once or
  backoff or after-wait.

isOptedOut
  A question: The recipient chose to receive no messages from this sender by
  this provider. Not a block list, not a bad number. Yes where category is
  opted-out.

alibaba
${provider}
Alibaba Cloud
${provider}
alibaba/api
  A catalog of Alibaba Cloud, with 35 codes: Codes that answer an API call.
`);
    expect(exitCode).toBe(0);
  });

  test('comes before a value of the same name', async () => {
    const { out } = await run(ROOT, 'explain', 'unknown');
    expect(out).toMatch(/^alibaba\/api isp\.UNKNOWN {2}unknown\n/);
  });

  test('that is not listed is told what its scheme says, and the nearest', async () => {
    const { exitCode, out } = await run(ROOT, 'explain', '4702');
    expect(out).toContain('4702 is not listed\n');
    expect(out).toContain('Codes of bandwidth/message that start with 47: Customer error rejected by the');
    expect(out).toMatch(/Stated +fault customer \(line 75\)\n +reported by carrier \(line 104\)/);
    expect(out).toContain('4700  ');
    expect(exitCode).toBe(0);
  });

  test('of which a scheme states nothing is told so', async () => {
    const { out } = await run(ROOT, 'explain', '5300');
    expect(out).toContain('start with 5: Server error.\n  Stated        nothing\n');
  });

  test('that payloads have where nothing failed is told with its places', async () => {
    const { exitCode, out } = await run(ROOT, 'explain', 'DELIVERED', '0', '--provider', 'alibaba');
    expect(out).toBe(`DELIVERED is not listed

  Nothing failed where it stands at
    /ErrorCode of AlibabaQueryResponse  (alibaba/receipt)
    /ErrorCode of AlibabaReceipt  (alibaba/receipt)

0 is not listed, and nothing is known of it
`);
    expect(exitCode).toBe(1);
    expect((await run(ROOT, 'explain', 'DELIVERED')).exitCode).toBe(0);
    const [answer] = JSON.parse((await run(ROOT, 'explain', '0', '--format', 'json')).out).answers;
    expect(answer.noFailures).toContainEqual({
      provider: 'sinch',
      catalog: 'delivery-report',
      payload: 'SinchBatchDeliveryReport',
      pointer: '/statuses/*/code',
    });
  });

  test('of which nothing is known is a finding', async () => {
    const { exitCode, out } = await run(ROOT, 'explain', '409');
    expect(out).toContain('409 is not listed, and nothing is known of it\n');
    expect(out).toContain('408  internal_reject  (sinch/delivery-report)');
    expect(exitCode).toBe(1);
  });
});

test.each(['', ' '])('a code that is empty (%j) is refused', async (word) => {
  expect(await run(ROOT, 'explain', '4432', word)).toEqual({
    exitCode: 2,
    out: '',
    err: 'error: a code is empty, as a variable makes it that is not set; name a code\n',
  });
});

test('--provider looks in its catalogs alone', async () => {
  expect((await run(ROOT, 'explain', '4432', '--provider', 'sinch')).exitCode).toBe(1);
  expect(await run(ROOT, 'explain', '4432', '--provider', 'bandwith')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('did you mean "bandwidth"?'),
  });
});

test('the packaged registry answers where there is no spec folder', async () => {
  const { exitCode, out } = await run(emptyFolder(), 'explain', '4432');
  expect(out).toContain('messaging_to_country_forbidden');
  expect(exitCode).toBe(0);
});
