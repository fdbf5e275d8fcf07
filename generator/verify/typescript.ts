/** Reads TypeScript back: rows and words from its tokens; and from a compiler what it would see otherwise than before. */
import { once } from '../memory.ts';
import type { RenderedFile } from '../targets/render.ts';
import { mismatch } from './mismatch.ts';
import type { ReadBack } from './read-back.ts';
import { problemsOfCompiling } from './typescript/compile.ts';
import { problemOfComments } from './typescript/doc-comments.ts';
import { hasMembers } from './typescript/members.ts';
import { seenIn } from './typescript/seen.ts';
import { rowsIn, type Table, tableOf, typesOf } from './typescript/table.ts';

export const readBackTypeScript: ReadBack = (reading) => {
  const { files, due, registry, verifiedText } = reading;
  const tables = once((file: RenderedFile) => tableOf(file, registry.axes));
  const isSeenAnew = (file: RenderedFile) => {
    const before = verifiedText(file.path);
    return before === undefined || isOtherwise(file, before, tables(file));
  };
  // The text of an enum may be as it was where the Registry is not; and rows name its members, not their values.
  const anew = new Set(files.filter((file) => (due.has(file) && isSeenAnew(file)) || !hasMembers(file)));
  const problems = anew.size === 0 ? [] : problemsOfCompiling({ ...reading, due: anew }, tables);
  if (problems.length > 0) return problems;
  return files.flatMap((file) => {
    const [catalog] = file.catalogs;
    if (!due.has(file) || catalog === undefined) return [];
    const problem = tables(file)?.difference ?? problemOfComments(file, catalog);
    return problem === undefined ? [] : [mismatch(file, problem)];
  });
};

/** Whether a compiler sees more of the change than other words, and other values where its types admit any. */
function isOtherwise({ text, target: { language } }: RenderedFile, before: string, table: Table | undefined): boolean {
  if (table === undefined) return seenIn(before, [], new Set()) !== seenIn(text, [], new Set());
  const { catalog, rows } = table;
  const open = new Set(Object.keys(typesOf(catalog, language)));
  return seenIn(before, rowsIn(before, catalog, language), open) !== seenIn(text, rows, open);
}
