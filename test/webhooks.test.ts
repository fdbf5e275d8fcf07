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

async function post(handler: Handler, body: unknown): Promise<{ status: number; done: string[] }> {
  const server = createServer((request, response) => {
    handler(request, response).catch((problem: Error) => response.writeHead(500).end(problem.message));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  done.length = 0;
  const { port } = server.address() as AddressInfo;
  const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(body) });
  return { status, done: [...done] };
}

test('bandwidth: a person who opted out is suppressed, a carrier failure is sent again', async () => {
  const body = [bandwidthCallback({ errorCode: 4775 }), bandwidthCallback({ errorCode: 5630 }), bandwidthCallback({})];
  expect(await post(bandwidthWebhook, body)).toEqual({
    status: 200,
    done: ['suppress bandwidth +52345678903', 'resend bandwidth 14762070468292kw2fuqty55yp2b2'],
  });
  expect(await post(bandwidthWebhook, { hello: 'world' })).toEqual({ status: 400, done: [] });
});

test('sinch: one recipient, and a batch', async () => {
  expect(await post(sinchWebhook, sinchReport({ code: 404, status: 'Aborted' }))).toEqual({
    status: 200,
    done: ['resend sinch 01FC66621XXXXX119Z8PMV1QPQ'],
  });
  expect((await post(sinchWebhook, sinchBatchReport([{ code: 0, status: 'Delivered', count: 3 }]))).done).toEqual([]);
});

test('alibaba: a number that does not exist', async () => {
  const receipt = { To: '8521234', Status: '2', MessageId: '1', ErrorCode: 'INVALID_NUM' };
  expect(await post(alibabaWebhook, [receipt])).toEqual({ status: 200, done: ['suppress alibaba 8521234'] });
});
