import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { isOptedOut, mayResendUnchanged, readBandwidthCallbacks } from 'sms-error-codes';
import { resendLater, suppress } from './actions.ts';

export async function bandwidthWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = readBandwidthCallbacks(await json(request));
  for (const outcome of read.ok ? read.outcomes : []) {
    if (isOptedOut(outcome)) suppress('bandwidth', outcome.recipient);
    else if (mayResendUnchanged(outcome)) resendLater('bandwidth', outcome.messageId);
  }
  response.writeHead(read.ok ? 200 : 400).end();
}
