/** Enums, unions and tables of the rendered TypeScript are the Registry's. */
import type { EnumDeclaration, Expression, ObjectLiteralExpression, SourceFile, Type } from 'ts-morph';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Language } from '../../languages/language.ts';
import { typescript } from '../../languages/typescript.ts';
import { linesOf } from '../../registry/plain.ts';
import { type Axis, type Catalog, codesOf, type Entry, isLarge } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { differenceOf, mismatch } from '../mismatch.ts';
import { problemOfWords } from '../words.ts';
import { missingExport } from './exports.ts';

export type TsMorph = typeof import('ts-morph');

/** What a file is read beside. */
interface Context {
  readonly axes: readonly Axis[];
  readonly tsMorph: TsMorph;
  /** All files of the target. */
  readonly sourceByFile: ReadonlyMap<RenderedFile, SourceFile>;
}

export function checkContent(
  file: RenderedFile,
  source: SourceFile,
  catalog: Catalog,
  { axes, tsMorph, sourceByFile }: Context,
): Diagnostic[] {
  const { language } = file.target;
  switch (file.holds) {
    case 'enum':
    case 'codes':
      return problemsOf(
        file,
        differenceOf(source.getEnums().map(membersOf), [expectedMembers(file, catalog, language)]) ??
          (file.field === undefined ? wrongWords(source, catalog, axes) : undefined),
      );
    case 'entries':
      return problemsOf(
        file,
        typeDifference(source, catalog, axes, language) ??
          differenceOf(
            rowsOf(source, catalog, tsMorph),
            catalog.entries.map((entry) => expectedRow(entry, axes, language)),
          ),
      );
    case 'exports':
      return problemsOf(file, missingExport(file, source, sourceByFile, tsMorph));
    default:
      return [];
  }
}

function typeDifference(
  source: SourceFile,
  catalog: Catalog,
  axes: readonly Axis[],
  language: Language,
): string | undefined {
  const { typeName, entries } = catalog;
  if (!isLarge(catalog)) {
    const expected = entries.map((entry) => expectedArm(entry, catalog, language));
    return differenceOf(armsOf(source, catalog, language), expected);
  }
  // One type for all rows; that these fit it, the compiler has seen.
  const properties = source.getInterface(typeName)?.getProperties() ?? [];
  const expected = new Set(entries.flatMap((entry) => Object.keys(expectedRow(entry, axes, language))));
  return differenceOf(properties.map((property) => property.getName()).sort(), [...expected].sort());
}

function problemsOf(file: RenderedFile, difference: string | undefined): Diagnostic[] {
  return difference === undefined ? [] : [mismatch(file, difference)];
}

type Plain = Record<string, unknown>;

function membersOf(declaration: EnumDeclaration): Plain {
  return Object.fromEntries(declaration.getMembers().map((member) => [member.getName(), member.getValue()]));
}

/** A member's doc comment speaks of that member. */
function wrongWords(source: SourceFile, catalog: Catalog, axes: readonly Axis[]): string | undefined {
  const members = source.getEnums().flatMap((declaration) => declaration.getMembers());
  const problems = codesOf(catalog).flatMap((group, index) => {
    const comments = members[index]?.getJsDocs().map((doc) => doc.getInnerText()) ?? [];
    const words = comments.join('\n').replace(/\s+/g, ' ');
    return words === '' ? [] : (problemOfWords(words, group, catalog, axes, inComment) ?? []);
  });
  return problems[0];
}

/** Text as the encoder of comments leaves it. */
function inComment(text: string): string {
  return String(typescript.encoders['comment']?.(text));
}

function expectedMembers({ field }: RenderedFile, catalog: Catalog, language: Language): Plain {
  const members =
    field === undefined
      ? codesOf(catalog).map(({ name, code }) => [name, code] as const)
      : field.values.map((value) => [value, value] as const);
  return Object.fromEntries(members.map(([name, value]) => [language.name('member', name), value]));
}

/** The arms of the catalog's union, each as the values that its properties admit; what admits many is left out. */
function armsOf(source: SourceFile, { typeName, entries, key }: Catalog, language: Language): Plain[] {
  const union = source.getTypeAlias(typeName)?.getType();
  const arms = union?.isUnion() ? union.getUnionTypes() : union === undefined ? [] : [union];
  const values = arms.map((arm) =>
    Object.fromEntries(
      arm.getProperties().flatMap((property) => {
        const type = property.getTypeAtLocation(source);
        const value = property.isOptional() && !type.isUndefined() ? 'a value that may be absent' : literalOf(type);
        return value === undefined ? [] : [[property.getName(), value]];
      }),
    ),
  );
  // The compiler keeps arms in an order of its own; the document's is checked on the table.
  const order = entries.map(({ code, cells }) =>
    JSON.stringify(key.map((field) => (field === 'code' ? code : cells.get(field)))),
  );
  const positionOf = (arm: Plain) =>
    order.indexOf(JSON.stringify(key.map((field) => arm[language.name('field', field)])));
  return values.sort((a, b) => positionOf(a) - positionOf(b));
}

function literalOf(type: Type): unknown {
  if (type.isBooleanLiteral()) return type.getText() === 'true';
  return type.getLiteralValue();
}

function expectedArm(entry: Entry, { fields }: Catalog, language: Language): Plain {
  const decidable = new Set(fields.filter(({ type }) => type !== 'string').map(({ id }) => id));
  return {
    ...identity(entry),
    ...named(
      [...entry.cells].filter(([field]) => decidable.has(field)),
      language,
    ),
    ...named(
      [...entry.classification].map(([axis, { value }]) => [axis, value]),
      language,
    ),
  };
}

function expectedRow(entry: Entry, axes: readonly Axis[], language: Language): Plain {
  const { classification, cells, line } = entry;
  return {
    ...identity(entry),
    line,
    ...named(cells, language),
    ...named(
      [...classification].map(([axis, { value }]) => [axis, value]),
      language,
    ),
    // With a taxonomy every row has it, so that nobody asks for a property that may be absent.
    ...(axes.length > 0 && { stated: linesOf(classification, 'statedOn') }),
  };
}

function identity({ code, name, section }: Entry): Plain {
  return { code, name, ...(section !== undefined && { section }) };
}

function named(values: Iterable<readonly [string, unknown]>, language: Language): Plain {
  return Object.fromEntries([...values].map(([name, value]) => [language.name('field', name), value]));
}

/** The rows of the file's table: its one array of objects, with the constants that they spread. */
function rowsOf(source: SourceFile, { entries }: Catalog, tsMorph: TsMorph): unknown {
  const arrays = source.getDescendantsOfKind(tsMorph.SyntaxKind.ArrayLiteralExpression);
  const table = arrays.find((array) => array.getElements().every((row) => isRow(row, tsMorph)));
  return entries.length === 0 ? [] : table?.getElements().map((element) => evaluate(element, tsMorph));
}

/** A row stands as it is, or is given to a function that returns it. */
function isRow(expression: Expression, { Node }: TsMorph): boolean {
  return Node.isObjectLiteralExpression(Node.isCallExpression(expression) ? expression.getArguments()[0] : expression);
}

/** What an expression of literals, objects, spreads and constants is. Anything else is `undefined`, hence a difference. */
function evaluate(expression: Expression | undefined, tsMorph: TsMorph): unknown {
  const { Node } = tsMorph;
  if (Node.isAsExpression(expression)) return evaluate(expression.getExpression(), tsMorph);
  if (Node.isCallExpression(expression)) return evaluate(expression.getArguments()[0] as Expression, tsMorph);
  if (Node.isObjectLiteralExpression(expression)) return evaluateObject(expression, tsMorph);
  if (Node.isIdentifier(expression)) {
    const declaration = expression.getDefinitionNodes().find(Node.isVariableDeclaration);
    return evaluate(declaration?.getInitializer(), tsMorph);
  }
  if (Node.isStringLiteral(expression) || Node.isNoSubstitutionTemplateLiteral(expression))
    return expression.getLiteralValue();
  return expression === undefined ? undefined : literalOf(expression.getType());
}

function evaluateObject(object: ObjectLiteralExpression, tsMorph: TsMorph): Plain {
  const { Node } = tsMorph;
  const plain: Plain = {};
  for (const property of object.getProperties()) {
    if (Node.isSpreadAssignment(property)) Object.assign(plain, evaluate(property.getExpression(), tsMorph));
    if (Node.isPropertyAssignment(property)) plain[property.getName()] = evaluate(property.getInitializer(), tsMorph);
  }
  return plain;
}
