import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { readBandwidthCallbacks } from 'sms-error-codes';
import { decide } from './decide.ts';

export async function bandwidthWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await json(request).catch(() => undefined);
  const read = readBandwidthCallbacks(body);
  if (read.ok) read.outcomes.forEach(decide);
  response.writeHead(body === undefined ? 400 : 204).end(); // what is refused is sent again, so all else is taken
}
