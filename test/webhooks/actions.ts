/** What a service does on an outcome: here it only remembers that it was asked to. */

/** One recipient of one message; the service's own record of the message tells its sender. */
export interface Delivery {
  readonly provider: string;
  readonly messageId: string | undefined;
  readonly recipient: string;
}

export interface Resend extends Delivery {
  /** How often, and when. A service counts its tries. */
  readonly retry: string | undefined;
}

export interface Problem {
  readonly provider: string;
  readonly messageId: string | undefined;
  readonly code: unknown;
}

export const done: string[] = [];

/** From the sender of this message, by this provider, to this recipient; other senders are another matter. */
export function stopSending({ provider, messageId, recipient }: Delivery): void {
  done.push(`stop ${provider} ${messageId} ${recipient}`);
}

/** To this recipient alone. */
export function resendLater({ provider, messageId, recipient, retry }: Resend): void {
  done.push(`resend ${provider} ${messageId} ${recipient} ${retry}`);
}

/** For somebody to look up: every predicate says no of such a code, so that nothing else is done. */
export function logUnlisted({ provider, messageId, code }: Problem): void {
  done.push(`log ${provider} ${messageId} ${code}`);
}

/** Whoever looks after the account; a report of a batch names no recipient. */
export function alertSomebody({ provider, messageId, code }: Problem): void {
  done.push(`alert ${provider} ${messageId} ${code}`);
}
