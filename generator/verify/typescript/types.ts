/** What the types of a catalog's entries admit is what its rows have. */
import type { ts } from 'ts-morph';
import type { Language } from '../../languages/language.ts';
import { type Catalog, codesOf, type Entry, isLarge } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { differenceOf } from '../mismatch.ts';
import type { Context } from './context.ts';
import type { Plain } from './read-rows.ts';
import { identity, named, type Table, typesOf } from './table.ts';

export function typeDifference(
  file: RenderedFile,
  source: ts.SourceFile,
  catalog: Catalog,
  context: Context,
): string | undefined {
  const { language } = file.target;
  const types = new Types(source, context);
  const type = types.named(catalog.typeName);
  if (isLarge(catalog)) return differenceOfOne(type, types, catalog, language, context.tableOf(file));
  const expected = catalog.entries.map((entry) => expectedArm(entry, catalog, language));
  return differenceOf(
    inOrder(
      types.partsOf(type).map((arm) => types.valuesIn(arm)),
      catalog,
      language,
    ),
    expected,
  );
}

/** One type for all rows. That these fit it, the compiler has seen, but not with each of their codes. */
function differenceOfOne(
  type: ts.Type | undefined,
  types: Types,
  catalog: Catalog,
  language: Language,
  table: Table | undefined,
): string | undefined {
  const properties = type?.getProperties() ?? [];
  const loose = properties.find((property) => types.isLoose(property));
  const expected = typesOf(catalog, language);
  const typed = Object.entries(type ? types.valuesIn(type) : {}).filter(([name]) => Object.hasOwn(expected, name));
  const codes = properties.filter(({ name }) => name === 'code').flatMap((code) => types.partsOf(types.of(code)));
  return (
    differenceOf(properties.map(({ name }) => name).sort(), [...(table?.properties ?? [])].sort()) ??
    differenceOf(
      codes.map((code) => types.literalOf(code)).sort(),
      codesOf(catalog)
        .map(({ code }) => code)
        .sort(),
    ) ??
    differenceOf(Object.fromEntries(typed), expected) ??
    (loose && `admits anything at "/${loose.name}"`)
  );
}

/** The compiler keeps arms in an order of its own; the document's is checked on the table. */
function inOrder(arms: readonly Plain[], { entries, key }: Catalog, language: Language): Plain[] {
  const order = entries.map(({ code, cells }) =>
    JSON.stringify(key.map((field) => (field === 'code' ? code : cells.get(field)))),
  );
  const positionOf = (arm: Plain) =>
    order.indexOf(JSON.stringify(key.map((field) => arm[language.name('field', field)])));
  return [...arms].sort((a, b) => positionOf(a) - positionOf(b));
}

function expectedArm(entry: Entry, catalog: Catalog, language: Language): Plain {
  return {
    ...identity(entry),
    ...named(entry.cells, language),
    ...typesOf(catalog, language),
    ...named(
      [...entry.classification].map(([axis, { value }]) => [axis, value]),
      language,
    ),
  };
}

/** The types of one file. */
class Types {
  readonly #source: ts.SourceFile;
  readonly #compiler: Context['compiler'];
  readonly #checker: ts.TypeChecker;

  constructor(source: ts.SourceFile, { compiler, program }: Context) {
    this.#source = source;
    this.#compiler = compiler;
    this.#checker = program.getTypeChecker();
  }

  named(name: string): ts.Type | undefined {
    const { isTypeAliasDeclaration, isInterfaceDeclaration } = this.#compiler;
    const declaration = this.#source.statements.find(
      (statement) =>
        (isTypeAliasDeclaration(statement) || isInterfaceDeclaration(statement)) && statement.name.text === name,
    );
    return declaration && this.#checker.getTypeAtLocation(declaration);
  }

  partsOf(type: ts.Type | undefined): readonly ts.Type[] {
    return type?.isUnion() ? type.types : type === undefined ? [] : [type];
  }

  /** Of each property the one value that it admits, or its type; an object is left out, because rows have to fit it. */
  valuesIn(type: ts.Type): Plain {
    const { SymbolFlags, TypeFlags } = this.#compiler;
    return Object.fromEntries(
      type.getProperties().flatMap((property) => {
        const own = this.of(property);
        if ((own.flags & (TypeFlags.Object | TypeFlags.Undefined)) !== 0) return [];
        const mayBeAbsent = (property.flags & SymbolFlags.Optional) !== 0;
        const admitted = this.literalOf(own) ?? { type: this.#checker.typeToString(own) };
        return [[property.name, mayBeAbsent ? 'a value that may be absent' : admitted]];
      }),
    );
  }

  /** Whether it fits whatever is there, so that no compiler would say that a service reads it wrongly. */
  isLoose(property: ts.Symbol): boolean {
    const { Any, Unknown } = this.#compiler.TypeFlags;
    return (this.of(property).flags & (Any | Unknown)) !== 0;
  }

  of(property: ts.Symbol): ts.Type {
    return this.#checker.getTypeOfSymbolAtLocation(property, this.#source);
  }

  literalOf(type: ts.Type): unknown {
    if ((type.flags & this.#compiler.TypeFlags.BooleanLiteral) !== 0)
      return this.#checker.typeToString(type) === 'true';
    return type.isLiteral() ? type.value : undefined;
  }
}
