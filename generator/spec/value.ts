/** Reads one value of a located tree. The frame has already seen that required ones are there. */
import type { Span } from '../diagnostic/diagnostic.ts';
import { childOf, itemsOf, type Located, type Node, type ScalarNode } from './node.ts';

export function located(node: Node): Located<string> {
  return { value: sourceOf(node), at: node.at };
}

export function locatedOf(block: Node | undefined, key: string): Located<string> {
  return locatedChild(block, key) ?? { value: '', at: block?.at ?? NOWHERE };
}

export function locatedChild(block: Node | undefined, key: string): Located<string> | undefined {
  const scalar = scalarOf(block, key);
  return scalar && located(scalar);
}

export function locatedNumber(block: Node | undefined, key: string): Located<number> {
  return toNumber(locatedOf(block, key));
}

export function toNumber({ value, at }: Located<string>): Located<number> {
  return { value: Number(value), at };
}

export function locatedItems(block: Node | undefined, key: string): Located<string>[] {
  return itemsOf(childOf(block, key)).map(located);
}

export function scalarOf(block: Node | undefined, key: string): ScalarNode | undefined {
  const child = childOf(block, key);
  return child?.kind === 'scalar' ? child : undefined;
}

export function textOf(block: Node | undefined, key: string): string {
  return scalarOf(block, key)?.source ?? '';
}

export function flagOf(block: Node | undefined, key: string): boolean {
  return scalarOf(block, key)?.value === true;
}

export function numberOf(block: Node | undefined, key: string): number | undefined {
  const scalar = scalarOf(block, key);
  return scalar && Number(scalar.source);
}

export function sourceOf(node: Node): string {
  return node.kind === 'scalar' ? node.source : '';
}

export function nothing(node: Node): ScalarNode {
  return { kind: 'scalar', at: node.at, value: null, source: '' };
}

const NOWHERE: Span = { path: '', start: 0, end: 0 };
