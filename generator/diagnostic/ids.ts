/** What the ids of diagnostics mean. Rules bring their own words, in their doc comments; these are all the others. */
import ruleDocs from '#rule-docs' with { type: 'json' };

const docs: Readonly<Record<string, string>> = {
  'broken-manifest':
    'The manifest is one JSON object of hashes. Without it nothing tells what was generated from what.',
  'drift-blocked': 'A planned path is free or holds a generated file. A file of somebody else is never overwritten.',
  'drift-changed': 'A generated file has exactly the bytes that the specs and templates make.',
  'drift-foreign': 'The output folder holds generated files and nothing else.',
  'drift-missing': 'Every planned file is there.',
  'drift-stale': 'A generated file that nothing makes any more is removed.',
  'duplicate-path': 'A target makes each path once, also where a file system ignores case.',
  'foreign-file': 'A generated file never replaces one that was not generated.',
  'missing-template': 'A file that `target.yaml` names stands beside it.',
  'no-specs': 'A spec folder has at least one `*.yaml` file. An empty one would empty the output.',
  'not-utf8': 'Specs and templates are UTF-8 text.',
  'second-taxonomy': 'A spec folder defines its axes once.',
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
  'unknown-language': 'A target names a language that the generator knows.',
  verify: 'What is rendered reads back as what the specs say. Otherwise the template is wrong, and nothing is written.',
  'yaml-alias': 'A spec repeats what it means; aliases are refused.',
  'yaml-anchor': 'A spec repeats what it means; anchors are refused.',
  'yaml-directive': 'A spec is YAML 1.2 and says so by not saying anything else.',
  'yaml-empty': 'A spec file has something in it.',
  'yaml-key': 'A key is a plain word.',
  'yaml-many-documents': 'A spec file holds one YAML document.',
  'yaml-merge-key': 'A spec repeats what it means; merge keys are refused.',
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

export function knownIds(): string[] {
  return [...Object.keys(docs), ...Object.keys(ruleDocs)].sort();
}
