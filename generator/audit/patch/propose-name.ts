/** A first idea of a name. It is only proposed: a person confirms it, and from then on it is frozen. */
import { snakeCase } from 'change-case';
import type { CatalogSpec } from '../../spec/spec.ts';
import type { RowColumn } from './row-text.ts';

/** What YAML reads as something other than a word. */
export const NO_WORD = /^(?:null|true|false)$/;

/** Longer names are sentences. */
const MOST_WORDS = 6;

/** A row without a name. */
interface Nameless {
  readonly code: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** By code, the name that is known of it, or one that nothing else has: with its code where several would have it. */
export function proposeNames(
  rows: readonly Nameless[],
  catalog: NamedCatalog,
  { known, isSuffixed }: { known: ReadonlyMap<string, string>; isSuffixed: boolean },
): Map<string, string> {
  const proposed = rows.map(({ code, cells }) => ({ code, short: proposeName(code, cells, catalog) }));
  const codesByName = new Map<string, Set<string>>();
  for (const { code, short } of proposed) codesByName.set(short, (codesByName.get(short) ?? new Set()).add(code));
  const nameByCode = new Map(known);
  const taken = new Set(known.values());
  for (const { code, short } of proposed) {
    if (nameByCode.has(code)) continue;
    const isShared = isSuffixed || (codesByName.get(short)?.size ?? 0) > 1 || taken.has(short);
    const name = distinct(isShared ? suffixed(short, code) : short, taken);
    nameByCode.set(code, name);
    taken.add(name);
  }
  return nameByCode;
}

/** The code itself where it is a word, which `TF-001` is not, without a prefix of the catalog; else the first column of text. */
function proposeName(code: string, cells: ReadonlyMap<string, string>, catalog: NamedCatalog): string {
  const texts = catalog.columns.filter(({ field, type }) => field.value !== 'code' && type === 'string');
  const isWord = code.replace(/[^a-z]/gi, '').length > code.replace(/\D/g, '').length;
  const base = isWord
    ? toName(withoutPrefix(code, catalog))
    : (texts.map(({ field }) => toName(cells.get(field.value) ?? '')).find((name) => name !== '') ?? '');
  return /^[a-z]/.test(base) && !NO_WORD.test(base) ? base : suffixed(base === '' ? 'code' : `code_${base}`, code);
}

interface NamedCatalog extends Pick<CatalogSpec, 'codeRule'> {
  readonly columns: readonly RowColumn[];
}

/** The same with its code, for a name that several codes would have. */
function suffixed(name: string, code: string): string {
  const suffix = toName(code) || [...code].map((character) => `u${character.codePointAt(0)?.toString(16)}`).join('_');
  return name === suffix || name.endsWith(`_${suffix}`) ? name : `${name}_${suffix}`;
}

/** The same with a number, where another code has it even so: `1` and `-1` give the same word. */
function distinct(name: string, taken: ReadonlySet<string>): string {
  let result = name;
  for (let number = 2; taken.has(result); number += 1) result = `${name}_${number}`;
  return result;
}

function withoutPrefix(code: string, { codeRule }: NamedCatalog): string {
  const prefix = codeRule?.prefixes.find(({ prefix: { value } }) => code.startsWith(value) && /\W$/.test(value));
  return prefix === undefined ? code : code.slice(prefix.prefix.value.length);
}

/** Words of lower-case ASCII, without remarks in parentheses and without links. */
function toName(text: string): string {
  const words = text
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim();
  return snakeCase(words.toUpperCase() === words ? words.toLowerCase() : words, { delimiter: '_' })
    .split('_')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .join('_');
}
