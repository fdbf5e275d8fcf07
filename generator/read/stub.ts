/** What to write into a spec for a code that is not listed: everything that a row needs, with TODO for what is not known. */
import { visible } from '../diagnostic/quote.ts';
import type { Axis, Catalog } from '../registry/registry.ts';

export function stubOf(code: unknown, catalog: Catalog, axes: readonly Axis[]): string {
  const rest = catalog.key.slice(1);
  const inherited = catalog.sections.length > 0 ? new Map() : catalog.classification;
  const due = axes.filter(({ id, required }) => required && !inherited.has(id));
  const lines = [
    `code: ${scalarOf(code)}`,
    ...rest.map((field) => `${field}: TODO`),
    'line: TODO',
    ...(catalog.sections.length > 0 ? ['section: TODO'] : []),
    'name: TODO',
    ...catalog.fields.filter(({ id }) => !rest.includes(id)).map(({ id }) => `${id}: TODO`),
    ...(due.length > 0 ? [`inferred: { ${due.map(({ id }) => `${id}: TODO`).join(', ')} }`] : []),
  ];
  return lines.map((line, index) => `      ${index === 0 ? '- ' : '  '}${line}\n`).join('');
}

function scalarOf(code: unknown): string {
  if (typeof code === 'number') return String(code);
  const text = visible(String(code)).slice(0, 200);
  return /^[A-Za-z][\w.]*$/.test(text) ? text : JSON.stringify(text);
}
