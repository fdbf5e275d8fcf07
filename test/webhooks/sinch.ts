import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { mayResendUnchanged, readSinchDeliveryReport, shouldSuppressRecipient } from 'sms-error-codes';
import { resendLater, suppress } from './actions.ts';

export async function sinchWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = readSinchDeliveryReport(await json(request));
  for (const outcome of read.ok ? read.outcomes : []) {
    if (shouldSuppressRecipient(outcome)) suppress('sinch', outcome.recipient);
    else if (mayResendUnchanged(outcome)) resendLater('sinch', outcome.messageId);
  }
  response.writeHead(read.ok ? 200 : 400).end();
}
