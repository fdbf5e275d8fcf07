/** The handlers that the README shows, behind a real HTTP server, with bodies as the providers send them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { bandwidthCallback, sinchBatchReport, sinchReport } from './support/payloads.ts';
import { done } from './webhooks/actions.ts';
import { alibabaWebhook } from './webhooks/alibaba.ts';
import { bandwidthWebhook } from './webhooks/bandwidth.ts';
import { sinchWebhook } from './webhooks/sinch.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function post(
  handler: Handler,
  body: unknown,
  text = JSON.stringify(body),
): Promise<{ status: number; done: string[] }> {
  const server = createServer((request, response) => {
    void handler(request, response);
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  done.length = 0;
  const { port } = server.address() as AddressInfo;
  const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: text });
  return { status, done: [...done] };
}

const MESSAGE = '14762070468292kw2fuqty55yp2b2';
const BATCH = '01FC66621XXXXX119Z8PMV1QPQ';

test('bandwidth: nobody writes again to a person who opted out, a carrier failure is sent again', async () => {
  const body = [bandwidthCallback({ errorCode: 4775 }), bandwidthCallback({ errorCode: 5630 }), bandwidthCallback({})];
  expect(await post(bandwidthWebhook, body)).toEqual({
    status: 204,
    done: [`stop bandwidth ${MESSAGE} +52345678903`, `resend bandwidth ${MESSAGE} +52345678903 once`],
  });
});

test('bandwidth: a failure whose code is not listed is neither acted on nor forgotten', async () => {
  const { done: asked } = await post(bandwidthWebhook, [bandwidthCallback({ errorCode: 4988 }), bandwidthCallback({})]);
  expect(asked).toEqual([`log bandwidth ${MESSAGE} 4988`]);
});

test('sinch: one recipient', async () => {
  const { status, done: asked } = await post(sinchWebhook, sinchReport({ code: 404, status: 'Aborted' }));
  expect(status).toBe(204);
  expect(asked).toEqual([expect.stringMatching(new RegExp(`^resend sinch ${BATCH} \\+?\\d+ backoff$`))]);
});

test('sinch: of a batch, only the recipients that failed are written to again', async () => {
  const delivered = { code: 0, status: 'Delivered', count: 1000 };
  const failed = { code: 404, status: 'Aborted', count: 2, recipients: ['15551231234', '15551256344'] };
  const { done: asked } = await post(sinchWebhook, sinchBatchReport([delivered, failed]));
  expect(asked).toEqual([`resend sinch ${BATCH} 15551231234 backoff`, `resend sinch ${BATCH} 15551256344 backoff`]);
});

test('sinch: an account that is blocked concerns somebody, whoever was written to', async () => {
  const { done: asked } = await post(sinchWebhook, sinchBatchReport([{ code: 413, status: 'Aborted', count: 2 }]));
  expect(asked).toEqual([`alert sinch ${BATCH} 413`]);
});

test('sinch: a summary that names nobody asks for nothing', async () => {
  const { done: asked } = await post(sinchWebhook, sinchBatchReport([{ code: 404, status: 'Aborted', count: 2 }]));
  expect(asked).toEqual([]);
});

test('alibaba: a number that does not exist', async () => {
  const receipt = { To: '8521234', Status: '2', MessageId: '1', ErrorCode: 'INVALID_NUM' };
  expect(await post(alibabaWebhook, [receipt])).toEqual({ status: 200, done: ['stop alibaba 1 8521234'] });
});

test.each([bandwidthWebhook, sinchWebhook])(
  'what is no delivery report is taken, and no JSON is refused',
  async (handler) => {
    expect(await post(handler, { hello: 'world' })).toEqual({ status: 204, done: [] });
    expect(await post(handler, undefined, '{')).toEqual({ status: 400, done: [] });
  },
);
