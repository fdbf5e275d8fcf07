/** What a word of an answer means that is no code: an axis, a value of one, a question about them, a provider, a catalog. */
import { publicName } from '../registry/public-name.ts';
import { type Axis, codesOf, type Predicate, type Provider, type Registry } from '../registry/registry.ts';

/** A paragraph for each that has it, or `undefined`. */
export function docOfWord(word: string, { axes, predicates, providers }: Registry): string | undefined {
  const docs = [
    ...docsOfAxes(word, axes),
    ...predicates.filter(({ id }) => id === word || publicName(id) === word).map(docOfPredicate),
    ...providers.flatMap((provider) => docsOfProvider(word, provider)),
  ];
  return docs.length === 0 ? undefined : docs.join('\n');
}

function docsOfAxes(word: string, axes: readonly Axis[]): string[] {
  return axes.flatMap(({ id, definition, values, valuesOf }) => {
    if (id === word || publicName(id) === word)
      return [`An axis: ${definition} Its values: ${values.map((value) => value.id).join(', ')}.`];
    // An axis that shares the values of another one says nothing new of them.
    const found = id === valuesOf ? values.find((value) => value.id === word) : undefined;
    return found === undefined ? [] : [`A value of axis ${id}: ${found.definition}`];
  });
}

function docOfPredicate({ definition, when }: Predicate): string {
  const conditions = when.map(({ axis, values }) => `${axis.replaceAll('_', ' ')} is ${values.join(' or ')}`);
  return `A question: ${definition} Yes where ${conditions.join(', and ')}.`;
}

function docsOfProvider(word: string, { id, name, catalogs }: Provider): string[] {
  const labels = catalogs.map((catalog) => `${id}/${catalog.id}`);
  if ([id, name.toLowerCase()].includes(word.toLowerCase()))
    return [
      `A provider, ${name}. Its catalogs: ${labels.join(', ')}. With --provider ${id} codes are looked up in these alone.`,
    ];
  return catalogs
    .filter((_, index) => labels[index] === word)
    .map((catalog) => `A catalog of ${name}, with ${codesOf(catalog).length} codes: ${catalog.title}.`);
}
