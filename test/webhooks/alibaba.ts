import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { readAlibabaReceipts } from 'sms-error-codes';
import { decide } from './decide.ts';

export async function alibabaWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await json(request).catch(() => undefined);
  const read = readAlibabaReceipts(body);
  if (read.ok) read.outcomes.forEach(decide);
  response.writeHead(200).end(JSON.stringify({ code: read.ok ? 0 : 1, msg: read.ok ? 'received' : 'not a receipt' }));
}
