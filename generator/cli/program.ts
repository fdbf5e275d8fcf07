/** The door to commander: what the options mean, and what a call that cannot be understood is told. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { suggest } from '../diagnostic/suggest.ts';
import { findRefusal } from '../refusal.ts';
import { type CommandRow, commands } from './commands.ts';
import { EXIT, type ExitCode, type Host } from './host.ts';
import { DEFAULTS, FORMATS, type Options } from './options.ts';

interface RawOptions {
  readonly spec: string;
  readonly templates: string;
  readonly out: string;
  readonly target?: readonly string[];
  readonly format: string;
  readonly color: boolean;
  readonly quiet?: true;
}

/** Runs one command; the number is for the process to exit with. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.clean;
  const program = new Command('sms-error-codes')
    .description('From checked YAML to the error codes of SMS providers in every language.')
    .usage('<command> [options]')
    .addHelpText('after', '\nnpx sms-error-codes <command> --help has examples.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.out(text), writeErr: (text) => host.err(text) });
  for (const command of commands) {
    const parser = addParser(program, command).action(async () => {
      const runCommand = await command.load();
      const given = { words: parser.args, flags: parser.opts() };
      exitCode = await runCommand(optionsOf(parser, host), host, given);
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
    const refusal = findRefusal(problem);
    if (refusal === undefined) throw problem;
    host.err(`error: ${refusal.message}\n`);
    return EXIT.usage;
  }
}

function addParser(program: Command, { name, summary, words, flags = {}, formats, examples }: CommandRow): Command {
  const parser = program.command(name).description(summary);
  if (words !== undefined) parser.arguments(words);
  for (const [flag, does] of Object.entries(flags)) parser.option(flag, does);
  return withSharedOptions(parser.optionsGroup('Options of every command:'), formats)
    .addHelpText('after', examplesOf(examples))
    .showHelpAfterError(`for examples: npx sms-error-codes ${name} --help`);
}

function examplesOf(examples: CommandRow['examples']): string {
  const lines = Object.entries(examples).map(([call, does]) => `  # ${does}\n  npx sms-error-codes ${call}`);
  return ['', 'Examples:', ...lines].join('\n');
}

function withSharedOptions(command: Command, formats: readonly string[] = FORMATS): Command {
  return command
    .option('--spec <dir>', 'folder of the specs', folderName, DEFAULTS.spec)
    .option(
      '--templates <dir>',
      'folder of the targets; the packaged ones where it has none',
      folderName,
      DEFAULTS.templates,
    )
    .option('--out <dir>', 'folder that is written', folderName, DEFAULTS.out)
    .option('--target <name>', 'only this target; may be repeated', (name: string, names: readonly string[] = []) => [
      ...names,
      name,
    ])
    .addOption(new Option('--format <format>', 'how problems are told').choices(formats).default('text'))
    .option('--no-color', 'no colours')
    .option('--quiet', 'no summary');
}

function optionsOf(parser: Command, { workingFolder }: Host): Options {
  const { target: targets = [], format, quiet = false, ...given } = parser.opts<RawOptions>();
  return {
    ...given,
    workingFolder,
    isSpecGiven: parser.getOptionValueSource('spec') === 'cli',
    targets,
    format: FORMATS.find((usual) => usual === format) ?? 'text',
    quiet,
  };
}

/** An empty name would be the working folder: it comes from a variable of a script that was not set. */
function folderName(given: string): string {
  if (given === '') throw new InvalidArgumentError('It is empty.');
  return given;
}
