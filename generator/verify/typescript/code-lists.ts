/** Lists of very many codes in rendered TypeScript, and the few of each that a compiler is shown. */
import type { Language } from '../../languages/language.ts';
import { type Catalog, type CodeGroup, codesOf, isLarge } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';

/** Of an enum, an object or a namespace: a name and a literal, alone on a line. */
const MEMBER = /^ *((?:export type )?)([A-Za-z_$][\w$]*)( = |: )(-?\d+|"(?:[^"\\\n]|\\.)*")([,;])$/gm;

/** The comments above something, and whom they are about. */
export type Described = readonly [comments: readonly string[], CodeGroup];

interface Member {
  readonly name: string;
  /** As it is written. */
  readonly value: string;
  /** The comment above it, if there is one. */
  readonly comment: string;
  /** Where it stands, with its comment. */
  readonly start: number;
  readonly end: number;
}

/** Name and value of each code of a catalog, in their order, as they are written. */
type Listing = readonly (readonly [name: string, value: unknown])[];

/** What mentions more may mean all, and leave some out: then all are shown. */
const MOST_SHOWN = 200;

/**
 * Members of a list differ in name and value alone, and a list of all codes of a catalog, in order, has those that it
 * should have. So a compiler needs to see of it the first two, the last, and what anything else mentions. A list in
 * which anything is otherwise is shown as it is.
 */
export class CodeLists {
  readonly #texts: ReadonlyMap<RenderedFile, string>;
  readonly #lists: ReadonlyMap<RenderedFile, readonly CodeList[]>;
  /** By name. */
  readonly #shown: ReadonlyMap<Catalog, ReadonlySet<string>>;

  /** Of the files of a target, with the text of each; some may be shortened already. */
  constructor(texts: ReadonlyMap<RenderedFile, string>) {
    const listings = new Map<Catalog, Listing>();
    for (const { catalogs, target } of texts.keys())
      for (const catalog of catalogs)
        if (isLarge(catalog) && !listings.has(catalog)) listings.set(catalog, listing(catalog, target.language));
    this.#texts = texts;
    this.#lists = new Map([...texts].map(([file, text]) => [file, listsIn(file, text, listings)]));
    const mentioned = new Set([...texts.keys()].flatMap((file) => mentionsIn(this.#without(file, () => true))));
    this.#shown = new Map([...listings].map(([catalog, codes]) => [catalog, shownOf(codes, mentioned)]));
  }

  /** What a compiler is shown of a file. Lines stay where they are, for messages. */
  shownOf(file: RenderedFile): string {
    return this.#without(file, (name, catalog) => this.#shown.get(catalog)?.has(name) !== true);
  }

  /** The codes that a compiler is shown. */
  codesOf(catalog: Catalog, { name }: Language): CodeGroup[] {
    const shown = this.#shown.get(catalog);
    return codesOf(catalog).filter((group) => shown?.has(name('member', group.name)) ?? true);
  }

  /** What stands above the codes that a file lists, whether they are shown or not. */
  describedIn(file: RenderedFile): Described[] {
    return (this.#lists.get(file) ?? []).flatMap(({ catalog, members }) =>
      codesOf(catalog).map((group, index): Described => [[members[index]?.comment ?? ''], group]),
    );
  }

  #without(file: RenderedFile, isHidden: (name: string, catalog: Catalog) => boolean): string {
    const text = this.#texts.get(file) ?? file.text;
    let shown = '';
    let end = 0;
    for (const { catalog, members } of this.#lists.get(file) ?? []) {
      for (const member of members.filter(({ name }) => isHidden(name, catalog))) {
        shown += text.slice(end, member.start) + text.slice(member.start, member.end).replace(/.+/g, '');
        end = member.end;
      }
    }
    return shown + text.slice(end);
  }
}

interface CodeList {
  readonly catalog: Catalog;
  readonly members: readonly Member[];
}

function listing(catalog: Catalog, language: Language): Listing {
  return codesOf(catalog).map(({ name, code }) => [language.name('member', name), language.literal(code)]);
}

function shownOf(codes: Listing, mentioned: ReadonlySet<string>): ReadonlySet<string> {
  const shown = codes.filter(
    ([name, value], index) =>
      index < 2 || index === codes.length - 1 || mentioned.has(name) || mentioned.has(String(value)),
  );
  return new Set((shown.length > MOST_SHOWN ? codes : shown).map(([name]) => name));
}

/** The lists of a file that are those of its catalogs. */
function listsIn({ catalogs }: RenderedFile, text: string, listings: ReadonlyMap<Catalog, Listing>): CodeList[] {
  const listed = catalogs.filter((catalog) => listings.has(catalog));
  if (listed.length === 0) return [];
  return membersIn(text).flatMap((members) => {
    const catalog = listed.find((one) => isListing(members, listings.get(one) ?? []));
    return catalog === undefined ? [] : [{ catalog, members }];
  });
}

function isListing(members: readonly Member[], codes: Listing): boolean {
  return (
    members.length === codes.length &&
    members.every(({ name, value }, index) => name === codes[index]?.[0] && value === codes[index]?.[1])
  );
}

/** Members that follow each other and are written in the same way. */
function membersIn(text: string): Member[][] {
  const lists: Member[][] = [];
  let shape = '';
  let end = 0;
  for (const {
    0: line,
    1: begin = '',
    2: name = '',
    3: sign = '',
    4: value = '',
    5: stop = '',
    index,
  } of text.matchAll(MEMBER)) {
    const own = begin + sign + stop;
    const isNext = own === shape && isComment(text.slice(end, index));
    const start = isNext ? end : text.lastIndexOf('{\n', index) + 1;
    const comment = text.slice(start, index);
    if (!isNext) lists.push([]);
    lists.at(-1)?.push({ name, value, comment: comment.trim(), start, end: index + line.length });
    shape = own;
    end = index + line.length;
  }
  return lists.filter(([first]) => isComment(first?.comment ?? ''));
}

/** One at most, and nothing besides. */
function isComment(text: string): boolean {
  const comment = text.trim();
  return comment === '' || (comment.startsWith('/*') && comment.indexOf('*/') === comment.length - '*/'.length);
}

/** Names and literals. */
function mentionsIn(text: string): string[] {
  return [...(text.match(/[\w$]+/g) ?? []), ...(text.match(/"(?:[^"\\\n]|\\.)*"/g) ?? [])];
}
