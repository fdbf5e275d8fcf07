/** What we read of YAML against what the library reads by itself: a file that is taken says the same to everybody. */
import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import type { Node } from '../../../generator/spec/node.ts';
import { parseYaml, type Source } from '../../../generator/spec/yaml.ts';

/** What the library objects to, we refuse; what we take has the same values, and the same texts. */
export function checkYaml(source: Source): Node | undefined {
  const { value, diagnostics } = parseYaml(source);
  assert.equal(value === undefined, diagnostics.length > 0);
  if (value === undefined) return undefined;
  const read = (schema: 'core' | 'failsafe') => {
    const document = parseDocument(source.text, { schema, prettyErrors: false, uniqueKeys: false });
    assert.deepEqual([...document.errors, ...document.warnings], []);
    return document.toJS({ mapAsMap: true });
  };
  assert.deepEqual(
    toMaps(value, ({ value: plain }) => plain),
    read('core'),
  );
  assert.deepEqual(
    toMaps(value, ({ source: written }) => written || null),
    emptyAsNull(read('failsafe')),
  );
  return value;
}

/** As the library has it where keys are not made texts. */
function toMaps(node: Node, of: (scalar: Node & { kind: 'scalar' }) => unknown): unknown {
  if (node.kind === 'scalar') return of(node);
  if (node.kind === 'list') return node.items.map((item) => toMaps(item, of));
  return new Map(node.pairs.map(({ key, value }) => [of(key), toMaps(value, of)]));
}

/** Nothing at all is a text there in some places and null in others. */
function emptyAsNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(emptyAsNull);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key || null, emptyAsNull(item)]));
  return value || null;
}
