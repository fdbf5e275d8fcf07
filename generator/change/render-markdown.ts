/** Changes as a fragment of release notes: what breaks, what is new, what else changed, and what to write instead. */
import { visible } from '../diagnostic/quote.ts';
import { type Change, labelOf } from './change.ts';
import type { Level } from './kinds.ts';
import { LEVELS } from './verdict.ts';

const titles: Record<Level, string> = { breaking: 'Breaking', risky: 'Added', safe: 'Changed' };

export function renderChangesMarkdown(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No changes.\n';
  const parts = LEVELS.flatMap((level) => {
    const items = changes.filter((change) => change.level === level).map(itemOf);
    return items.length === 0 ? [] : [`### ${titles[level]}\n\n${items.join('\n')}\n`];
  });
  return [...parts, ...migrationOf(changes)].join('\n');
}

function itemOf({ message, reason, ...subject }: Change): string {
  const label = labelOf(subject);
  const why = reason === undefined ? '' : ` (${escaped(reason)})`;
  return `- ${label === '' ? '' : `**${escaped(label)}**: `}${escaped(message)}${why}`;
}

/** One row for each thing that a user has to write otherwise, now or before the next major version. */
function migrationOf(changes: readonly Change[]): string[] {
  const rows = changes
    .filter(({ level, id }) => level === 'breaking' || id === 'deprecated')
    .map((change) => [labelOf(change), ...migratedIn(change), change.reason].map(cell));
  if (rows.length === 0) return [];
  const table = [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return [`### Migration\n\n${table.join('\n')}\n`];
}

const HEAD = ['Where', 'What', 'Change', 'Before', 'Now', 'Why'];

/** What, how, before and now. Of a code that goes, the code to use in its place. */
function migratedIn({ id, code, key, field, before, after, replacement }: Change): unknown[] {
  const row = key === undefined ? [code] : Object.values(key);
  if (id === 'code-removed' || id === 'deprecated') return [row.join(' '), id, before, replacement];
  return [[...row, field].filter((part) => part !== undefined).join(' '), id, before, after];
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Text of others as text: nothing in it is mark-up, and nothing ends a cell or a line. */
function escaped(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>#+!|&~@]/g, '\\$&');
}
