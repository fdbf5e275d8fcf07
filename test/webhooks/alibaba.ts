import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { mayResendUnchanged, readAlibabaReceipts, shouldSuppressRecipient } from 'sms-error-codes';
import { resendLater, suppress } from './actions.ts';

export async function alibabaWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = readAlibabaReceipts(await json(request));
  for (const outcome of read.ok ? read.outcomes : []) {
    if (shouldSuppressRecipient(outcome)) suppress('alibaba', outcome.recipient);
    else if (mayResendUnchanged(outcome)) resendLater('alibaba', outcome.messageId);
  }
  response.writeHead(200).end(JSON.stringify({ code: read.ok ? 0 : 1, msg: read.ok ? 'received' : 'not a receipt' }));
}
