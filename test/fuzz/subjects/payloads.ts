/** Payloads: the generated readers on any JSON and on values that no JSON has, and the bodies that `read` finds in a stream. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as sms from '../../../generated/typescript/index.ts';
import { compile } from '../../../generator/compile.ts';
import { bodiesIn, type Part } from '../../../generator/read/bodies.ts';
import { readBody } from '../../../generator/read/read-body.ts';
import { readersOf } from '../../../generator/read/readers.ts';
import { renderSummary } from '../../../generator/read/summary.ts';
import { Tally } from '../../../generator/read/tally.ts';
import { alibabaReceipt, bandwidthCallback, sinchBatchReport, sinchReport } from '../../support/payloads.ts';
import { ROOT } from '../../support/workspace.ts';
import type { Subject } from '../fuzz.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const sources = readdirSync(join(ROOT, 'spec'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ path: name, text: read(`spec/${name}`) }));
const { value: registry } = compile(sources, []);
if (registry === undefined) throw new Error('the specs are wrong');

const ajv = new Ajv2020({ strict: true });
const schemas = (...names: readonly string[]): ValidateFunction[] =>
  names.map((name) => ajv.compile(JSON.parse(read(`generated/json-schema/${name}.schema.json`))));

/** The readers of the library, each with those of the command and with the schemas of its payloads. */
const providers = [
  {
    id: 'sinch',
    readers: [sms.readSinchDeliveryReport],
    schemas: schemas('sinch-recipient-delivery-report', 'sinch-batch-delivery-report'),
  },
  {
    id: 'bandwidth',
    readers: [sms.readBandwidthCallbacks],
    schemas: schemas('bandwidth-message-callback', 'bandwidth-message-search-response'),
  },
  {
    id: 'alibaba',
    readers: [sms.readAlibabaReceipts, sms.readAlibabaResponse],
    schemas: schemas('alibaba-receipt', 'alibaba-send-response', 'alibaba-query-response'),
  },
].map((one) => {
  const provider = registry.providers.find(({ id }) => id === one.id);
  if (provider === undefined) throw new Error(`there is no ${one.id}`);
  return { ...one, provider, own: readersOf(provider, registry) };
});

const SEEDS = [
  [bandwidthCallback()],
  { totalCount: 1, messages: [{ messageId: '1', messageStatus: 'FAILED', errorCode: 4432, destinationTn: '+1' }] },
  sinchReport({ code: 402, status: 'Aborted' }),
  sinchBatchReport([{ code: 402, status: 'Aborted', count: 1, recipients: ['+1'] }]),
  [alibabaReceipt({}), alibabaReceipt({ ErrorCode: 'x' })],
  { ResponseCode: 'OK', Status: '2', ErrorCode: 'URL_FAILURE', NumberDetail: { Country: 'China' } },
];

const words = [
  ...new Set(JSON.stringify(SEEDS).match(/"\w+":?|[[\]{},]|\d+/g)),
  ...[
    'null',
    'true',
    '-1',
    '1e400',
    '0.1',
    '"4432"',
    '"__proto__":',
    '"\\u0000"',
    '"\\ud800"',
    '{}',
    '[]',
    '\n',
    '\r\n',
    '"throws":',
    '"sparse":',
  ],
];

export const payload: Subject = {
  few: 1000,
  words,
  seeds: SEEDS.map((body) => Buffer.from(JSON.stringify(body))),
  async judge(input) {
    const parts = await partsOf([input]);
    // Wherever the stream is cut, it says the same.
    assert.deepEqual(await partsOf(Array.from(input, (byte) => Uint8Array.of(byte))), parts);
    return parts
      .map((part) => `${part.line}: ${'problem' in part ? part.problem : readings(part.body).join(', ')}`)
      .join('\n');
  },
};

export const stream: Subject = {
  ...payload,
  seeds: [undefined, 2].map((indent) =>
    Buffer.from(SEEDS.map((body) => JSON.stringify(body, undefined, indent)).join('\n')),
  ),
};

async function partsOf(pieces: readonly Uint8Array[]): Promise<Part[]> {
  async function* input() {
    yield* pieces;
  }
  const parts: Part[] = [];
  for await (const found of bodiesIn(input())) parts.push(...found);
  return parts;
}

/** What each provider makes of a body: as the library has it, as the command has it, and as the schemas have it. */
function readings(body: unknown): string[] {
  const before = JSON.stringify(body);
  const told = providers.map(({ id, readers, own, provider, schemas: known }) => {
    const results = readers.map((reader) => plain(reader(body)));
    assert.deepEqual(
      results,
      own.map((reader) => plain(reader(body))),
    );
    const best = readBody(body, own);
    const tally = new Tally(undefined);
    if (best.ok) for (const outcome of best.outcomes) tally.add(outcome);
    renderSummary(tally, { lines: 1, bad: 0 }, provider, registry?.axes ?? []);
    const remarks = best.ok ? best.outcomes.flatMap(({ tolerated }) => tolerated) : [];
    const isDeclared = known.some((validate) => validate(body));
    const isTaken =
      best.ok && best.outcomes.length > 0 && remarks.every((remark) => remark.endsWith(' is not known here'));
    if (isTaken && !Array.isArray(body))
      assert.ok(isDeclared, `the schemas of ${id} refuse what its readers have nothing to say of`);
    for (const reader of readers) reader(hostile(body));
    return best.ok ? `${id} ${best.outcomes.length} (${remarks.length} remarks)` : '';
  });
  assert.equal(JSON.stringify(body), before);
  const spoken = told.filter((words) => words !== '');
  return spoken.length > 0 ? spoken : ['nobody'];
}

function plain(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result));
}

/** The same body, with things that no JSON can hold where its keys ask for them. */
function hostile(value: unknown): unknown {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' ? BigInt(Number.isFinite(value) ? Math.trunc(value) : 0) : value;
  const copy: object = Array.isArray(value) ? [] : Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    if (key === 'sparse') Reflect.set(copy, '3', item);
    else if (key === 'throws' || (typeof item === 'string' && item.length % 5 === 0))
      Object.defineProperty(copy, key, { enumerable: true, get: thrower });
    else Reflect.set(copy, key, hostile(item));
  }
  return copy;
}

function thrower(): never {
  throw new Error('read');
}
