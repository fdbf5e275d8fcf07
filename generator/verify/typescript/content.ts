/** Enums, unions and tables of the rendered TypeScript are the Registry's. */
import type { ts } from 'ts-morph';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Language } from '../../languages/language.ts';
import { typescript } from '../../languages/typescript.ts';
import { type Axis, type Catalog, codesOf } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { differenceOf, mismatch } from '../mismatch.ts';
import { problemOfWords } from '../words.ts';
import type { Context } from './context.ts';
import { missingExport } from './exports.ts';
import { type Compiler, pathIn } from './program.ts';
import type { Plain } from './read-rows.ts';
import { typeDifference } from './types.ts';

export function checkContent(file: RenderedFile, context: Context): Diagnostic[] {
  const source = context.program.getSourceFile(pathIn(file));
  const [catalog] = file.catalogs;
  if (source === undefined || catalog === undefined) return [];
  const difference = differenceIn(file, source, catalog, context);
  return difference === undefined ? [] : [mismatch(file, difference)];
}

function differenceIn(
  file: RenderedFile,
  source: ts.SourceFile,
  catalog: Catalog,
  context: Context,
): string | undefined {
  switch (file.holds) {
    case 'enum':
    case 'codes':
      return enumDifference(file, source, catalog, context);
    case 'entries':
      return typeDifference(file, source, catalog, context) ?? context.table?.difference;
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
  { axes, compiler, program }: Context,
): string | undefined {
  const checker = program.getTypeChecker();
  const enums = source.statements.filter(compiler.isEnumDeclaration);
  const values = enums.map(({ members }) =>
    Object.fromEntries(members.map((member) => [memberName(member), checker.getConstantValue(member)])),
  );
  return (
    differenceOf(values, [expectedMembers(file, catalog, file.target.language)]) ??
    (file.field === undefined ? wrongWords(source, enums, { catalog, axes, compiler }) : undefined)
  );
}

function memberName({ name }: ts.EnumMember): string {
  return 'text' in name ? name.text : name.getText();
}

function expectedMembers({ field }: RenderedFile, catalog: Catalog, language: Language): Plain {
  const members =
    field === undefined
      ? codesOf(catalog).map(({ name, code }) => [name, code] as const)
      : field.values.map((value) => [value, value] as const);
  return Object.fromEntries(members.map(([name, value]) => [language.name('member', name), value]));
}

/** A member's doc comment speaks of that member. */
function wrongWords(
  { text }: ts.SourceFile,
  enums: readonly ts.EnumDeclaration[],
  { catalog, axes, compiler }: { catalog: Catalog; axes: readonly Axis[]; compiler: Compiler },
): string | undefined {
  const members = enums.flatMap((declaration) => [...declaration.members]);
  for (const [index, group] of codesOf(catalog).entries()) {
    const comments = compiler.getLeadingCommentRanges(text, members[index]?.pos ?? 0) ?? [];
    const words = comments.map(({ pos, end }) => wordsOf(text.slice(pos, end))).join(' ');
    const problem = words === '' ? undefined : problemOfWords(words, group, catalog, axes, inComment);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What a doc comment says; of any other comment nothing. */
function wordsOf(comment: string): string {
  if (!comment.startsWith('/**')) return '';
  const inner = comment.slice('/**'.length, -'*/'.length);
  return inner
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text as the encoder of comments leaves it. */
function inComment(text: string): string {
  return String(typescript.encoders['comment']?.(text));
}
