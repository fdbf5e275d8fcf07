/** The door to some catalogs lets out all that the files of these export, values as values. */
import type { SourceFile } from 'ts-morph';
import { quote } from '../../diagnostic/quote.ts';
import type { RenderedFile } from '../../targets/render.ts';

/** What a file keeps back, in words; `undefined` where it exports everything of its catalogs. */
export function missingExport(
  { catalogs }: RenderedFile,
  door: SourceFile,
  sourceByFile: ReadonlyMap<RenderedFile, SourceFile>,
  { SymbolFlags }: typeof import('ts-morph'),
): string | undefined {
  const exported = new Set(namesExportedBy(door));
  const typesAlone = new Set(exportedAsTypesBy(door));
  for (const [{ path, per, catalogs: own }, behind] of sourceByFile) {
    if ((per !== 'catalog' && per !== 'enum') || !own.every((catalog) => catalogs.includes(catalog))) continue;
    const missing = behind.getExportSymbols().find((symbol) => {
      const name = symbol.getName();
      return !exported.has(name) || (typesAlone.has(name) && (symbol.getFlags() & SymbolFlags.Value) !== 0);
    });
    if (missing !== undefined) return `does not export ${quote(missing.getName())} of ${quote(path)}`;
  }
  return undefined;
}

function namesExportedBy(source: SourceFile): string[] {
  return source.getExportSymbols().map((symbol) => symbol.getName());
}

/** Names that stand behind an `export type`, here or in a file that is passed on. */
function exportedAsTypesBy(door: SourceFile): string[] {
  const passedOn = new Set([door]);
  const names: string[] = [];
  // A set goes on to what is added while it is gone through.
  for (const source of passedOn) {
    for (const declaration of source.getExportDeclarations()) {
      const from = declaration.getModuleSpecifierSourceFile();
      if (from === undefined) continue;
      if (!declaration.isTypeOnly()) passedOn.add(from);
      else if (declaration.hasNamedExports()) names.push(...declaration.getNamedExports().map((one) => one.getName()));
      else names.push(...namesExportedBy(from));
    }
  }
  return names;
}
