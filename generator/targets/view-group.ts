/** What the rows of a section inherit: a group for each section, or one for a catalog without sections. */
import type { Language } from '../languages/language.ts';
import type { Catalog } from '../registry/registry.ts';
import { sectionView } from './view-cell.ts';
import type { ClaimViews } from './view-claim.ts';
import type { GroupView } from './view-shape.ts';

export type GroupBySection = ReadonlyMap<string | undefined, GroupView>;

export function groupViews(catalog: Catalog, claims: ClaimViews, language: Language): GroupBySection {
  const { sections, classification: shared } = catalog;
  const whole = { id: undefined, title: undefined, classification: shared };
  return new Map(
    (sections.length > 0 ? sections : [whole]).map(({ id, title, classification }) => [
      id,
      {
        name: language.name('constant', nameOf(id)),
        doc: `${title === undefined ? 'What' : `Section "${title}": what`} holds where a row says nothing else.`,
        properties: [...(id === undefined ? [] : [sectionView(id, language)]), ...claims.claims(classification)],
        stated: claims.provenance(classification, 'statedOn'),
      },
    ]),
  );
}

/** An anchor may start with a figure, and no name may. */
function nameOf(section = 'catalog'): string {
  return `${section}_defaults`.replace(/^(?=\d)/, 'section_').replaceAll('-', '_');
}
