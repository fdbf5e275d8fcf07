/** Changes of a text by offsets: everything that no edit names stays byte for byte. */

/** Of a text, by offsets. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

export interface Edit extends Part {
  readonly text: string;
}

export function replace({ start, end }: Part, text: string): Edit {
  return { start, end, text };
}

export function insert(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** The same parts in their order; those that touch or overlap are one. */
export function joined(parts: readonly Part[]): Part[] {
  const runs: Part[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (last === undefined || part.start > last.end) runs.push(part);
    else runs[runs.length - 1] = { start: last.start, end: Math.max(last.end, part.end) };
  }
  return runs;
}

/** Those that change nothing inside of what these parts of the text are. */
export function outside<T extends Part>(edits: readonly T[], parts: readonly Part[]): T[] {
  const isInside = ({ start, end }: T) =>
    parts.some((part) => part.start < part.end && start >= part.start && end <= part.end);
  return edits.filter((edit) => !isInside(edit));
}

/** What becomes of a part of a text. Edits do not overlap; those at one place follow each other in their order. */
export function applyEdits(
  text: string,
  edits: readonly Edit[],
  { start, end }: Part = { start: 0, end: text.length },
): string {
  const inside = edits.filter((edit) => edit.start >= start && edit.end <= end);
  let done = start;
  let result = '';
  for (const edit of inside.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done) throw new Error(`two edits at offset ${edit.start}`);
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done, end);
}
