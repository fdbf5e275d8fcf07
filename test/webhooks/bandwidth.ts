import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { isOptedOut, mayResendUnchanged, readBandwidthCallbacks } from 'sms-error-codes';
import { resendLater, stopSending } from './actions.ts';

export async function bandwidthWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await json(request).catch(() => undefined);
  const read = readBandwidthCallbacks(body);
  for (const outcome of read.ok ? read.outcomes : []) {
    const { provider, messageId, recipient, retry } = outcome;
    if (recipient === undefined) continue; // nobody is named, so there is nobody to act on
    if (isOptedOut(outcome)) stopSending({ provider, messageId, recipient });
    else if (mayResendUnchanged(outcome)) resendLater({ provider, messageId, recipient, retry });
  }
  response.writeHead(body === undefined ? 400 : 204).end();
}
