import { type AnyOutcome, isWorthAnAlert, mayResendUnchanged, shouldSuppressRecipient } from 'sms-error-codes';
import { alertSomebody, logUnlisted, resendLater, stopSending } from './actions.ts';

export function decide(outcome: AnyOutcome): void {
  const { provider, messageId, recipient, code, retry } = outcome;
  if (!outcome.known && outcome.state === 'failed') logUnlisted({ provider, messageId, code }); // a delivered one has no code
  if (isWorthAnAlert(outcome)) alertSomebody({ provider, messageId, code });
  if (recipient === undefined) return; // nobody is named, so there is nobody to act on
  if (shouldSuppressRecipient(outcome)) stopSending({ provider, messageId, recipient });
  else if (mayResendUnchanged(outcome)) resendLater({ provider, messageId, recipient, retry });
}
