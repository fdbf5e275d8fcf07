/** Changes for programs: `changes.schema.json` describes the form. */
import type { Change } from './change.ts';
import type { Gate } from './gate.ts';
import { verdictOf } from './verdict.ts';

export function renderChangesJson(changes: readonly Change[], gate: Gate | undefined): string {
  const release = gate && {
    tag: gate.since.tag,
    version: gate.version,
    needed: gate.needed,
    enough: gate.isEnough,
  };
  return `${JSON.stringify({ bump: verdictOf(changes), release, changes }, undefined, 2)}\n`;
}
