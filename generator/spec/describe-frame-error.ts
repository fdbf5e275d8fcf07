/** What a JSON Schema validator found, in the words of somebody who has never seen the schema. */
import type { FrameError } from '#spec-frame';
import { type Details, type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { nearest, suggest } from '../diagnostic/suggest.ts';
import { itemsOf, type ListNode, type MapNode, type Node, pairOf, pairsOf } from './node.ts';
import { sourceOf } from './value.ts';

interface Saying extends Details {
  readonly message: string;
  /** Where it is not at the whole of the node. */
  readonly at?: Span | undefined;
}

/** `missing` are the keys that the node lacks. */
export function describeFrameError(problem: FrameError, node: Node, missing: readonly string[]): Diagnostic {
  const say = problem.propertyName === undefined ? (sayings[problem.keyword] ?? sayOther) : sayKey;
  const { message, at = node.at, ...details } = say(problem, node, missing);
  return error(idOf(problem), at, message, details);
}

/** The keys that a block may have and has not. */
export function unusedKeys({ parentSchema }: FrameError, node: Node): string[] {
  return Object.keys(parentSchema.properties ?? {}).filter((key) => pairOf(node, key) === undefined);
}

const sayings: Readonly<Record<string, (problem: FrameError, node: Node, missing: readonly string[]) => Saying>> = {
  additionalProperties: (problem, node) => {
    const unknown = problem.params.additionalProperty ?? '';
    return {
      message: `unknown key ${quote(unknown)}`,
      at: keyAt(node, unknown),
      hint: suggest(unknown, unusedKeys(problem, node)),
    };
  },
  required: sayMissing,
  enum: ({ params }, node) => ({
    message: `${shown(node)} is not allowed here`,
    hint: suggest(sourceOf(node), (params.allowedValues ?? []).map(String)),
  }),
  const: ({ params }, node) => ({
    message: `${shown(node)} is not allowed here`,
    hint: `delete it, or write ${params.allowedValue}`,
  }),
  type: sayType,
  pattern: (problem, node) => ({
    message: `${shown(node)} is not ${problem.parentSchema.title}${foreignLetter(problem, sourceOf(node))}`,
    hint: adviceOf(problem),
  }),
  minLength: sayEmpty,
  minItems: sayEmpty,
  minProperties: sayEmpty,
  minimum: ({ params: { limit } }, node) => ({
    message: `${shown(node)} is less than ${limit}`,
    hint: `count from ${limit}`,
  }),
  uniqueItems: ({ params: { i, j } }, node) => {
    const itemAt = (index = 0) => itemsOf(node)[index] ?? node;
    const again = itemAt(i);
    return {
      message: `${shown(again)} is already in the list`,
      at: again.at,
      hint: 'delete one of the two',
      notes: [{ message: 'first written here', at: itemAt(j).at }],
    };
  },
  contains: ({ parentSchema }) => {
    const wanted = quote(String(parentSchema.contains?.const));
    return { message: `this list has no ${wanted}`, hint: `add ${wanted}` };
  },
  not: ({ parentSchema }, node) => ({
    message: `${parentSchema.title} is not allowed`,
    at: headOf(node),
    hint: 'split it',
  }),
};

function sayOther({ message }: FrameError, node: Node): Saying {
  return { message: `${shown(node)} ${message}` };
}

function sayKey(problem: FrameError, node: Node): Saying {
  const key = problem.propertyName ?? '';
  const allowed = problem.params.allowedValues;
  return {
    message: `key ${quote(key)} is not ${problem.parentSchema.title}${foreignLetter(problem, key)}`,
    at: keyAt(node, key),
    hint: allowed ? suggest(key, allowed.map(String)) : adviceOf(problem),
  };
}

/** The first letter of a name that another script has: it can look like one from a to z. */
function foreignLetter({ parentSchema }: FrameError, name: string): string {
  const [letter] = parentSchema.title?.startsWith('a name in') ? (/(?=[^\0-\x7f])\p{L}/u.exec(name) ?? []) : [];
  if (letter === undefined) return '';
  const point = letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `: ${quote(letter)} is U+${point}, none of a to z`;
}

function sayMissing({ parentSchema }: FrameError, node: Node, missing: readonly string[]): Saying {
  const [key = '', ...others] = missing;
  if (others.length > 0) {
    return { message: `keys ${missing.map(quote).join(', ')} are missing`, at: headOf(node), hint: 'add them here' };
  }
  const message = `key ${quote(key)} is missing`;
  const known = Object.keys(parentSchema.properties ?? {});
  const written = pairsOf(node).map((pair) => pair.key.source);
  const misspelt = nearest(
    key,
    written.filter((word) => !known.includes(word)),
  );
  return misspelt === undefined
    ? { message, at: headOf(node), hint: `add "${key}:" here` }
    : { message, at: keyAt(node, misspelt), hint: `rename ${quote(misspelt)} to "${key}"` };
}

function sayEmpty(_: FrameError, node: Node): Saying {
  return {
    message: `this ${node.kind === 'scalar' ? 'text' : wordOf(node)} is empty`,
    hint: 'fill it, or delete its key if that is optional',
  };
}

function sayType({ params, parentSchema }: FrameError, node: Node): Saying {
  const type = String(params.type);
  // The title of a block is its name; that of a value says what the value is.
  const title = type === 'object' ? undefined : parentSchema.title;
  const wanted = title ?? typeWords[type] ?? type;
  return node.kind === 'scalar' && node.value === null
    ? { message: `${wanted} is missing here`, hint: 'write it, or delete the key if that is optional' }
    : { message: `${shown(node)} is not ${wanted}`, hint: typeHint(node, type) };
}

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'a mapping',
  string: 'a text',
};

/** Most values of a wrong type have quotes or brackets too few or too many. */
function typeHint(node: Node, wanted: string): string {
  switch (wanted) {
    case 'array':
      return node.kind === 'scalar' ? 'put it in brackets' : 'begin each item with "- "';
    case 'object':
      return 'write "key: value" pairs, in braces or on lines of their own';
    case 'boolean':
      return 'write true or false';
    case 'integer':
      return /^\d+$/.test(sourceOf(node)) ? 'delete the quotes' : 'write digits';
    default:
      return node.kind === 'scalar'
        ? 'put it in quotes'
        : 'write one text, in quotes if it begins with a bracket or brace';
  }
}

function shown(node: Node): string {
  return node.kind === 'scalar' ? quote(node.source) : `this ${wordOf(node)}`;
}

function wordOf({ kind }: ListNode | MapNode): string {
  return { list: 'list', map: 'mapping' }[kind];
}

/** Where a missing key is reported: at the first key of the block, so that the frame shows which block. */
function headOf(node: Node): Span {
  return (pairsOf(node)[0]?.key ?? node).at;
}

function keyAt(node: Node, key: string): Span {
  return (pairOf(node, key)?.key ?? node).at;
}

/** What the schema says for the case that a value has not the form. */
function adviceOf({ parentSchema }: FrameError): string | undefined {
  const { 'x-example': example, 'x-hint': hint } = parentSchema;
  return hint ?? (example && `write it like ${quote(example)}`);
}

function idOf({ keyword, propertyName }: FrameError): string {
  const name = propertyName === undefined ? keyword : 'propertyNames';
  return `frame-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
