/** A registry in the form of `registry.json`: what both sides of a comparison are, wherever they come from. */
import type { Code } from '../registry/registry.ts';

type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | 'code'
  | readonly ['list' | 'map', Shape]
  /** A key that ends in a question mark may be absent. Further keys are allowed. */
  | { readonly [key: string]: Shape };

type Fits<S> = S extends 'text'
  ? string
  : S extends 'number'
    ? number
    : S extends 'flag'
      ? boolean
      : S extends 'code'
        ? Code
        : S extends readonly ['list', infer I]
          ? readonly Fits<I>[]
          : S extends readonly ['map', infer I]
            ? Readonly<Record<string, Fits<I>>>
            : Readonly<Record<string, unknown>> & {
                readonly [K in keyof S as K extends `${string}?` ? never : K]: Fits<S[K]>;
              } & { readonly [K in keyof S as K extends `${infer N}?` ? N : never]?: Fits<S[K]> };

const provenance = ['map', { line: 'number' }] as const;
const claims = { classification: ['map', 'text'], stated: provenance, 'basis?': provenance } as const;

const axis = {
  id: 'text',
  title: 'text',
  definition: 'text',
  'listsEntries?': 'flag',
  breaking: 'flag',
  values: ['list', { id: 'text', definition: 'text' }],
} as const;

const predicate = { id: 'text', definition: 'text', when: ['map', ['list', 'text']] } as const;

const field = { id: 'text', type: 'text', 'enumName?': 'text', 'values?': ['list', 'text'], breaking: 'flag' } as const;

const deprecation = { since: 'text', reason: 'text', 'replacement?': 'code', 'note?': 'text' } as const;

const removal = { code: 'code', name: 'text', since: 'text', reason: 'text', 'replacement?': 'code' } as const;

const entry = {
  code: 'code',
  name: 'text',
  'section?': 'text',
  line: 'number',
  'note?': 'text',
  'deprecated?': deprecation,
  ...claims,
} as const;

const scheme = {
  'line?': 'number',
  'length?': 'number',
  prefixes: ['list', { prefix: 'text', title: 'text', ...claims }],
} as const;

const catalog = {
  id: 'text',
  title: 'text',
  typeName: 'text',
  codeType: 'text',
  key: ['list', 'text'],
  'lookups?': ['list', 'text'],
  fields: ['list', field],
  'sections?': ['list', { id: 'text', title: 'text', line: 'number' }],
  'scheme?': scheme,
  'removed?': ['list', removal],
  entries: ['list', entry],
} as const;

const payloadField = {
  name: 'text',
  type: 'text',
  'values?': ['list', { value: 'text', definition: 'text' }],
} as const;

const payloadObject = { typeName: 'text', fields: ['list', payloadField] } as const;

const payload = { typeName: 'text', objects: ['list', payloadObject] } as const;

const reader = { id: 'text', payloads: ['list', 'text'] } as const;

const provider = {
  id: 'text',
  name: 'text',
  document: { title: 'text', received: 'text', sha256: 'text' },
  'payloads?': ['list', payload],
  'readers?': ['list', reader],
  catalogs: ['list', catalog],
} as const;

const registry = {
  'taxonomy?': ['list', axis],
  'predicates?': ['list', predicate],
  providers: ['list', provider],
} as const;

export type Snapshot = Fits<typeof registry>;
export type AxisSnapshot = Fits<typeof axis>;
export type PredicateSnapshot = Fits<typeof predicate>;
export type ProviderSnapshot = Fits<typeof provider>;
export type PayloadSnapshot = Fits<typeof payload>;
export type PayloadObjectSnapshot = Fits<typeof payloadObject>;
export type PayloadFieldSnapshot = Fits<typeof payloadField>;
export type ReaderSnapshot = Fits<typeof reader>;
export type CatalogSnapshot = Fits<typeof catalog>;
export type FieldSnapshot = Fits<typeof field>;
export type EntrySnapshot = Fits<typeof entry>;
export type RemovalSnapshot = Fits<typeof removal>;
export type SchemeSnapshot = Fits<typeof scheme>;
export type ClaimsSnapshot = Fits<typeof claims>;

/** The value as a snapshot, or in words where it is not one: `/providers/0/catalogs/0 has no "fields"`. */
export function parseSnapshot(value: unknown): { value: Snapshot } | { fault: string } {
  const fault = faultIn(value, registry, '');
  return fault === undefined ? { value: value as Snapshot } : { fault };
}

function faultIn(value: unknown, shape: Shape, at: string): string | undefined {
  if (typeof shape === 'string') return isOf(value, shape) ? undefined : `${at} is no ${shape}`;
  if (typeof value !== 'object' || value === null) return `${at || 'the root'} is no object`;
  if (isPair(shape)) {
    if (Array.isArray(value) !== (shape[0] === 'list')) return `${at} is no ${shape[0]}`;
    return first(Object.entries(value), ([key, item]) => faultIn(item, shape[1], `${at}/${key}`));
  }
  return first(Object.entries(shape), ([word, inner]) => {
    const key = word.replace(/\?$/, '');
    if (Object.hasOwn(value, key)) return faultIn(Reflect.get(value, key), inner, `${at}/${key}`);
    return key === word ? `${at || 'the root'} has no "${key}"` : undefined;
  });
}

function isOf(value: unknown, shape: 'text' | 'number' | 'flag' | 'code'): boolean {
  switch (shape) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'code':
      return typeof value === 'string' || typeof value === 'number';
    default:
      return shape satisfies never;
  }
}

function isPair(shape: Exclude<Shape, string>): shape is readonly ['list' | 'map', Shape] {
  return Array.isArray(shape);
}

function first<T>(items: readonly T[], faultOf: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
