/** A first spec of a provider, from its page: everything that is printed, and a proposal for everything that is not. */
import { capitalCase, pascalCase } from 'change-case';
import type { PageDocument } from '../../document/read.ts';
import type { Spec } from '../../spec/spec.ts';
import { scalarText } from '../patch/layout.ts';
import { REVIEW_OF_NEW } from '../patch/new-rows.ts';
import { firstClaims, type ProposedClaims } from '../patch/propose-claims.ts';
import { proposeNames } from '../patch/propose-name.ts';
import { claimLines, indented, type RowColumn, rowText } from '../patch/row-text.ts';
import { type DraftCatalog, type DraftColumn, NO_ID } from './draft.ts';

export interface ScaffoldContext {
  readonly provider: string;
  readonly document: PageDocument;
  /** The day on which the document was received. */
  readonly received: string;
  /** What stands above everything else, for editors; may be empty. */
  readonly head: string;
  /** For its axes. */
  readonly spec: Spec;
  /** Whether every proposed name bears its code. */
  readonly isSuffixed: boolean;
}

/** The counts and digests of the cells are still to be filled in. */
export function scaffold(catalogs: readonly DraftCatalog[], context: ScaffoldContext): string {
  const { provider, document, received } = context;
  const heading = document.headings.find(({ depth }) => depth === 1) ?? document.headings[0];
  const title = heading?.title ?? `Codes of ${capitalCase(provider)}`;
  return [
    `${context.head}# ${capitalCase(provider)}: made from its document by \`import\`. Names, types and classification are proposals;`,
    '# a row loses its `review` when a person has confirmed it. What a catalog infers of all its rows says that nothing is',
    '# known yet. Say here what is odd about the document.',
    '',
    `provider: ${provider}`,
    `name: ${scalarText(capitalCase(provider))}`,
    'document:',
    `  title: ${scalarText(title || provider, false)}`,
    `  received: ${received}`,
    `  sha256: ${scalarText(document.sha256)}`,
    '',
    'catalogs:',
    catalogs.map((catalog) => catalogText(catalog, context)).join('\n'),
  ].join('\n');
}

function catalogText(catalog: DraftCatalog, context: ScaffoldContext): string {
  const { id, title, codeType, key, columns, sections, rows } = catalog;
  const lines = [
    `title: ${scalarText(title || id, false)}`,
    `type_name: ${typeNameOf(`${context.provider} ${id === NO_ID ? '' : id} error`)}`,
    `code_type: ${codeType}`,
    `key: [${key.join(', ')}]`,
    `rows: ${rows.length}`,
    `cells_sha256: ${'a'.repeat(64)}`,
    'columns:',
    ...columns.map((column) => `  - { header: ${scalarText(column.header)}, ${columnText(column)} }`),
    ...(sections.length === 0 ? [] : ['sections:']),
    ...sections.map(
      (section) => `  - { id: ${section.id}, title: ${scalarText(section.title)}, line: ${section.line} }`,
    ),
    ...claimLines({ ...NO_CLAIMS, inferred: firstClaims(context.spec) }),
    'entries:',
  ];
  const printed = rowColumns(catalog);
  // Of rows that share a code, the last one names it.
  const named = [...new Map(rows.map((row) => [row.code, row])).values()];
  const naming = { known: new Map<string, string>(), isSuffixed: context.isSuffixed };
  const names = proposeNames(named, { columns: printed, codeRule: undefined }, naming);
  const entries = rows.map((row) => {
    const cells = new Map([['code', row.code], ...row.cells]);
    const { line, section } = row;
    return rowText(
      { cells, line, section, name: names.get(row.code) ?? '', claims: NO_CLAIMS, review: REVIEW_OF_NEW },
      printed,
      key,
    );
  });
  return `  ${id}:\n${indented(`${lines.join('\n')}\n`, '    ')}${indented(entries.join('\n'), '      ')}`;
}

/** Letters and digits, a letter first. */
function typeNameOf(words: string): string {
  const name = pascalCase(words).replaceAll('_', '');
  return /^[A-Z]/.test(name) ? name : `Provider${name}`;
}

/** What the whole catalog says of its rows says it for them. */
const NO_CLAIMS: ProposedClaims = { stated: new Map(), inferred: new Map() };

function columnText({ field, type, values }: DraftColumn): string {
  if (type === 'code') return 'field: code';
  if (type === 'omitted') {
    const why =
      values.length === 1 ? 'No row has a cell of it.' : 'Some rows have no cell of it; decide how to transcribe it.';
    return `omitted: ${why}`;
  }
  const own = `field: ${field}, type: ${type}`;
  if (type === 'enum') return `${own}, values: [${values.map((value) => scalarText(value)).join(', ')}]`;
  if (type !== 'boolean') return own;
  // A yes or no is what programs decide by; the author takes the word away where they do not.
  return `${own}, breaking: true, values: { ${values.map((value) => `${scalarText(value)}: ${/^(?:yes|true)$/i.test(value)}`).join(', ')} }`;
}

/** Those that are transcribed, with the types that the spec will have. */
function rowColumns({ columns, codeType }: DraftCatalog): RowColumn[] {
  return columns.flatMap(({ field, type }) =>
    type === 'omitted' ? [] : [{ field: { value: field }, type: type === 'code' ? codeType : type }],
  );
}
