/** The door to some catalogs lets out all that the files of these export, values as values. */
import type { ts } from 'ts-morph';
import { quote } from '../../diagnostic/quote.ts';
import type { RenderedFile } from '../../targets/render.ts';
import type { Context } from './context.ts';
import { pathIn } from './program.ts';

/** What a file keeps back, in words; `undefined` where it exports everything of its catalogs. */
export function missingExport(
  { catalogs }: RenderedFile,
  door: ts.SourceFile,
  { compiler, program, files }: Context,
): string | undefined {
  const modules = new Modules(program.getTypeChecker(), compiler);
  const exported = new Set(modules.exportedBy(door).map(({ name }) => name));
  const typesAlone = new Set(modules.exportedAsTypesBy(door));
  for (const file of files) {
    const { path, per, catalogs: own } = file;
    if ((per !== 'catalog' && per !== 'enum') || !own.every((catalog) => catalogs.includes(catalog))) continue;
    const behind = program.getSourceFile(pathIn(file));
    const missing = modules
      .exportedBy(behind)
      .find(
        ({ name, flags }) =>
          !exported.has(name) || (typesAlone.has(name) && (flags & compiler.SymbolFlags.Value) !== 0),
      );
    if (missing !== undefined) return `does not export ${quote(missing.name)} of ${quote(path)}`;
  }
  return undefined;
}

class Modules {
  readonly #checker: ts.TypeChecker;
  readonly #compiler: Context['compiler'];

  constructor(checker: ts.TypeChecker, compiler: Context['compiler']) {
    this.#checker = checker;
    this.#compiler = compiler;
  }

  exportedBy(module: ts.Node | undefined): ts.Symbol[] {
    const symbol = module && this.#checker.getSymbolAtLocation(module);
    return symbol === undefined ? [] : this.#checker.getExportsOfModule(symbol);
  }

  /** Names that stand behind an `export type`, here or in a file that is passed on. */
  exportedAsTypesBy(door: ts.SourceFile): string[] {
    const { isExportDeclaration, isNamedExports, isSourceFile } = this.#compiler;
    const passedOn = new Set([door]);
    const names: string[] = [];
    // A set goes on to what is added while it is gone through.
    for (const source of passedOn) {
      for (const { isTypeOnly, exportClause, moduleSpecifier } of source.statements.filter(isExportDeclaration)) {
        const listed = exportClause && isNamedExports(exportClause) ? exportClause.elements : [];
        names.push(...listed.filter((one) => isTypeOnly || one.isTypeOnly).map((one) => one.name.text));
        const from = moduleSpecifier && this.#checker.getSymbolAtLocation(moduleSpecifier)?.valueDeclaration;
        if (from === undefined || !isSourceFile(from)) continue;
        if (!isTypeOnly) passedOn.add(from);
        else if (exportClause === undefined) names.push(...this.exportedBy(from).map(({ name }) => name));
      }
    }
    return names;
  }
}
