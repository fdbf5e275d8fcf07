/** The files in which anything can be wrong. */
import { posix } from 'node:path';
import { once } from '../../memory.ts';
import type { RenderedFile } from '../../targets/render.ts';
import type { Reading } from '../read-back.ts';
import type { Compiler } from './program.ts';

/** What looks like the path of a neighbour. It may be no import: then a file too many is read. */
const NEIGHBOUR = /["'`](?<path>\.{1,2}\/[^"'`\s]+)["'`]/g;

/**
 * Those that are due, and those that import one whose declarations are new, be it by way of others. What a file declares
 * can be told from its own text, because `isolatedDeclarations` is on, and is all of it that others see. They come in one
 * order, whichever they are, so that the first problem is the same one.
 */
export function suspectsAmong(
  { files, due, verifiedText, memory }: Reading,
  compiler: Compiler,
): readonly RenderedFile[] {
  if (files.every((file) => due.has(file))) return files;
  const declarationsOf = (text: string) => memory.of(declaringBy(compiler), text);
  const imports = files.map((file) => ({ file, paths: importedBy(file) }));
  const importersOf = (path: string) => imports.filter(({ paths }) => paths.has(path)).map(({ file }) => file);
  const isDeclaringAnew = ({ path, text }: RenderedFile) => {
    const before = verifiedText(path);
    return before === undefined || declarationsOf(before) !== declarationsOf(text);
  };
  const importing = new Set<RenderedFile>();
  for (const file of due) {
    const importers = importersOf(file.path);
    if (importers.length > 0 && isDeclaringAnew(file)) for (const importer of importers) importing.add(importer);
  }
  // A set goes on to what is added while it is gone through.
  for (const { path } of importing) for (const importer of importersOf(path)) importing.add(importer);
  return files.filter((file) => due.has(file) || importing.has(file));
}

function importedBy({ path, text }: RenderedFile): Set<string> {
  const folder = posix.dirname(path);
  const specifiers = [...text.matchAll(NEIGHBOUR)].map(({ groups }) => groups?.['path'] ?? '');
  return new Set(specifiers.map((specifier) => posix.join(folder, specifier).replace(/js(?=x?$)/, 'ts')));
}

const declaringBy = once(({ transpileDeclaration }: Compiler) => (text: string): string => {
  const compilerOptions = { isolatedDeclarations: true, removeComments: true };
  return transpileDeclaration(text, { compilerOptions }).outputText;
});
