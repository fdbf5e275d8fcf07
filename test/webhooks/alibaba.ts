import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { mayResendUnchanged, readAlibabaReceipts, shouldSuppressRecipient } from 'sms-error-codes';
import { resendLater, stopSending } from './actions.ts';

export async function alibabaWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await json(request).catch(() => undefined);
  const read = readAlibabaReceipts(body);
  for (const outcome of read.ok ? read.outcomes : []) {
    const { provider, messageId, recipient, retry } = outcome;
    if (recipient === undefined) continue; // nobody is named, so there is nobody to act on
    if (shouldSuppressRecipient(outcome)) stopSending({ provider, messageId, recipient });
    else if (mayResendUnchanged(outcome)) resendLater({ provider, messageId, recipient, retry });
  }
  response.writeHead(200).end(JSON.stringify({ code: read.ok ? 0 : 1, msg: read.ok ? 'received' : 'not a receipt' }));
}
