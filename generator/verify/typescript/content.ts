/** Enums, unions and doors of the rendered TypeScript are the Registry's. */
import type { ts } from 'ts-morph';
import { type Catalog, codesOf } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { differenceOf } from '../mismatch.ts';
import type { Context } from './context.ts';
import { missingExport } from './exports.ts';
import { pathIn } from './program.ts';
import { typeDifference } from './types.ts';

/** In what a file differs from its catalogs, by what a compiler makes of it. */
export function contentDifference(file: RenderedFile, context: Context): string | undefined {
  const source = context.program.getSourceFile(pathIn(file));
  const [catalog] = file.catalogs;
  if (source === undefined || catalog === undefined) return undefined;
  switch (file.holds) {
    case 'enum':
    case 'codes':
      return enumDifference(file, source, catalog, context);
    case 'entries':
      return typeDifference(file, source, catalog, context);
    case 'exports':
      return missingExport(file, source, context);
    default:
      return undefined;
  }
}

function enumDifference(
  file: RenderedFile,
  source: ts.SourceFile,
  catalog: Catalog,
  context: Context,
): string | undefined {
  const checker = context.program.getTypeChecker();
  const { getCombinedModifierFlags, isEnumDeclaration, ModifierFlags } = context.compiler;
  // One that is only declared is nothing when it runs.
  const enums = source.statements
    .filter(isEnumDeclaration)
    .filter((declaration) => (getCombinedModifierFlags(declaration) & ModifierFlags.Ambient) === 0);
  const values = enums.map(({ members }) =>
    Object.fromEntries(members.map((member) => [memberName(member), checker.getConstantValue(member)])),
  );
  return differenceOf(values, [expectedMembers(file, catalog)]);
}

function memberName({ name }: ts.EnumMember): string {
  return 'text' in name ? name.text : name.getText();
}

/** By name, as the language of the file has them. */
export function expectedMembers(
  { field, target: { language } }: RenderedFile,
  catalog: Catalog,
): Readonly<Record<string, string | number>> {
  const members =
    field === undefined
      ? codesOf(catalog).map(({ name, code }) => [name, code] as const)
      : field.values.map((value) => [value, value] as const);
  return Object.fromEntries(members.map(([name, value]) => [language.name('member', name), value]));
}
