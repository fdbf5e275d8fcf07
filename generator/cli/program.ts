/** The door to commander: the command table, and what each option means. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { suggest } from '../diagnostic/suggest.ts';
import { Refusal } from '../refusal.ts';
import { EXIT, type ExitCode, type Host } from './host.ts';
import { DEFAULTS, FORMATS, type Given, type Options } from './options.ts';

interface CommandRow {
  readonly name: string;
  readonly summary: string;
  /** What it is called with besides the shared options: `<one>`, `[perhaps]`. */
  readonly words?: string;
  /** Options of its own: flags, and what they do. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Formats beside the usual ones. */
  readonly formats?: readonly string[];
  /** Loaded when it is run, so that `--help` loads no parser. */
  load(): Promise<(options: Options, host: Host, given: Given) => Promise<ExitCode>>;
}

export const commands: readonly CommandRow[] = [
  {
    name: 'generate',
    summary: 'write everything that the specs and templates make',
    load: async () => (await import('./commands/generate.ts')).generate,
  },
  {
    name: 'watch',
    summary: 'generate, and again after every change, until Ctrl-C',
    load: async () => (await import('./commands/watch.ts')).watch,
  },
  {
    name: 'check',
    summary: 'fail where the output is not what generate would write',
    load: async () => (await import('./commands/check.ts')).check,
  },
  { name: 'lint', summary: 'check the specs alone', load: async () => (await import('./commands/lint.ts')).lint },
  {
    name: 'explain',
    summary: 'say what codes mean in every catalog, and what the ids of diagnostics and changes mean',
    words: '<code...>',
    flags: { '--provider <id>': 'in the catalogs of this provider alone' },
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'read',
    summary: 'read payloads on stdin, JSON or a line each, and write their outcomes',
    flags: {
      '--provider <id>': 'whose payloads they are',
      '--fail-on-unknown': 'exit 1 where a code is not listed',
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
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  {
    name: 'import',
    summary: 'make a first spec from the document of a provider that is not there yet',
    words: '<document>',
    flags: { '--provider <id>': 'id of the new provider' },
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
    formats: ['markdown'],
    load: async () => (await import('./commands/diff.ts')).diff,
  },
];

interface RawOptions {
  readonly spec: string;
  readonly templates: string;
  readonly out: string;
  readonly target: readonly string[];
  readonly format: string;
  readonly color: boolean;
  readonly quiet: boolean;
}

/** Runs one command; the number is for the process to exit with. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.clean;
  const program = new Command('sms-error-codes')
    .description('From checked YAML to the error codes of SMS providers in every language.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.out(text), writeErr: (text) => host.err(text) });
  for (const command of commands) {
    const parser = withOptions(program.command(command.name).description(command.summary), command.formats);
    if (command.words !== undefined) parser.arguments(command.words);
    for (const [flags, does] of Object.entries(command.flags ?? {})) parser.option(flags, does);
    parser.action(async () => {
      const runCommand = await command.load();
      const isSpecGiven = parser.getOptionValueSource('spec') === 'cli';
      const options = { ...optionsOf(parser.opts<RawOptions>(), host), isSpecGiven };
      exitCode = await runCommand(options, host, { words: parser.args, flags: parser.opts() });
    });
  }
  program.argument('[command]').action((name?: string) => {
    if (name === undefined) return program.help({ error: true });
    program.error(
      `error: unknown command "${name}"; ${suggest(
        name,
        commands.map((command) => command.name),
      )}`,
    );
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (!(problem instanceof Refusal)) throw problem;
    host.err(`error: ${problem.message}\n`);
    return EXIT.usage;
  }
}

function withOptions(command: Command, formats: readonly string[] = []): Command {
  return command
    .option('--spec <dir>', 'folder of the specs', folderName, DEFAULTS.spec)
    .option(
      '--templates <dir>',
      'folder of the targets; the packaged ones where it has none',
      folderName,
      DEFAULTS.templates,
    )
    .option('--out <dir>', 'folder that is written', folderName, DEFAULTS.out)
    .option(
      '--target <name>',
      'only this target; may be repeated',
      (name: string, names: readonly string[]) => [...names, name],
      [],
    )
    .addOption(
      new Option('--format <format>', 'how problems are told').choices([...FORMATS, ...formats]).default('text'),
    )
    .option('--no-color', 'no colours')
    .option('--quiet', 'no summary', false);
}

function optionsOf(raw: RawOptions, host: Host): Omit<Options, 'isSpecGiven'> {
  const { spec, templates, out, target, format, color, quiet } = raw;
  return {
    workingFolder: host.workingFolder,
    spec,
    templates,
    out,
    targets: target,
    format: FORMATS.find((usual) => usual === format) ?? 'text',
    color: color && host.color,
    quiet,
  };
}

/** An empty name would be the working folder: it comes from a variable of a script that was not set. */
function folderName(given: string): string {
  if (given === '') throw new InvalidArgumentError('It is empty.');
  return given;
}
