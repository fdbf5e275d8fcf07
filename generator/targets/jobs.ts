/** What templates are rendered for: the registry, or each of its parts. */
import type { Catalog, Field, Provider } from '../registry/registry.ts';
import type { Unit } from './target.ts';
import type { Views } from './view.ts';

export interface Job {
  /** What stands for the placeholders of a path. */
  readonly ids: Readonly<Record<string, string>>;
  /** Where what it is about is written, for people. */
  readonly from: string;
  readonly view: object;
  readonly catalogs: readonly Catalog[];
  /** Of an enumeration: the column whose values it lists; absent where it lists the codes. */
  readonly field?: Field | undefined;
}

export function jobsOf({ registry, providers }: Views): Record<Unit, Job[]> {
  const perProvider = [...providers].map(([provider, view]) => ({
    ids: { provider: view.module },
    from: specOf(provider),
    view,
    catalogs: provider.catalogs,
  }));
  const perCatalog = perProvider.flatMap(({ ids, from, view: { catalogs: seen }, catalogs }) =>
    seen.map((view, index) => ({
      ids: { ...ids, catalog: view.module, type: view.typeName },
      from,
      view,
      catalogs: catalogs.slice(index, index + 1),
    })),
  );
  const perEnum = perCatalog.flatMap(({ ids, from, view: { codes, enums }, catalogs }) => {
    const columns = catalogs.flatMap(({ fields }) => fields.filter(({ enumName }) => enumName !== undefined));
    return [codes, ...enums].map((view, index) => ({
      ids: { ...ids, type: view.name, enum: view.module },
      from,
      view,
      catalogs,
      field: columns[index - 1],
    }));
  });
  return {
    registry: [{ ids: {}, from: 'spec/', view: registry, catalogs: perProvider.flatMap(({ catalogs }) => catalogs) }],
    axis: registry.axes
      .filter(({ hasOwnValues }) => hasOwnValues)
      .map((view) => ({ ids: { type: view.name }, from: 'spec/', view, catalogs: [] })),
    provider: perProvider,
    catalog: perCatalog,
    enum: perEnum,
    payload: perProvider.flatMap(({ ids, from, view: { payloads } }) =>
      payloads.map((view) => ({ ids: { ...ids, payload: view.module }, from, view, catalogs: [] })),
    ),
  };
}

/** The same name whatever folder was given, so that the bytes do not depend on it. */
function specOf({ path }: Provider): string {
  return `spec/${path.slice(path.lastIndexOf('/') + 1)}`;
}
