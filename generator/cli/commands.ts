/** The command table: what there is to call, how, and what it is good for. */
import type { ExitCode, Host } from './host.ts';
import { FORMATS, type Given, type Options } from './options.ts';

export interface CommandRow {
  readonly name: string;
  readonly summary: string;
  /** What it is called with besides the shared options: `<one>`, `[perhaps]`. */
  readonly words?: string;
  /** Options of its own: flags, and what they do. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Where they are not the usual ones. */
  readonly formats?: readonly string[];
  /** Calls, as they follow the name of the CLI, and what each does. */
  readonly examples: Readonly<Record<string, string>>;
  /** Loaded when it is run, so that `--help` loads no parser. */
  load(): Promise<(options: Options, host: Host, given: Given) => Promise<ExitCode>>;
}

export const commands: readonly CommandRow[] = [
  {
    name: 'generate',
    summary: 'write everything that the specs and templates make',
    examples: {
      generate: 'write what the specs and templates make',
      'generate --target typescript': 'only one target; the files of the others stay as they are',
      'generate --spec acme/spec --out acme/generated': 'other folders',
    },
    load: async () => (await import('./commands/generate.ts')).generate,
  },
  {
    name: 'watch',
    summary: 'generate, and again after every change, until Ctrl-C',
    examples: {
      watch: 'make everything, and again after every change',
      'watch --target markdown': 'only one target, which is quicker',
    },
    load: async () => (await import('./commands/watch.ts')).watch,
  },
  {
    name: 'check',
    summary: 'fail where the output is not what generate would write',
    examples: {
      check: 'say of each file that is not current why, with a diff',
      'check --format github': 'as annotations of a pull request',
      'check --format sarif > check.sarif': 'for a code scanner',
    },
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'lint',
    summary: 'check the specs alone',
    examples: {
      lint: 'all problems of the specs, with their places',
      'lint --format json': 'for a program',
    },
    load: async () => (await import('./commands/lint.ts')).lint,
  },
  {
    name: 'explain',
    summary: 'say what codes mean in every catalog, and what values, axes and the ids of diagnostics and changes mean',
    words: '<code...>',
    flags: { '--provider <id>': 'in the catalogs of this provider alone' },
    formats: ['text', 'json'],
    examples: {
      'explain 4432': 'what a code means, wherever it is listed',
      'explain 4799 --provider acme': 'a code that is not listed, by the scheme of one provider',
      'explain duplicate-key': 'what the id of a problem means',
    },
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'read',
    summary: 'read payloads on stdin, JSON or a line each, and write their outcomes',
    flags: {
      '--provider <id>': 'whose payloads they are',
      '--fail-on-unknown': 'exit 1 where a code is not listed',
    },
    // An outcome is JSON in either.
    formats: ['text', 'json'],
    examples: {
      'read --provider acme < payloads.jsonl': 'an outcome a line, and a summary',
      'read --provider acme --fail-on-unknown < payloads.jsonl': 'exit 1 where a code is not listed',
    },
    load: async () => (await import('./commands/read.ts')).read,
  },
  {
    name: 'audit',
    summary: "compare a provider's document with its catalogs, cell by cell",
    words: '<document>',
    flags: {
      '--provider <id>': 'whose document it is; recognised from its codes where this is not given',
      '--write': 'bring the spec up to the document, with what is proposed marked for review',
    },
    examples: {
      'audit page.md': 'what differs between a saved page and the spec',
      'audit page.md --provider acme --write': 'bring the spec up to the page',
    },
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  {
    name: 'import',
    summary: 'make a first spec from the document of a provider that is not there yet',
    words: '<document>',
    flags: { '--provider <id>': 'id of the new provider' },
    examples: {
      'import page.html --provider acme': 'make spec/acme.yaml from a saved page',
    },
    load: async () => (await import('./commands/import.ts')).importDocument,
  },
  {
    name: 'diff',
    summary: 'say what changed between two registries, and what it means for a release',
    words: '[old] [new]',
    flags: {
      '--fail-on <level>': 'exit 1 where a change is breaking, or risky as well',
      '--release': 'compare with the last release, and exit 1 where the version has moved too little',
    },
    formats: [...FORMATS, 'markdown'],
    examples: {
      'diff HEAD': 'what has changed since the last commit',
      'diff v1.2.0 --format markdown': 'release notes since a tag',
      'diff v1.2.0 v1.3.0 --fail-on breaking': 'exit 1 where a change breaks users',
      'diff --release': 'whether the version has moved enough since the last release',
    },
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  {
    name: 'init',
    summary: 'begin specs of your own: an example of a spec, a target and a CI step, which pass at once',
    formats: ['text'],
    examples: {
      init: 'in a folder that has none of them',
      'init --spec codes/spec --templates codes/templates': 'in folders of other names',
    },
    load: async () => (await import('./commands/init.ts')).init,
  },
];
