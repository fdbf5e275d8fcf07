/** What a service does on an outcome: here it only remembers that it was asked to. */

export const done: string[] = [];

export function suppress(provider: string, recipient: string | undefined): void {
  done.push(`suppress ${provider} ${recipient}`);
}

export function resendLater(provider: string, messageId: string | undefined): void {
  done.push(`resend ${provider} ${messageId}`);
}
