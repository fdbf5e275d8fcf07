/** Classification: total, pure, and never a guess. That each listed code has its answer: `targets/typescript.test.ts`. */
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as sms from '../generated/typescript/index.ts';

const catalogs = [
  { entries: sms.sinchDeliveryErrorEntries, classify: sms.classifySinchDeliveryError },
  { entries: sms.bandwidthMessageErrorEntries, classify: sms.classifyBandwidthMessageError },
  { entries: sms.alibabaApiErrorEntries, classify: sms.classifyAlibabaApiError },
  { entries: sms.alibabaReceiptErrorEntries, classify: sms.classifyAlibabaReceiptError },
] as const;

describe('an unlisted code is told what the scheme states, and nothing else', () => {
  test.each([
    [4199, { prefix: '41', fault: 'customer', reportedBy: 'provider', repeatUnchanged: 'no' }],
    [4702, { prefix: '47', fault: 'customer', reportedBy: 'carrier', repeatUnchanged: 'no' }],
    [5299, { prefix: '52', fault: 'provider', reportedBy: 'provider', repeatUnchanged: 'yes' }],
    [5699, { prefix: '56', fault: 'carrier', reportedBy: 'carrier', repeatUnchanged: 'once', retry: 'once' }],
    [9000, { prefix: '9', fault: 'unknown' }],
    // Second digits that the scheme does not have: what the first one says alone.
    [4999, { prefix: '4', fault: 'customer', repeatUnchanged: 'no' }],
    [5950, { prefix: '5' }],
  ])('%i', (code, { prefix, ...axes }) => {
    const answer = sms.classifyBandwidthMessageError(code);
    expect(answer.known).toBe(false);
    const { title, stated, ...scheme } = (!answer.known && answer.scheme) || { title: '', stated: {} };
    expect(title).not.toBe('');
    expect(scheme).toEqual({ prefix, ...axes });
    expect(Object.keys(stated)).toEqual(Object.keys(axes));
  });

  test.each([0, 6000, 995, 41990, -4199, 4199.5, '4199', Number.NaN, Number.POSITIVE_INFINITY, 1e21, undefined])(
    '%s looks like no code',
    (code) => {
      expect(sms.classifyBandwidthMessageError(code)).toEqual({ known: false, code, scheme: undefined });
    },
  );

  test('a document without a scheme says nothing', () => {
    for (const code of [0, 409, 450, 499, 11, '402']) {
      expect(sms.classifySinchDeliveryError(code)).toStrictEqual({ known: false, code });
    }
    for (const code of ['isv.BUSINESS_LIMIT_CONTROL', 'isv.', 'success', 'DELIVERED', 'ok', 20]) {
      expect(sms.classifyAlibabaApiError(code)).toStrictEqual({ known: false, code });
      expect(sms.classifyAlibabaReceiptError(code)).toStrictEqual({ known: false, code });
    }
  });
});

test('anything can be asked, and nothing is thrown', () => {
  const hostile = [
    Symbol('x'),
    Object.create(null),
    new Proxy({}, { get: () => fail('get') }),
    { toString: () => fail('toString'), valueOf: () => fail('valueOf') },
  ];
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.constantFrom(...hostile)), (code) => {
      for (const { classify, entries } of catalogs) {
        const { known } = classify(code);
        expect(known).toBe(entries.some((entry) => entry.code === code));
      }
    }),
  );
  expect(sms.classify({ provider: '__proto__', catalog: 'constructor', code: 1 } as never)).toEqual({
    known: false,
    code: 1,
  });
});

test('no query, and one that throws, are answered as unknown', () => {
  const throwing = new Proxy({}, { get: () => fail('get') });
  for (const query of [null, undefined, 1, throwing]) {
    expect(sms.classify(query as never)).toEqual({ known: false, code: undefined });
  }
});

function fail(name: string): never {
  throw new Error(name);
}

describe('predicates', () => {
  const all = sms.everyEntry.map(({ entry }) => entry);

  test('opted out, blocked, invalid and unreachable are four things', () => {
    const four = [sms.isOptedOut, sms.isRecipientBlocked, sms.isRecipientInvalid, sms.isRecipientUnreachable];
    for (const entry of all) expect(four.filter((holds) => holds(entry)).length).toBeLessThan(2);
    expect(four.map((holds) => all.filter(holds).length)).toEqual([1, 3, 5, 2]);
  });

  test('nine rows propose to stop using a number', () => {
    expect(all.filter(sms.shouldSuppressRecipient)).toHaveLength(9);
  });

  test('sending again is one of three', () => {
    const three = [sms.mayResendUnchanged, sms.mustFixFirst, sms.mustNotResend];
    for (const entry of all) {
      expect(three.filter((holds) => holds(entry)).length).toBe(entry.retry === 'not-applicable' ? 0 : 1);
    }
  });

  test('what has no such axis is answered with no', () => {
    expect(sms.isFinal({})).toBe(false);
    expect(sms.isFinal({ finality: undefined })).toBe(false);
  });
});

test('answers are typed by provider and catalog', () => {
  const answer = sms.classify({ provider: 'alibaba', catalog: 'api', code: 'OK' });
  if (answer.known) answer.entries satisfies readonly sms.AlibabaApiError[];
  const other = sms.classifyBandwidthMessageError(4775);
  if (other.known && other.code === sms.BandwidthMessageErrorCode.CarrierRejectedDueToUserOptOut) {
    other.entry.category satisfies 'opted-out';
  }
  // @ts-expect-error The catalog is another provider's.
  sms.classify({ provider: 'sinch', catalog: 'api', code: 1 });
  expect(answer.known && other.known).toBe(true);
});

test('several providers or catalogs at once give the answers of each', () => {
  const query = { provider: 'sinch' as sms.ProviderId, catalog: 'delivery-report' as sms.CatalogId, code: 402 };
  const answer = sms.classify(query);
  type Each = ReturnType<(typeof catalogs)[number]['classify']>;
  expectTypeOf(answer).not.toBeNever();
  expectTypeOf(answer).toExtend<Each>();
  expectTypeOf<Each>().toExtend<typeof answer>();
  expect(answer.known).toBe(true);

  const one = sms.classify({ provider: 'sinch', catalog: 'delivery-report', code: 402 });
  expectTypeOf(one).toEqualTypeOf<ReturnType<typeof sms.classifySinchDeliveryError>>();
});
