/** Payloads as they come: what a reader makes of them, what it puts up with, and what it does not guess. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bandwidthMessageCallbackShape } from '../generated/typescript/bandwidth/shapes.ts';
import { groupedAnswersOf } from '../generated/typescript/classified.ts';
import * as sms from '../generated/typescript/index.ts';
import { outcomeRules } from '../generated/typescript/outcome.ts';
import { type Reader, readerOf } from '../generated/typescript/payload-reader.ts';
import type { OutcomeBase } from '../generated/typescript/payload-result.ts';
import { alibabaReceipt, bandwidthCallback, sinchBatchReport, sinchReport } from './support/payloads.ts';
import { ROOT } from './support/workspace.ts';

const readers = {
  readSinchDeliveryReport: sms.readSinchDeliveryReport,
  readBandwidthCallbacks: sms.readBandwidthCallbacks,
  readAlibabaReceipts: sms.readAlibabaReceipts,
  readAlibabaResponse: sms.readAlibabaResponse,
};

type Row = Readonly<Record<string, unknown>>;

/** The outcomes of a body, each with the named fields alone. */
function outcomes(
  reader: keyof typeof readers | Reader<unknown, { any: OutcomeBase }>,
  body: unknown,
  ...fields: readonly string[]
): Row[] {
  const read = typeof reader === 'string' ? readers[reader](body) : reader(body);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.outcomes.map((outcome) =>
    Object.fromEntries(fields.map((field) => [field, Reflect.get(outcome, field)])),
  );
}

describe('as the providers describe them', () => {
  test('the sample of the document, in every field', () => {
    const body = [bandwidthCallback()];
    const read = sms.readBandwidthCallbacks(body);
    expect(read).toEqual({
      ok: true,
      payload: body,
      outcomes: [
        {
          provider: 'bandwidth',
          catalog: 'message',
          code: 4432,
          received: 4432,
          known: true,
          entries: [sms.findBandwidthMessageError(4432)],
          state: 'failed',
          stateSource: 'code',
          status: 'message-failed',
          category: 'destination-restricted',
          finality: 'final',
          retry: 'after-fix',
          action: 'fix-account',
          sentence: sms.categorySentences['destination-restricted'],
          noFailure: false,
          recipient: '+52345678903',
          messageId: '14762070468292kw2fuqty55yp2b2',
          count: 1,
          pointer: '/0',
          tolerated: [],
        },
      ],
    });
    expect(read.ok && read.payload).toBe(body);
  });

  test.each([
    ['message-sending', 'pending'],
    ['message-sent', 'pending'],
    ['message-delivered', 'delivered'],
    ['message-read', 'delivered'],
  ])('bandwidth %s is %s, without a code', (type, state) => {
    const body = [{ ...bandwidthCallback({}), type }];
    expect(outcomes('readBandwidthCallbacks', body, 'state', 'stateSource', 'code', 'tolerated')).toEqual([
      { state, stateSource: 'status', code: undefined, tolerated: [] },
    ]);
  });

  test('the message search: 0 where nothing failed', () => {
    const messages = [
      { messageId: 'a', messageStatus: 'DELIVERED', errorCode: 0, destinationTn: '+1', carrierName: null },
      { messageId: 'b', messageStatus: 'FAILED', errorCode: 4775, destinationTn: '+2' },
    ];
    expect(
      outcomes(
        'readBandwidthCallbacks',
        { totalCount: 2, messages },
        'known',
        'noFailure',
        'state',
        'messageId',
        'tolerated',
      ),
    ).toEqual([
      { known: false, noFailure: true, state: 'delivered', messageId: 'a', tolerated: [] },
      { known: true, noFailure: false, state: 'failed', messageId: 'b', tolerated: [] },
    ]);
  });

  test.each(['recipient_delivery_report_sms', 'recipient_delivery_report_mms'])('sinch %s', (type) => {
    const fields = ['code', 'state', 'stateSource', 'recipient', 'messageId', 'tolerated'];
    expect(
      outcomes('readSinchDeliveryReport', sinchReport({ type, code: 401, status: 'Dispatched' }), ...fields),
    ).toEqual([
      {
        code: 401,
        state: 'pending',
        stateSource: 'code',
        recipient: '+44231235674',
        messageId: '01FC66621XXXXX119Z8PMV1QPQ',
        tolerated: [],
      },
    ]);
    expect(outcomes('readSinchDeliveryReport', sinchReport({ type }), 'known', 'noFailure', 'state')).toEqual([
      { known: false, noFailure: true, state: 'delivered' },
    ]);
  });

  test.each(['delivery_report_sms', 'delivery_report_mms'])('sinch %s, summary and full', (type) => {
    const summary = [
      { code: 402, status: 'Aborted', count: 2 },
      { code: 0, status: 'Delivered', count: 1 },
    ];
    expect(
      outcomes('readSinchDeliveryReport', sinchBatchReport(summary, { type }), 'code', 'state', 'count', 'tolerated'),
    ).toEqual([
      { code: 402, state: 'failed', count: 2, tolerated: [] },
      { code: 0, state: 'delivered', count: 1, tolerated: [] },
    ]);
    const full = [{ code: 402, status: 'Aborted', count: 2, recipients: ['+1', '+2'] }];
    expect(
      outcomes('readSinchDeliveryReport', sinchBatchReport(full, { type }), 'recipient', 'count', 'tolerated'),
    ).toEqual([
      { recipient: '+1', count: 1, tolerated: [] },
      { recipient: '+2', count: 1, tolerated: [] },
    ]);
  });

  test('alibaba: a response has one code, the answer to a query two of two catalogs', () => {
    const fields = ['catalog', 'code', 'state', 'category', 'tolerated'];
    expect(
      outcomes('readAlibabaResponse', { ResponseCode: 'isv.ACCOUNT_ABNORMAL', RequestId: '1' }, ...fields),
    ).toMatchObject([{ catalog: 'api', code: 'isv.ACCOUNT_ABNORMAL', category: 'account', tolerated: [] }]);
    const query = { ResponseCode: 'OK', Status: '2', ErrorCode: 'URL_FAILURE', To: '1', MessageId: '2' };
    expect(outcomes('readAlibabaResponse', query, ...fields)).toEqual([
      { catalog: 'api', code: 'OK', state: 'pending', category: 'accepted', tolerated: [] },
      { catalog: 'receipt', code: 'URL_FAILURE', state: 'failed', category: 'content-blocked', tolerated: [] },
    ]);
  });

  test('alibaba: a batch that was taken, and a look-up that failed and so names nobody', () => {
    const batch = { ResponseCode: 'OK', SuccessCount: '2', FailedList: '["1"]', MessageIdList: '["2","3"]' };
    expect(outcomes('readAlibabaResponse', batch, 'state', 'messageId', 'tolerated')).toEqual([
      { state: 'pending', messageId: undefined, tolerated: [] },
    ]);
    const failed = { ResponseCode: 'isv.DATA_NOT_EXIST', ResponseDescription: 'not found', RequestId: '1' };
    expect(
      outcomes('readAlibabaResponse', failed, 'category', 'state', 'finality', 'recipient', 'messageId', 'tolerated'),
    ).toEqual([
      {
        category: 'invalid-request',
        state: 'unknown',
        finality: 'not-applicable',
        recipient: undefined,
        messageId: undefined,
        tolerated: [],
      },
    ]);
  });

  test.each([
    ['1', 'delivered'],
    ['2', 'failed'],
    ['3', 'pending'],
  ])('alibaba: status %s of a look-up is %s, and what stands for no failure is no code', (Status, state) => {
    const query = { ResponseCode: 'OK', Status, ErrorCode: 'DELIVERED', MessageId: '1' };
    const [, receipt] = outcomes('readAlibabaResponse', query, 'state', 'stateSource', 'known', 'noFailure');
    expect(receipt).toEqual({ state, stateSource: 'status', known: false, noFailure: true });
  });

  test('alibaba receipts, one alone and in a list', () => {
    for (const body of [alibabaReceipt({}), [alibabaReceipt({})]]) {
      expect(outcomes('readAlibabaReceipts', body, 'code', 'state', 'tolerated')).toEqual([
        { code: 'INVALID_NUM', state: 'failed', tolerated: [] },
      ]);
    }
  });

  test('a code with several rows has all of them, and says on what they agree', () => {
    const [outcome] = outcomes('readAlibabaResponse', { ResponseCode: 'isp.SYSTEM_ERROR' }, 'entries', 'category');
    expect(outcome?.['entries']).toEqual(sms.findAlibabaApiErrors('isp.SYSTEM_ERROR'));
    expect(outcome?.['category']).toBe('provider-error');
  });
});

describe('a code whose entries disagree', () => {
  const entries = [
    { code: 'A', category: 'rejected', retry: 'never' },
    { code: 'A', category: 'account', retry: 'never' },
  ];
  const sentences = { axis: 'category', byValue: { rejected: 'Refused.', account: 'Account.' } };
  const answers = groupedAnswersOf<(typeof entries)[number]>(new Map([['A', entries]]), sentences);

  test('has no sentence, and has one where they agree', () => {
    expect(answers.get('A')).toMatchObject({ known: true, sentence: undefined });
    const one = groupedAnswersOf(new Map([['A', entries.slice(1)]]), sentences);
    expect(one.get('A')).toMatchObject({ sentence: 'Account.' });
  });

  test('says nothing on an axis on which they do, and follows no rule of it', () => {
    const states = [
      { state: 'pending', axis: 'category', values: ['rejected', 'account'] },
      { state: 'failed', axis: 'retry', values: ['never'] },
    ] as const;
    const read = readerOf({
      provider: 'acme',
      rules: { axes: ['category', 'retry'], states },
      payloads: [
        {
          typeName: 'AcmeReport',
          isSingle: true,
          anyOf: ['code'],
          fields: [{ name: 'code', type: 'string' }],
          outcomes: [
            {
              catalog: 'api',
              codeType: 'string',
              code: '/code',
              classify: (code) => answers.get(code) ?? { known: false },
            },
          ],
        },
      ],
    })({ code: 'A' });
    expect(read).toMatchObject({
      outcomes: [{ known: true, entries, category: undefined, retry: 'never', state: 'failed', sentence: undefined }],
    });
  });
});

describe('what the field has shown is tolerated, and named', () => {
  test.each<[string, keyof typeof readers, unknown, Row]>([
    [
      'one for a list',
      'readBandwidthCallbacks',
      bandwidthCallback(),
      { known: true, tolerated: ['the body is one object, not a list'] },
    ],
    [
      'a code as text',
      'readBandwidthCallbacks',
      [bandwidthCallback({ errorCode: '4432' })],
      { code: 4432, received: '4432', known: true, tolerated: ['/0/errorCode is a string, not an integer'] },
    ],
    [
      'a status in capitals',
      'readSinchDeliveryReport',
      sinchReport({ status: 'DELIVERED' }),
      { state: 'delivered', status: 'DELIVERED', tolerated: ['/status is written in other capitals'] },
    ],
    [
      'a type in capitals',
      'readBandwidthCallbacks',
      [{ ...bandwidthCallback(), type: 'MESSAGE-FAILED' }],
      { known: true, tolerated: ['/0/type is written in other capitals'] },
    ],
    [
      'a field more',
      'readSinchDeliveryReport',
      sinchReport({ region: 'EU' }),
      { state: 'delivered', tolerated: ['/region is not known here'] },
    ],
    [
      'no code of a failure',
      'readBandwidthCallbacks',
      [{ ...bandwidthCallback({}), type: 'message-failed' }],
      { known: false, code: undefined, state: 'failed', tolerated: ['/0/errorCode is missing'] },
    ],
    [
      'one status for a list',
      'readSinchDeliveryReport',
      sinchBatchReport([], { statuses: { code: 404, status: 'Aborted', count: 1 } }),
      { code: 404, tolerated: ['/statuses is an object, not a list'] },
    ],
    [
      'code and status that contradict',
      'readSinchDeliveryReport',
      sinchReport({ code: 402, status: 'Delivered' }),
      {
        state: 'failed',
        stateSource: 'code',
        status: 'Delivered',
        tolerated: ['the status says delivered, and the code failed'],
      },
    ],
    [
      'no failure by the code, and a failed status',
      'readSinchDeliveryReport',
      sinchReport({ code: 0, status: 'Failed' }),
      { state: 'failed', noFailure: true, tolerated: ['the status says failed, and the code that nothing failed'] },
    ],
    [
      'a recipient and an id as numbers',
      'readSinchDeliveryReport',
      sinchReport({ recipient: 44231235674, batch_id: 7 }),
      {
        recipient: '44231235674',
        messageId: '7',
        tolerated: ['/batch_id is a number, not a string', '/recipient is a number, not a string'],
      },
    ],
    [
      'a recipient as a number that has lost digits',
      'readSinchDeliveryReport',
      sinchReport({ recipient: 2 ** 53 }),
      { recipient: undefined, tolerated: ['/recipient is a number, not a string'] },
    ],
    [
      'a count as text',
      'readSinchDeliveryReport',
      sinchBatchReport([{ code: 402, status: 'Aborted', count: '12' }]),
      { count: 12, tolerated: ['/statuses/0/count is a string, not an integer'] },
    ],
    [
      'a negative count',
      'readSinchDeliveryReport',
      sinchBatchReport([{ code: 402, status: 'Aborted', count: -1 }]),
      { count: 1, tolerated: ['/statuses/0/count is no number of messages'] },
    ],
    [
      'a count with a fraction',
      'readSinchDeliveryReport',
      sinchBatchReport([{ code: 402, status: 'Aborted', count: 1.5 }]),
      {
        count: 1,
        tolerated: ['/statuses/0/count is a number, not an integer', '/statuses/0/count is no number of messages'],
      },
    ],
    [
      'names that would break a line, hide in it, or look like an escape',
      'readSinchDeliveryReport',
      sinchReport({ 'x\n/code is missing': 1, '\u202e\u2028': 2, '\\u{a}': 3, '~/': 4 }),
      {
        tolerated: [
          '/x\\u{a}~1code is missing is not known here',
          '/\\u{202e}\\u{2028} is not known here',
          '/\\u{5c}u{a} is not known here',
          '/~0~1 is not known here',
        ],
      },
    ],
  ])('%s', (_, reader, body, expected) => {
    expect(outcomes(reader, body, ...Object.keys(expected))).toEqual([expected]);
  });

  test('of many odd items five are named', () => {
    const message = { ...Object(bandwidthCallback()['message']), media: Array(1000).fill(1) };
    const [row] = outcomes('readBandwidthCallbacks', [bandwidthCallback({ message })], 'tolerated');
    expect(row?.['tolerated']).toEqual([
      ...[0, 1, 2, 3, 4].map((index) => `/0/message/media/${index} is a number, not a string`),
      '/0/message/media has 995 more such items',
    ]);
  });

  test('an odd recipient is remarked on once, with itself', () => {
    const status = { code: 402, status: 'Aborted', count: 4, recipients: [1, '+2', null] };
    const rows = outcomes('readSinchDeliveryReport', sinchBatchReport([status]), 'recipient', 'count', 'tolerated');
    const counted = '/statuses/0 counts 4, not its recipients';
    expect(rows).toEqual([
      { recipient: '1', count: 1, tolerated: [counted, '/statuses/0/recipients/0 is a number, not a string'] },
      { recipient: '+2', count: 1, tolerated: [counted] },
      { recipient: undefined, count: 1, tolerated: [counted, '/statuses/0/recipients/2 is null, not a string'] },
      { recipient: undefined, count: 1, tolerated: [counted] },
    ]);
    const many = { ...status, recipients: Array(900).fill(1) };
    const big = sms.readSinchDeliveryReport(sinchBatchReport([many]));
    expect(JSON.stringify(big.ok && big.outcomes.map(({ tolerated }) => tolerated)).length).toBeLessThan(900 * 120);
  });

  test('a bad element never hides its neighbours', () => {
    const body = [
      bandwidthCallback(),
      7,
      null,
      { type: 'message-failed', errorCode: {} },
      bandwidthCallback({ errorCode: 4775 }),
    ];
    const rows = outcomes('readBandwidthCallbacks', body, 'known', 'state', 'pointer', 'tolerated');
    expect(rows.map(({ known }) => known)).toEqual([true, false, false, false, true]);
    expect(rows[1]).toEqual({
      known: false,
      state: 'unknown',
      pointer: '/1',
      tolerated: ['/1 is a number, not an object'],
    });
    const statuses = [{ code: 402, status: 'Aborted', count: 1 }, 'x', { code: 404, status: 'Aborted', count: 1 }];
    expect(outcomes('readSinchDeliveryReport', sinchBatchReport(statuses), 'code', 'messageId', 'tolerated')).toEqual([
      { code: 402, messageId: '01FC66621XXXXX119Z8PMV1QPQ', tolerated: [] },
      {
        code: undefined,
        messageId: '01FC66621XXXXX119Z8PMV1QPQ',
        tolerated: ['/statuses/1 is a string, not an object'],
      },
      { code: 404, messageId: '01FC66621XXXXX119Z8PMV1QPQ', tolerated: [] },
    ]);
  });
});

describe('a bad element of a list', () => {
  test('is an unknown outcome that says what is wrong, with what can be read of it', () => {
    const { type: _, ...typeless } = bandwidthCallback();
    const fields = ['known', 'code', 'state', 'recipient', 'messageId', 'pointer', 'tolerated'];
    const nothing = { known: false, code: undefined, state: 'unknown' };
    expect(outcomes('readBandwidthCallbacks', [bandwidthCallback({}), typeless, 'x'], ...fields).slice(1)).toEqual([
      {
        ...nothing,
        recipient: '+52345678903',
        messageId: '14762070468292kw2fuqty55yp2b2',
        pointer: '/1',
        tolerated: [
          '/1 is none of: BandwidthMessageCallback, BandwidthMessageSearchResponse; it has no field type, messages, totalCount, pageInfo',
        ],
      },
      {
        ...nothing,
        recipient: undefined,
        messageId: undefined,
        pointer: '/2',
        tolerated: ['/2 is a string, not an object'],
      },
    ]);
  });

  test('where all are bad, the list holds no payload; in a payload, all are unknown outcomes', () => {
    const inbound = { ...bandwidthCallback(), type: 'message-received' };
    expect(sms.readBandwidthCallbacks([inbound, 7])).toEqual({
      ok: false,
      problems: [
        {
          pointer: '/0/type',
          message: 'has a value of none of: BandwidthMessageCallback, BandwidthMessageSearchResponse',
        },
        { pointer: '/1', message: 'is a number, not an object' },
      ],
    });
    expect(outcomes('readSinchDeliveryReport', sinchBatchReport([7, null]), 'known', 'messageId', 'tolerated')).toEqual(
      [
        {
          known: false,
          messageId: '01FC66621XXXXX119Z8PMV1QPQ',
          tolerated: ['/statuses/0 is a number, not an object'],
        },
        { known: false, messageId: '01FC66621XXXXX119Z8PMV1QPQ', tolerated: ['/statuses/1 is null, not an object'] },
      ],
    );
  });

  test('an empty list is read, and says nothing', () => {
    for (const read of Object.values(readers)) expect(read([])).toEqual({ ok: true, payload: [], outcomes: [] });
  });
});

describe('a list that may be absent', () => {
  test.each([{ totalCount: 0 }, { messages: null }, { pageInfo: {}, messages: [] }])('%j has no outcome', (body) => {
    expect(sms.readBandwidthCallbacks(body)).toEqual({ ok: true, payload: body, outcomes: [] });
  });

  test('anything else in its place is refused, and so is the absence of a list that is always there', () => {
    expect(sms.readBandwidthCallbacks({ messages: 'x' })).toEqual({
      ok: false,
      problems: [{ pointer: '/messages', message: 'is a string, not a list' }],
    });
    expect(sms.readSinchDeliveryReport(sinchBatchReport([], { statuses: undefined }))).toEqual({
      ok: false,
      problems: [{ pointer: '/statuses', message: 'is nothing, not a list' }],
    });
  });
});

describe('nothing is guessed', () => {
  const classification = ['known', 'category', 'finality', 'retry', 'action', 'sentence', 'scheme'];
  const nothing = {
    known: false,
    category: undefined,
    finality: undefined,
    retry: undefined,
    action: undefined,
    sentence: undefined,
    scheme: undefined,
  };

  test.each<[string, keyof typeof readers, unknown, string]>([
    ["another product's failure", 'readBandwidthCallbacks', { type: 'message-failed', errorCode: 995 }, 'failed'],
    [
      'a code of mainland China',
      'readAlibabaReceipts',
      alibabaReceipt({ ErrorCode: 'isv.BUSINESS_LIMIT_CONTROL' }),
      'failed',
    ],
    ['success', 'readAlibabaReceipts', alibabaReceipt({ ErrorCode: 'success', Status: '1' }), 'delivered'],
    ['DELIVERED', 'readAlibabaReceipts', alibabaReceipt({ ErrorCode: 'DELIVERED', Status: '1' }), 'delivered'],
    ['an SMPP code', 'readSinchDeliveryReport', sinchReport({ code: 11, status: 'Failed' }), 'failed'],
    ['409', 'readSinchDeliveryReport', sinchReport({ code: 409, status: 'Aborted' }), 'failed'],
    ['a half code', 'readBandwidthCallbacks', [bandwidthCallback({ errorCode: 4432.5 })], 'failed'],
  ])('%s', (_, reader, body, state) => {
    expect(outcomes(reader, body, ...classification, 'state')).toEqual([{ ...nothing, state }]);
  });

  test('receipts and answers of the other Alibaba are none of ours', () => {
    const receipt = { phone_number: '1', success: true, err_code: 'DELIVERED', biz_id: '2' };
    expect(sms.readAlibabaReceipts([receipt])).toMatchObject({ ok: false, problems: [{ pointer: '/0' }] });
    expect(sms.readAlibabaResponse({ Code: 'OK', Message: 'OK', BizId: '1' })).toMatchObject({ ok: false });
  });

  test('an unlisted code of a scheme is told what the scheme says', () => {
    const [row] = outcomes(
      'readBandwidthCallbacks',
      [bandwidthCallback({ errorCode: 4702 })],
      'known',
      'scheme',
      'category',
    );
    expect(row).toMatchObject({
      known: false,
      category: undefined,
      scheme: { prefix: '47', fault: 'customer', reportedBy: 'carrier' },
    });
  });

  test('what is known of one code is never told of another, or of what has none', () => {
    const shape = { provider: 'bandwidth', payloads: [bandwidthMessageCallbackShape], rules: outcomeRules };
    const codes = [4702, 4703, 5000, 1, 0, undefined];
    const body = [...codes.map((errorCode) => bandwidthCallback({ errorCode })), 'bad'];
    const fields = ['code', 'noFailure', 'scheme'];
    // As a whole by a reader that has read nothing yet, and each by one of its own.
    const whole = outcomes(readerOf(shape), body, ...fields);
    const apart = body.slice(0, -1).flatMap((each) => outcomes(readerOf(shape), [each], ...fields));
    expect(whole).toEqual([...apart, { code: undefined, noFailure: false, scheme: undefined }]);
    expect(whole.map(({ code }) => code)).toEqual([...codes, undefined]);
  });

  test('the description decides nothing', () => {
    const of = (description: unknown) =>
      outcomes('readBandwidthCallbacks', [bandwidthCallback({ errorCode: 4432, description })], 'state', 'category');
    expect(of('delivered')).toEqual(of('rejected due to user opt out'));
  });
});

describe('anything at all', () => {
  const hostileValues: readonly unknown[] = [
    undefined,
    null,
    Symbol('x'),
    () => 1,
    10n,
    Number.NaN,
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('get');
        },
        has: () => {
          throw new Error('has');
        },
        ownKeys: () => {
          throw new Error('keys');
        },
        getOwnPropertyDescriptor: () => {
          throw new Error('own');
        },
      },
    ),
    Object.defineProperty({}, 'type', {
      enumerable: true,
      get: () => {
        throw new Error('getter');
      },
    }),
    revoked(),
    [revoked(), revoked()],
    Object.create(null),
    new Map([['type', 'message-failed']]),
  ];

  test.each(Object.entries(readers))('%s never throws', (_, read) => {
    for (const body of [...hostileValues, hostileValues]) expect(typeof read(body).ok).toBe('boolean');
  });

  test('hostile elements hide nobody', () => {
    expect(outcomes('readBandwidthCallbacks', [bandwidthCallback(), ...hostileValues], 'known')).toEqual([
      { known: true },
      ...hostileValues.map(() => ({ known: false })),
    ]);
  });

  test('items that throw hide nobody, on any level', () => {
    const body = throwingAt(1, [bandwidthCallback(), 0, bandwidthCallback()]);
    expect(outcomes('readBandwidthCallbacks', body, 'known', 'pointer')).toEqual([
      { known: true, pointer: '/0' },
      { known: false, pointer: '/1' },
      { known: true, pointer: '/2' },
    ]);
    const recipients = throwingAt(1, ['+1', '', '+3']);
    const statuses = throwingAt(1, [{ code: 402, status: 'Aborted', count: 3, recipients }, 0, revoked()]);
    expect(
      outcomes('readSinchDeliveryReport', sinchBatchReport(statuses), 'recipient', 'pointer', 'tolerated'),
    ).toEqual([
      { recipient: '+1', pointer: '/statuses/0', tolerated: [] },
      { recipient: undefined, pointer: '/statuses/0', tolerated: ['/statuses/0/recipients/1 cannot be read'] },
      { recipient: '+3', pointer: '/statuses/0', tolerated: [] },
      { recipient: undefined, pointer: '/statuses/1', tolerated: ['/statuses/1 cannot be read'] },
      { recipient: undefined, pointer: '/statuses/2', tolerated: ['/statuses/2 cannot be read'] },
    ]);
    const message = { ...Object(bandwidthCallback()['message']), media: throwingAt(0, ['x']) };
    expect(outcomes('readBandwidthCallbacks', [bandwidthCallback({ message })], 'state', 'tolerated')).toEqual([
      { state: 'delivered', tolerated: ['/0/message/media/0 cannot be read'] },
    ]);
  });

  test("a list's own methods are never called", () => {
    const forged = () => [{ ok: true, known: true, tolerated: [] }];
    const own = { map: forged, flatMap: forged, filter: forged, forEach: forged, [Symbol.iterator]: forged };
    const recipients = Object.assign(['+1'], own);
    const statuses = Object.assign([{ code: 402, status: 'Aborted', count: 1, recipients }], own);
    const body = Object.assign([sinchBatchReport(statuses)], own);
    expect(outcomes('readSinchDeliveryReport', body, 'code', 'recipient', 'pointer')).toEqual([
      { code: 402, recipient: '+1', pointer: '/0/statuses/0' },
    ]);
  });

  test('a field that throws is said to, and hides no other', () => {
    const body = [throwingIn('description', bandwidthCallback()), throwingIn('errorCode', bandwidthCallback())];
    const fields = ['known', 'code', 'received', 'state', 'recipient', 'tolerated'];
    expect(outcomes('readBandwidthCallbacks', body, ...fields)).toEqual([
      {
        known: true,
        code: 4432,
        received: 4432,
        state: 'failed',
        recipient: '+52345678903',
        tolerated: ['/0/description cannot be read'],
      },
      {
        known: false,
        code: undefined,
        received: undefined,
        state: 'failed',
        recipient: '+52345678903',
        tolerated: ['/1/errorCode cannot be read', '/1/errorCode is missing'],
      },
    ]);
    const report = throwingIn('recipient', throwingIn('operator', sinchReport({})));
    expect(outcomes('readSinchDeliveryReport', report, 'state', 'recipient', 'tolerated')).toEqual([
      {
        state: 'delivered',
        recipient: undefined,
        tolerated: ['/recipient cannot be read', '/operator cannot be read'],
      },
    ]);
  });

  test('what a body inherits is not its own', () => {
    expect(sms.readSinchDeliveryReport(Object.create(sinchReport({})))).toMatchObject({ ok: false });
    const { code, ...rest } = sinchReport({ code: 402, status: 'Unknown' });
    const report = Object.assign(Object.create({ code }), rest);
    expect(outcomes('readSinchDeliveryReport', report, 'known', 'tolerated')).toEqual([
      { known: false, tolerated: ['/code is missing'] },
    ]);
  });

  test('what outcomes share cannot be changed', () => {
    const read = sms.readSinchDeliveryReport(sinchReport({ code: 402, status: 'Aborted' }));
    const [outcome] = read.ok ? read.outcomes : [];
    expect(() => Array.prototype.push.call(outcome?.entries, 1)).toThrow('object is not extensible');
  });

  test('no method of a body is called', () => {
    // One that throws would not show: readers catch what comes of a body.
    const called = vi.fn();
    const own = {
      toJSON: called,
      toString: called,
      valueOf: called,
      [Symbol.toPrimitive]: called,
      [Symbol('x')]: called,
    };
    for (const body of [
      bandwidthCallback(own),
      sinchReport(own),
      alibabaReceipt(own),
      { ...own, ResponseCode: 'OK' },
    ]) {
      for (const read of Object.values(readers)) read(body);
    }
    const code = sinchReport({ code: own, status: own, recipient: own, batch_id: own });
    expect(outcomes('readSinchDeliveryReport', code, 'known', 'state', 'recipient', 'messageId')).toEqual([
      { known: false, state: 'unknown', recipient: undefined, messageId: undefined },
    ]);
    expect(called).not.toHaveBeenCalled();
  });

  test('many bad items are read, and deep ones refused or named', () => {
    const many = [bandwidthCallback(), ...Array(200_000).fill(0)];
    expect(outcomes('readBandwidthCallbacks', many, 'known')).toHaveLength(200_001);
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [{ message: deep, statuses: deep, type: deep }];
    for (const read of Object.values(readers)) expect(read(deep).ok).toBe(false);
    expect(
      outcomes('readBandwidthCallbacks', [bandwidthCallback({ errorCode: 4432, message: deep })], 'known', 'tolerated'),
    ).toEqual([{ known: true, tolerated: ['/0/message is a list, not an object'] }]);
  });

  test('more recipients than a call takes arguments', () => {
    const recipients = Array(300_000).fill('+1');
    const read = sms.readSinchDeliveryReport(
      sinchBatchReport([{ code: 402, status: 'Aborted', count: recipients.length, recipients }]),
    );
    expect(read.ok && read.outcomes.length).toBe(300_000);
  });

  test('any value, and any value in the place of any field, at any depth', () => {
    const bodies = [
      bandwidthCallback(),
      { totalCount: 1, messages: [{ messageId: '1', messageStatus: 'FAILED', errorCode: 4432, destinationTn: '+1' }] },
      sinchReport({}),
      sinchBatchReport([{ code: 402, status: 'Aborted', count: 1, recipients: ['+1'] }]),
      alibabaReceipt({}),
      { ResponseCode: 'OK', Status: '2', ErrorCode: 'URL_FAILURE', NumberDetail: { Country: 'China' } },
    ];
    // Made when they are read, because fast-check looks at values itself.
    const value = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }).map((any) => () => any),
      fc.constantFrom(...hostileValues.map((any) => () => any)),
    );
    const mutated = fc
      .constantFrom(...bodies.flatMap((body) => pathsIn(body).map((path) => ({ body, path }))))
      .chain(({ body, path }) => value.map((other) => () => replaced(body, path, other())));
    const several = fc.array(mutated).map((made) => () => made.map((make) => make()));
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(fc.oneof(value, mutated, several), (make) => {
        for (const read of Object.values(readers)) {
          const result = read(make());
          if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
          else for (const { known, entries } of result.outcomes) expect(entries.length > 0).toBe(known);
        }
      }),
      { numRuns: 1000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  test('no prototype is polluted, and no body is changed', () => {
    const body = JSON.parse(
      '[{"type":"message-failed","errorCode":4432,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"message":{"__proto__":{"polluted":1}}}]',
    );
    const before = JSON.stringify(body);
    sms.readBandwidthCallbacks(body);
    expect(JSON.stringify(body)).toBe(before);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(
      outcomes(
        'readBandwidthCallbacks',
        JSON.parse('[{"type":"message-failed","errorCode":"__proto__"}]'),
        'known',
        'code',
      ),
    ).toEqual([{ known: false, code: '__proto__' }]);
  });
});

describe('schemas of payloads', () => {
  const ajv = new Ajv2020({ strict: true });
  const schemaOf = (name: string) =>
    ajv.compile(JSON.parse(readFileSync(join(ROOT, `generated/json-schema/${name}.schema.json`), 'utf8')));

  test.each<[string, unknown, unknown]>([
    ['bandwidth-message-callback', bandwidthCallback(), { ...bandwidthCallback(), type: 'message-lost' }],
    [
      'bandwidth-message-search-response',
      { messages: [{ errorCode: 0, carrierName: null }] },
      { messages: [{ errorCode: '0' }] },
    ],
    ['sinch-recipient-delivery-report', sinchReport({}), sinchReport({ code: '402' })],
    [
      'sinch-batch-delivery-report',
      sinchBatchReport([{ code: 402, status: 'Aborted', count: 1 }]),
      sinchBatchReport([{ code: 402 }]),
    ],
    ['alibaba-send-response', { ResponseCode: 'OK', NumberDetail: { Country: 'China' } }, { ResponseCode: 1 }],
    ['alibaba-query-response', { ResponseCode: 'OK', Status: '1' }, { Status: 1 }],
    ['alibaba-receipt', alibabaReceipt({ more: 1 }), { To: '1' }],
  ])('%s accepts its payload and rejects another', (name, good, bad) => {
    const validate = schemaOf(name);
    expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(bad)).toBe(false);
  });
});

/** Where there is something in a body: the names and indexes that lead there. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([step, inner]) => pathsIn(inner).map((path) => [step, ...path]))];
}

/** A copy of a body with something else at the end of a path. */
function replaced(value: unknown, [step, ...rest]: readonly string[], other: unknown): unknown {
  if (step === undefined) return other;
  const inner = replaced(Reflect.get(Object(value), step), rest, other);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === step ? inner : item));
  return { ...Object(value), [step]: inner };
}

/** An object with one field that throws when it is read. */
function throwingIn(name: string, object: Row): Row {
  const get = () => {
    throw new Error(name);
  };
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(object), [name]: { enumerable: true, get } },
  );
}

/** A list with one item that throws when it is read. */
function throwingAt(index: number, items: readonly unknown[] = ['']): unknown[] {
  return Object.defineProperty([...items], index, {
    enumerable: true,
    get: () => {
      throw new Error('index');
    },
  });
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
