/**
 * All that the functions of the library can be asked of a registry, with what they have to answer. Read-back compares types
 * and rows; that the bodies do what their types say is proved here.
 */
import { pascalCase } from 'change-case';
import type { Exports } from '../../support/modules.ts';
import type { PublishedCatalog, PublishedEntry, PublishedRegistry } from '../../support/registry.ts';

export interface Question {
  /** The function, or the table. */
  readonly name: string;
  readonly about: unknown;
  readonly answer: unknown;
  readonly meant: unknown;
}

type Ask = (name: string, ...about: readonly unknown[]) => Pick<Question, 'name' | 'about' | 'answer'>;

export function* questionsTo(library: Exports, registry: PublishedRegistry): Iterable<Question> {
  const ask: Ask = (name, ...about) => ({ name, about, answer: answerOf(library[name], about) });
  const every = registry.providers.flatMap(({ id: provider, catalogs }) =>
    catalogs.map((catalog) => ({ provider, catalog, rows: catalog.entries.map((entry) => rowOf(entry, catalog)) })),
  );
  const probes = probesOf(registry, library);
  const sentences = sentencesOf(registry);
  for (const { provider, catalog, rows } of every) {
    const asked = { ask, catalog, rows, probes };
    yield* tableQuestions(asked);
    yield* lookupQuestions(asked);
    yield* classifyQuestions(asked, sentences, (code) => ask('classify', { provider, catalog: catalog.id, code }));
  }
  const listed = every.flatMap(({ provider, catalog: { id: catalog }, rows }) =>
    rows.map((entry) => ({ provider, catalog, entry })),
  );
  yield { ...ask('everyEntry'), meant: listed };
  for (const { id, listsEntries, values } of registry.taxonomy) {
    const told = values.flatMap((value) => (value.sentence === undefined ? [] : [[value.id, value.sentence] as const]));
    if (told.length > 0 && id === sentences.axis) yield { ...ask(`${id}Sentences`), meant: Object.fromEntries(told) };
    for (const value of listsEntries === true ? values : [])
      yield {
        ...ask(`entriesBy${pascalCase(id)}`, value.id),
        meant: listed.filter(({ entry }) => entry[id] === value.id),
      };
  }
  for (const { id, when } of registry.predicates)
    for (const row of [...listed.map(({ entry }) => entry), {} as Row])
      yield {
        ...ask(id, row),
        meant: Object.entries(when).every(([axis, values]) => values.includes(row[axis] as string)),
      };
}

/** Of what is no function, itself. */
function answerOf(exported: unknown, about: readonly unknown[]): unknown {
  if (typeof exported !== 'function') return exported;
  try {
    return exported(...about);
  } catch (problem) {
    return { thrown: String(problem) };
  }
}

type Row = Readonly<Record<string, unknown>>;

/** An entry as the library has it: flat, and without what is for people. */
function rowOf({ classification, stated, ...entry }: PublishedEntry, { fields }: PublishedCatalog): Row {
  const own = ['code', 'name', 'section', ...fields.map(({ id }) => id), 'line'].filter((name) => name in entry);
  return { ...Object.fromEntries(own.map((name) => [name, entry[name]])), ...classification, stated };
}

/** Everything that is a code somewhere, looks like one, or is none. */
function probesOf({ providers }: PublishedRegistry, library: Exports): unknown[] {
  const catalogs = providers.flatMap(({ catalogs }) => catalogs);
  const codes = catalogs.flatMap(({ entries }) => entries.map(({ code }) => code));
  const names = catalogs.flatMap(({ typeName }) => Object.keys(library[`${typeName}Code`] as object));
  const alike = catalogs.flatMap(({ scheme }) =>
    (scheme?.prefixes ?? []).flatMap(({ prefix }) =>
      Array.from({ length: 6 - prefix.length }, (_, more) => prefix + '0987'.slice(0, more)),
    ),
  );
  const texts = [...codes, ...names, ...alike, ...alike.map((text) => `${text[0]}.25`)].map(String);
  return [...new Set([...texts, ...texts.map(Number), 'constructor', '', -1, 0.5, 1e21, null, undefined, {}])];
}

interface Asked {
  readonly ask: Ask;
  readonly catalog: PublishedCatalog;
  readonly rows: readonly Row[];
  readonly probes: readonly unknown[];
}

function* tableQuestions({ ask, catalog: { typeName }, rows, probes }: Asked): Iterable<Question> {
  const table = ask(`${lowerFirst(typeName)}Entries`);
  yield { ...table, meant: rows };
  yield { ...table, about: 'what is not frozen', answer: [...thawedIn(table.answer)], meant: [] };
  const codes = new Set(rows.map(({ code }) => code));
  for (const probe of probes) yield { ...ask(`is${typeName}Code`, probe), meant: codes.has(probe) };
}

function* thawedIn(value: unknown): Iterable<unknown> {
  if (!(value instanceof Object)) return;
  if (!Object.isFrozen(value)) yield value;
  for (const inner of Object.values(value)) yield* thawedIn(inner);
}

function* lookupQuestions({ ask, catalog: { typeName, key, lookups = [] }, rows, probes }: Asked): Iterable<Question> {
  for (const probe of probes) {
    const found = rows.filter(({ code }) => code === probe);
    if (key.length === 1) yield { ...ask(`find${typeName}`, probe), meant: found[0] };
    else yield { ...ask(`find${typeName}s`, probe), meant: found };
  }
  for (const field of lookups)
    for (const probe of [...new Set(rows.map((row) => row[field])), -1, 'none'])
      yield {
        ...ask(`find${typeName}sBy${pascalCase(field)}`, probe),
        meant: rows.filter((row) => row[field] === probe),
      };
}

function* classifyQuestions(
  { ask, catalog, rows, probes }: Asked,
  sentences: Sentences,
  askAny: (code: unknown) => Pick<Question, 'name' | 'about' | 'answer'>,
): Iterable<Question> {
  const { typeName, key, scheme } = catalog;
  for (const code of probes) {
    const entries = rows.filter((row) => row['code'] === code);
    const [entry] = entries;
    const said = new Set(entries.map((row) => sentences.byValue.get(row[sentences.axis])));
    const sentence = said.size === 1 ? [...said][0] : undefined;
    const found = key.length === 1 ? { entry } : { entries };
    const unlisted = { known: false, code, ...(scheme !== undefined && { scheme: meantBy(code, catalog) }) };
    const meant = entry === undefined ? unlisted : { known: true, code, ...found, sentence };
    const own = ask(`classify${typeName}`, code);
    yield { ...own, meant };
    yield { ...askAny(code), meant };
    // Of what is listed there is one answer, which everybody shares.
    if (entry !== undefined) yield { ...askAny(code), answer: askAny(code).answer === own.answer, meant: true };
    // Of what is not, what its scheme says is shared.
    const shared = entry === undefined ? (own.answer as { scheme?: unknown } | undefined)?.scheme : own.answer;
    yield { ...own, answer: [...thawedIn(shared)], meant: [] };
  }
}

/** What the scheme says of a code: the longest prefix speaks. */
function meantBy(code: unknown, { codeType, scheme }: PublishedCatalog): unknown {
  const isOfType = codeType === 'integer' ? Number.isSafeInteger(code) : typeof code === 'string';
  const text = String(code);
  if (!isOfType || scheme === undefined || text.length !== (scheme.length ?? text.length)) return undefined;
  const fitting = scheme.prefixes.filter(({ prefix }) => text.startsWith(prefix));
  const longest = fitting.sort((a, b) => b.prefix.length - a.prefix.length)[0];
  return longest && { prefix: longest.prefix, title: longest.title, ...longest.classification, stated: longest.stated };
}

interface Sentences {
  readonly axis: string;
  readonly byValue: ReadonlyMap<unknown, string | undefined>;
}

/** Those of the first axis that has any. */
function sentencesOf({ taxonomy }: PublishedRegistry): Sentences {
  const spoken = taxonomy.find(({ values }) => values.some(({ sentence }) => sentence !== undefined));
  return {
    axis: spoken?.id ?? '',
    byValue: new Map(spoken?.values.map(({ id, sentence }) => [id, sentence])),
  };
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
