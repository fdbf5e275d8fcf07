/** From located trees to the Spec. Converts what the frame has let through; decides nothing. */
import validateSpec from '#spec-frame';
import { type Checked, compare, type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { nearest, suggest } from '../diagnostic/suggest.ts';
import { once } from '../memory.ts';
import { decodeCatalog } from './decode-catalog.ts';
import { ROW_WORDS } from './decode-entry.ts';
import { decodePayload, decodeReader } from './decode-payload.ts';
import { decodeTaxonomy } from './decode-taxonomy.ts';
import { checkFrame } from './frame.ts';
import { childOf, type Node, nodeAt, pairOf, pairsOf } from './node.ts';
import type { ProviderSpec, Spec, TaxonomySpec } from './spec.ts';
import { locatedOf, textOf } from './value.ts';
import { parseYaml, type Source } from './yaml.ts';

/** Reads every file of a spec folder. A part that the frame rejects is left out, so that the rest is still checked. */
export function decode(sources: readonly Source[]): Checked<Spec> {
  const files = [...sources].sort((a, b) => compare(a.path, b.path)).map(decodeFile);
  const diagnostics = files.flatMap((file) => file.diagnostics);
  const providers = files.flatMap(({ value }) => value?.provider ?? []);
  const [taxonomy, ...others] = files.flatMap(({ value }) => value?.taxonomy ?? []);
  for (const { path } of others) {
    diagnostics.push(
      error(
        'second-taxonomy',
        { path, start: 0, end: 0 },
        `the axes are already defined in ${visible(taxonomy?.path ?? '')}`,
        {
          hint: 'keep one file with "axes"',
        },
      ),
    );
  }
  return { value: { taxonomy, providers, isWhole: files.every(({ value }) => value !== undefined) }, diagnostics };
}

interface Decoded {
  readonly taxonomy?: TaxonomySpec;
  readonly provider?: ProviderSpec;
}

/** What a file is; `undefined` where it cannot be used as a whole. Commands decode again what has been checked. */
const decodeFile = once((source: Source): Checked<Decoded | undefined> => {
  if (source.isUnreadable) return { value: undefined, diagnostics: [] };
  const { value: root, diagnostics } = parseYaml(source);
  if (root === undefined) return { value: undefined, diagnostics };
  const nameless = checkKind(root);
  if (nameless !== undefined) return { value: undefined, diagnostics: [nameless] };

  const problems = checkFrame(root, validateSpec);
  const told = withoutEchoes(problems.map((one) => misspeltBlock(one.pointer, root) ?? one.diagnostic));
  const rows = problems.flatMap(({ pointer }) => rowOf(pointer) ?? []);
  // What is wrong outside of rows takes the file with it.
  if (rows.length < problems.length) return { value: undefined, diagnostics: told };
  const brokenRows = new Set(rows.map((row) => nodeAt(root, row)));
  const value =
    childOf(root, 'axes') === undefined
      ? { provider: decodeProvider(root, source.path, brokenRows) }
      : { taxonomy: decodeTaxonomy(root, source.path) };
  return { value, diagnostics: told };
});

/** What tells that a file is a provider, be it with mistakes. */
const PROVIDER_WORDS = ['provider', 'document', 'catalogs'];

/** A file that is neither a provider nor a taxonomy; compared with the frame of either, it would be nothing but mistakes. */
function checkKind(root: Node): Diagnostic | undefined {
  const keys = pairsOf(root).map(({ key }) => key);
  const words = [...PROVIDER_WORDS, 'axes'];
  const [first] = keys;
  if (first === undefined || keys.some(({ source }) => words.includes(source))) return undefined;
  const misspelt = keys.find(({ source }) => nearest(source, words) !== undefined);
  return error(
    'frame-required',
    (misspelt ?? first).at,
    'this is no provider and no taxonomy: it has neither "provider" nor "axes"',
    {
      hint: misspelt === undefined ? 'begin it with one of the two' : suggest(misspelt.source, words),
    },
  );
}

/** A block under a key of a row that is nearly a word of the format: no cell, whatever the frame makes of it. */
function misspeltBlock(pointer: string, root: Node): Diagnostic | undefined {
  const row = rowOf(pointer);
  if (row === undefined) return undefined;
  const key = pointer.slice(row.length + 1);
  const pair = pairOf(nodeAt(root, row), key);
  if (pair === undefined || pair.value.kind === 'scalar' || ROW_WORDS.has(key)) return undefined;
  return nearest(key, ROW_WORDS) === undefined
    ? undefined
    : error('frame-additional-properties', pair.key.at, `unknown key ${quote(key)}`, { hint: suggest(key, ROW_WORDS) });
}

/** A key that is unknown need not be told how such keys are written. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unknown = diagnostics.filter(({ id }) => id === 'frame-additional-properties').map(({ at }) => at.start);
  return diagnostics.filter(({ id, at }) => id !== 'frame-property-names' || !unknown.includes(at.start));
}

/** The row that a pointer leads to, or into. */
function rowOf(pointer: string): string | undefined {
  return /^\/catalogs\/[^/]+\/entries\/\d+/.exec(pointer)?.[0];
}

function decodeProvider(root: Node, path: string, brokenRows: ReadonlySet<Node>): ProviderSpec {
  const id = locatedOf(root, 'provider');
  const document = childOf(root, 'document');
  return {
    path,
    id,
    name: textOf(root, 'name'),
    document: {
      title: textOf(document, 'title'),
      received: textOf(document, 'received'),
      sha256: textOf(document, 'sha256'),
    },
    catalogs: pairsOf(childOf(root, 'catalogs')).map((pair) => decodeCatalog(id.value, pair, brokenRows)),
    payloads: pairsOf(childOf(root, 'payloads')).map(decodePayload),
    readers: pairsOf(childOf(root, 'readers')).map(decodeReader),
  };
}
