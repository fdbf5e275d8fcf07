/** Describes what a template may see: every field of the view, whether it must be encoded, and what it means. */
import type { Refused } from '../languages/language.ts';

/** One field of the view, in words for `templates/README.md`. */
export type Shape =
  | { readonly kind: 'text'; readonly doc: string; readonly optional?: true }
  | { readonly kind: 'code'; readonly doc: string; readonly optional?: true }
  | { readonly kind: 'literal'; readonly doc: string; readonly optional?: true }
  | { readonly kind: 'flag'; readonly doc: string; readonly optional?: true }
  | { readonly kind: 'list'; readonly doc: string; readonly item: Shape; readonly optional?: true }
  | ObjectShape;

export interface ObjectShape {
  readonly kind: 'object';
  readonly doc: string;
  readonly fields: Readonly<Record<string, Shape>>;
  readonly optional?: true;
}

/** Raw text: a template prints it only through an encoder. */
export const text = <const D extends string>(doc: D) => ({ kind: 'text', doc }) as const;
/** Source text of the target's language, ready to print. */
export const code = <const D extends string>(doc: D) => ({ kind: 'code', doc }) as const;
/** The same of a value, which a language may also refuse. */
export const literal = <const D extends string>(doc: D) => ({ kind: 'literal', doc }) as const;
/** A claim, for `#if` and `#unless`. */
export const flag = <const D extends string>(doc: D) => ({ kind: 'flag', doc }) as const;
export const list = <const S extends Shape>(item: S, doc: string) => ({ kind: 'list', doc, item }) as const;
export const object = <const F extends Record<string, Shape>>(fields: F, doc: string) =>
  ({ kind: 'object', doc, fields }) as const;
/** May be absent; a template asks with `#if` or `#with` first. */
export const optional = <const S extends Shape>(shape: S) => ({ ...shape, optional: true }) as const;

/** The type of the values that fit a shape, so that the view and its description cannot part. */
export type ViewOf<S> = S extends { kind: 'text' | 'code' }
  ? string
  : S extends { kind: 'literal' }
    ? string | Refused
    : S extends { kind: 'flag' }
      ? boolean
      : S extends { kind: 'list'; item: infer I }
        ? readonly ViewOf<I>[]
        : S extends { kind: 'object'; fields: infer F }
          ? { readonly [K in keyof F as F[K] extends { optional: true } ? never : K]: ViewOf<F[K]> } & {
              readonly [K in keyof F as F[K] extends { optional: true } ? K : never]?: ViewOf<F[K]> | undefined;
            }
          : never;
