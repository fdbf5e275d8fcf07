/** What a run leaves only when it is stopped: its lock, and files that are not yet in their place. */
import { randomUUID } from 'node:crypto';

export const LOCK = '.sms-error-codes.lock';

export function isLeftover(name: string): boolean {
  return name === LOCK || /^\.sms-error-codes-[\da-f-]{36}\.tmp$/.test(name);
}

/** New to every folder, so that no two runs meet and no link is followed. */
export function temporaryName(): string {
  return `.sms-error-codes-${randomUUID()}.tmp`;
}
