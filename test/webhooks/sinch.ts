import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { isWorthAnAlert, mayResendUnchanged, readSinchDeliveryReport } from 'sms-error-codes';
import { alertSomebody, resendLater } from './actions.ts';

export async function sinchWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await json(request).catch(() => undefined);
  const read = readSinchDeliveryReport(body);
  for (const outcome of read.ok ? read.outcomes : []) {
    const { provider, messageId, recipient, code, retry } = outcome;
    if (isWorthAnAlert(outcome)) alertSomebody({ provider, messageId, code });
    if (recipient === undefined) continue; // nobody is named, so there is nobody to write to
    if (mayResendUnchanged(outcome)) resendLater({ provider, messageId, recipient, retry });
  }
  response.writeHead(body === undefined ? 400 : 204).end();
}
