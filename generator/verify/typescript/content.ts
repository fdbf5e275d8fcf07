/** Enums, unions and tables of the rendered TypeScript are the Registry's. */
import type { ts } from 'ts-morph';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Language } from '../../languages/language.ts';
import { typescript } from '../../languages/typescript.ts';
import { type Catalog, type CodeGroup, codesOf } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { Names } from '../../targets/view-names.ts';
import { differenceOf, mismatch } from '../mismatch.ts';
import { problemOfWords } from '../words.ts';
import type { Context } from './context.ts';
import { missingExport } from './exports.ts';
import { pathIn } from './program.ts';
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
      return (
        typeDifference(file, source, catalog, context) ??
        context.table?.difference ??
        wrongWords(describedTypes(file, source, catalog, context), catalog)
      );
    case 'exports':
      return missingExport(file, source, context);
    default:
      return undefined;
  }
}

/** The comments above something, and the entries that they are about. */
type Described = readonly [comments: readonly string[], CodeGroup['entries']];

function enumDifference(
  file: RenderedFile,
  source: ts.SourceFile,
  catalog: Catalog,
  context: Context,
): string | undefined {
  const { language } = file.target;
  const checker = context.program.getTypeChecker();
  const { getCombinedModifierFlags, isEnumDeclaration, ModifierFlags } = context.compiler;
  // One that is only declared is nothing when it runs.
  const enums = source.statements
    .filter(isEnumDeclaration)
    .filter((declaration) => (getCombinedModifierFlags(declaration) & ModifierFlags.Ambient) === 0);
  const values = enums.map(({ members }) =>
    Object.fromEntries(members.map((member) => [memberName(member), checker.getConstantValue(member)])),
  );
  const codes = codesOf(catalog);
  const difference = differenceOf(values, [expectedMembers(file, codes, language)]);
  if (difference !== undefined || file.field !== undefined) return difference;
  const members = enums.flatMap((declaration) => [...declaration.members]);
  const described = codes.map(
    ({ entries }, index): Described => [commentsAbove(members[index], source, context), entries],
  );
  return wrongWords(described, catalog);
}

function memberName({ name }: ts.EnumMember): string {
  return 'text' in name ? name.text : name.getText();
}

function expectedMembers({ field }: RenderedFile, codes: readonly CodeGroup[], language: Language): Plain {
  const members =
    field === undefined
      ? codes.map(({ name, code }) => [name, code] as const)
      : field.values.map((value) => [value, value] as const);
  return Object.fromEntries(members.map(([name, value]) => [language.name('member', name), value]));
}

/** Of very many entries there is one type, which is about none of them. */
function describedTypes(
  { target }: RenderedFile,
  source: ts.SourceFile,
  catalog: Catalog,
  context: Context,
): Described[] {
  const names = new Names(target.language);
  const types = source.statements.filter(context.compiler.isInterfaceDeclaration);
  const typeByName = new Map(types.map((type) => [type.name.text, type]));
  return catalog.entries.map((entry) => [
    commentsAbove(typeByName.get(names.typeNameOf(entry, catalog)), source, context),
    [entry],
  ]);
}

function commentsAbove(node: ts.Node | undefined, { text }: ts.SourceFile, { compiler }: Context): string[] {
  const comments = (node && compiler.getLeadingCommentRanges(text, node.pos)) ?? [];
  return comments.map(({ pos, end }) => text.slice(pos, end));
}

/** A doc comment speaks of what it stands above. */
function wrongWords(described: readonly Described[], catalog: Catalog): string | undefined {
  for (const [comments, entries] of described) {
    const words = comments.map(wordsOf).join(' ');
    const problem = words === '' ? undefined : problemOfWords(words, entries, catalog, inComment);
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
