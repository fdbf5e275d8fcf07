import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { readSinchDeliveryReport } from 'sms-error-codes';
import { decide } from './decide.ts';

export async function sinchWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await json(request).catch(() => undefined);
  const read = readSinchDeliveryReport(body);
  if (read.ok) read.outcomes.forEach(decide);
  response.writeHead(body === undefined ? 400 : 204).end(); // what is refused is sent again, so all else is taken
}
