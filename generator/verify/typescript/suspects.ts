/** The files in which anything can be wrong. */
import { posix } from 'node:path';
import type { RenderedFile } from '../../targets/render.ts';
import type { Reading } from '../read-back.ts';
import type { Compiler } from './program.ts';

/** What stands behind an import or an export, be it of a type alone. */
const IMPORTED = /\b(?:from |import |import\()["'](?<path>\.[^"'\n]+)["']/g;

/**
 * Those that are due, and those that import one whose declarations are new, be it by way of others. What a file declares
 * can be told from its own text, because `isolatedDeclarations` is on, and is all of it that others see. They come in one
 * order, whichever they are, so that the first problem is the same one.
 */
export function suspectsAmong({ files, due, verifiedText }: Reading, compiler: Compiler): RenderedFile[] {
  if (files.every((file) => due.has(file))) return [...files];
  const declaring = files.filter((file) => {
    const before = due.has(file) ? verifiedText(file.path) : file.text;
    return before !== file.text && declarationsOf(before ?? '', compiler) !== declarationsOf(file.text, compiler);
  });
  const importing = new Set(declaring.map(({ path }) => path));
  const imports = files.map((file) => ({ file, paths: importedBy(file) }));
  // A set goes on to what is added while it is gone through.
  for (const path of importing) {
    for (const { file, paths } of imports) if (paths.has(path)) importing.add(file.path);
  }
  return files.filter((file) => due.has(file) || importing.has(file.path));
}

function importedBy({ path, text }: RenderedFile): Set<string> {
  const folder = posix.dirname(path);
  const specifiers = [...text.matchAll(IMPORTED)].map(({ groups }) => groups?.['path'] ?? '');
  return new Set(specifiers.map((specifier) => posix.join(folder, specifier).replace(/\.js$/, '.ts')));
}

function declarationsOf(text: string, { transpileDeclaration }: Compiler): string {
  const compilerOptions = { isolatedDeclarations: true, removeComments: true };
  return transpileDeclaration(text, { compilerOptions }).outputText;
}
