/** A YAML document as a tree that knows where each part stands. Nothing here knows the format of a spec. */
import type { Span } from '../diagnostic/diagnostic.ts';

export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly at: Span;
  /** As YAML 1.2 reads it. */
  readonly value: string | number | boolean | null;
  /** As it was written, without quotes: `007` stays `007`. */
  readonly source: string;
}

export interface ListNode {
  readonly kind: 'list';
  readonly at: Span;
  readonly items: readonly Node[];
}

export interface MapNode {
  readonly kind: 'map';
  readonly at: Span;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** A value together with the place where a person wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly at: Span;
}

/** The plain value, for a schema validator. `__proto__` is a key like any other. */
export function toPlain(node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toPlain);
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [key.source, toPlain(value)]));
    default:
      return node satisfies never;
  }
}

export function pairOf(node: Node | undefined, key: string): Pair | undefined {
  return node?.kind === 'map' ? node.pairs.find((pair) => pair.key.source === key) : undefined;
}

export function childOf(node: Node | undefined, key: string): Node | undefined {
  return pairOf(node, key)?.value;
}

export function pairsOf(node: Node | undefined): readonly Pair[] {
  return node?.kind === 'map' ? node.pairs : [];
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The node that a JSON pointer names, or the nearest one above it. */
export function nodeAt(root: Node, pointer: string): Node {
  return stepsOf(pointer).reduce<Node>((node, step) => {
    const child = node.kind === 'list' ? node.items[Number(step)] : childOf(node, step);
    return child ?? node;
  }, root);
}

/** The steps of a JSON pointer. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
