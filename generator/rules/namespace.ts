/** Names that stand side by side in what is written of a spec, and so must differ there. */
import type { Language, NameRole } from '../languages/language.ts';
import type { Located } from '../spec/node.ts';
import type { CatalogSpec, Spec } from '../spec/spec.ts';
import { catalogsOf } from './rule.ts';

export interface Namespace {
  readonly role: NameRole;
  readonly names: readonly Located<string>[];
  /** Printed values that only an enum has as names. */
  readonly isEnum?: true;
  /** Values of an axis, which are names only where a language has an enum for it. */
  readonly isAxis?: true;
}

/** The axes, the values of each, and the names of each catalog. */
export function namespacesOf(spec: Spec): Namespace[] {
  const axes = spec.taxonomy?.axes ?? [];
  return [
    { role: 'field', names: axes.map(({ id }) => id) },
    ...axes.map(({ values }): Namespace => ({ role: 'member', names: values.map(({ id }) => id), isAxis: true })),
    ...catalogsOf(spec).flatMap(namespacesIn),
  ];
}

/** The names of the codes, those of the fields, and what is printed in a column that is an enum of its own. */
function namespacesIn({ entries, columns }: CatalogSpec): Namespace[] {
  return [
    { role: 'member', names: entries.map(({ name }) => name) },
    { role: 'field', names: columns.map(({ field }) => field) },
    ...columns.flatMap(({ enumName, values }): Namespace[] =>
      enumName === undefined
        ? []
        : [{ role: 'member', names: [...values.keys()].map((value) => ({ value, at: enumName.at })), isEnum: true }],
    ),
  ];
}

/** Whether the names of a namespace are names in a language. */
export function hasNames({ isEnum, isAxis }: Namespace, { memberOf, hasAxisEnums }: Language): boolean {
  return isAxis === true ? hasAxisEnums : isEnum !== true || memberOf !== undefined;
}
