/** What the ids of diagnostics mean. Rules bring their own words, in their doc comments; these are all the others. */
import ruleDocs from '#rule-docs' with { type: 'json' };

const docs: Readonly<Record<string, string>> = {
  'broken-manifest':
    'The manifest is one JSON object of hashes. Without it nothing tells what was generated from what.',
  'cell-changed':
    'A cell of a spec is what the document prints, and a row stands in the section in which it is printed.',
  'column-added': 'A column of the document is transcribed, or declared as `omitted` with the reason.',
  'column-removed':
    'Every column of a spec is in the document. One that is gone is taken out by a person: services read its field.',
  'column-renamed': 'The header of a column is the one that the document prints.',
  'drift-blocked': 'A planned path is free or holds a generated file. A file of somebody else is never overwritten.',
  'drift-changed': 'A generated file has exactly the bytes that the specs and templates make.',
  'drift-foreign': 'The output folder holds generated files and nothing else.',
  'drift-leftover': 'A run that was stopped leaves files beside their places; the next `generate` removes them.',
  'drift-missing': 'Every planned file is there.',
  'drift-stale': 'A generated file that nothing makes any more is removed.',
  'duplicate-path':
    'A target makes each path once, also where a file system ignores case, and no file where another needs a folder.',
  'edition-changed': 'A spec names the SHA-256 of the document that it was transcribed from.',
  'foreign-file': 'A generated file never replaces one that was not generated.',
  'merge-conflict': 'No spec or template has the marks that git leaves where two changes meet.',
  'missing-manifest': 'The manifest stays with the files that it lists.',
  'missing-template': 'A file that `target.yaml` names stands beside it.',
  'no-specs': 'A spec folder has at least one `*.yaml` file. An empty one would empty the output.',
  'no-table': 'A document has at least one table with a column of codes.',
  'not-a-file': 'What is named like a spec or a target is a regular file.',
  'not-text': 'A document is text: UTF-8, UTF-16 with its mark, or Windows-1252.',
  'not-utf8': 'Specs and templates are UTF-8 text.',
  'not-written': '`audit --write` writes what a spec can hold; what a person has to settle stays a finding.',
  'row-added': 'Every row of the document is in the spec.',
  'row-moved': 'The rows of a spec stand in the order of the document.',
  'row-removed': 'Every row of a spec is in the document. A code that is gone becomes a tombstone under `removed`.',
  'row-repeated': 'A row of the document that says again what another one says, cell by cell, stands in the spec once.',
  'stray-path': "A file stays below its target's folder, whatever a setting makes of its path.",
  'second-taxonomy': 'A spec folder defines its axes once.',
  'section-renamed': 'The title of a section is the heading that the document prints.',
  'template-each': '`{{#each}}` loops over a list of the view.',
  'template-feature':
    'Templates have loops, presence tests, partials and encoders; decorators and inline partials they have not.',
  'template-helper':
    'A helper is a block of Handlebars (`if`, `unless`, `each`, `with`) or an encoder of the language, with one value.',
  'template-optional': 'What may be absent is printed only inside `{{#if}}` or `{{#with}}`.',
  'template-partial': 'A partial is a file of the target whose name starts with `_`.',
  'template-path': 'A template names fields that the view has; `templates/README.md` lists them.',
  'template-recursion': 'A partial does not include itself, directly or through another.',
  'template-syntax': 'A template is valid Handlebars.',
  'template-unencoded': 'Text is printed through an encoder; only source text that is ready is printed as it is.',
  unencodable: 'Text is printed only where the language of the target can hold it.',
  'unknown-placeholder': 'A path in `target.yaml` has placeholders of what its file is about, and settings.',
  'unsure-line':
    'A line number names the line of the document as received. `audit --write` follows the lines of rows and headings, and those between two that moved alike.',
  'unused-template':
    'Every template makes a file, and every partial is part of one: what nothing uses, nothing checks.',
  'too-deep': 'In a document elements stand at most 512 deep within each other, quotes and items of one line 100.',
  'too-many-headings': 'In a Markdown document at most a thousand headings have a line of marks below them.',
  'too-large': 'A spec, a template or a document has at most 8 MiB.',
  'unknown-language': 'A target names a language that the generator knows.',
  'version-too-low':
    'A version moves at least as far as the changes since the last release need: below 1.0.0 a breaking change needs a minor version.',
  verify: 'What is rendered reads back as what the specs say. Otherwise the template is wrong, and nothing is written.',
  'yaml-alias': 'A spec repeats what it means; aliases are refused.',
  'yaml-anchor': 'A spec repeats what it means; anchors are refused.',
  'yaml-character': 'A spec has no characters that cannot be seen, but blanks, tabs and line feeds.',
  'yaml-directive': 'A spec is YAML 1.2 and says so by not saying anything else.',
  'yaml-duplicate-key': 'A block has each key once, with or without quotes.',
  'yaml-empty': 'A spec file has something in it.',
  'yaml-key': 'A key is a plain word.',
  'yaml-many-documents': 'A spec file holds one YAML document.',
  'yaml-merge-key': 'A spec repeats what it means; merge keys are refused.',
  'yaml-too-deep': 'Blocks and brackets stand at most a hundred deep within each other; a spec needs eight or so.',
  'yaml-too-many': 'A block has at most 5000 keys, a list 20,000 items.',
  'yaml-tag': 'Types come from the format, not from tags.',
};

/** What every id means whose end is told by a library: a keyword of JSON Schema, an error code of the YAML parser. */
const families: Readonly<Record<string, string>> = {
  'frame-':
    'A spec has the frame that `spec/spec.schema.json` describes, and a target that of `templates/target.schema.json`.',
  'yaml-': 'A spec is YAML 1.2 that can be read in one way only.',
};

/** What an id means; `undefined` for a word that is none. */
export function docOf(id: string): string | undefined {
  const own: Readonly<Record<string, string>> = { ...docs, ...ruleDocs };
  if (Object.hasOwn(own, id)) return own[id];
  return Object.entries(families).find(([start]) => id.startsWith(start))?.[1];
}
