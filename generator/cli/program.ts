/** The door to commander: the command table, and what each option means. */
import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { suggest } from '../diagnostic/suggest.ts';
import { Refusal } from '../refusal.ts';
import { EXIT, type ExitCode, type Host } from './host.ts';
import { DEFAULTS, FORMATS, type Format, type Options } from './options.ts';

interface CommandRow {
  readonly name: string;
  readonly summary: string;
  /** Loaded when it is run, so that `--help` loads no parser. */
  load(): Promise<(options: Options, host: Host) => Promise<ExitCode>>;
}

export const commands: readonly CommandRow[] = [
  {
    name: 'generate',
    summary: 'write everything that the specs and templates make',
    load: async () => (await import('./commands/generate.ts')).generate,
  },
  {
    name: 'check',
    summary: 'fail where the output is not what generate would write',
    load: async () => (await import('./commands/check.ts')).check,
  },
  { name: 'lint', summary: 'check the specs alone', load: async () => (await import('./commands/lint.ts')).lint },
];

interface RawOptions {
  readonly spec: string;
  readonly templates: string;
  readonly out: string;
  readonly target: readonly string[];
  readonly format: Format;
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
    withOptions(program.command(command.name).description(command.summary)).action(async (raw: RawOptions) => {
      const runCommand = await command.load();
      exitCode = await runCommand(optionsOf(raw, host), host);
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

function withOptions(command: Command): Command {
  return command
    .option('--spec <dir>', 'folder of the specs', DEFAULTS.spec)
    .option('--templates <dir>', 'folder of the targets; the packaged ones where it has none', DEFAULTS.templates)
    .option('--out <dir>', 'folder that is written', DEFAULTS.out)
    .option(
      '--target <name>',
      'only this target; may be repeated',
      (name: string, names: readonly string[]) => [...names, name],
      [],
    )
    .addOption(new Option('--format <format>', 'how problems are told').choices([...FORMATS]).default('text'))
    .option('--no-color', 'no colours')
    .option('--quiet', 'no summary', false);
}

function optionsOf({ spec, templates, out, target, format, color, quiet }: RawOptions, host: Host): Options {
  return {
    workingFolder: host.workingFolder,
    spec,
    templates,
    out,
    targets: target,
    format,
    color: color && host.color,
    quiet,
  };
}
