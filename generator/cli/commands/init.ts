/** `init`: a spec, a target and a CI step to begin with, which pass at once; all of them, or none where anything is in the way. */
import { basename, dirname, join, relative, resolve } from 'node:path';
import { quote } from '../../diagnostic/quote.ts';
import { create, hasFile, hasFolder, namesIn, readText, remove, standingBelow } from '../../disk.ts';
import { packageFolder } from '../../folders.ts';
import { isSpecFile } from '../../input.ts';
import { Refusal } from '../../refusal.ts';
import { shortPath } from '../../short-path.ts';
import { EDITOR_TARGET, editorSchema } from '../editor-schema.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { callOf, DEFAULTS, type Options } from '../options.ts';
import { summarize } from '../report.ts';

export async function init(options: Options, host: Host): Promise<ExitCode> {
  const files = scaffoldFor(options);
  const taken = [...new Set([...files.map(({ path }) => path).filter(isTaken), ...inTheWay(options)])].sort();
  if (taken.length > 0) throw refusal(taken, options);
  createAll(files, options);
  summarize(nextSteps(files, options), host, options);
  return EXIT.clean;
}

interface ScaffoldFile {
  /** In full. */
  readonly path: string;
  readonly text: string;
}

/** The packaged files at their places, their commands with the folders that were given. */
function scaffoldFor(options: Options): ScaffoldFile[] {
  const folder = join(packageFolder(), 'generator/init');
  // The target that tells an editor of the taxonomy is the packaged one.
  const editor = ['schema.json.hbs', 'target.yaml'].map((name) => `templates/${EDITOR_TARGET}/${name}`);
  const given: Readonly<Record<string, string>> = { spec: options.spec, templates: options.templates };
  const names = [...standingBelow(folder)].filter(([, standing]) => standing === 'file').map(([name]) => name);
  return [...names, ...editor].sort().map((name) => {
    const [top = '', ...rest] = name.split('/');
    const path = resolve(options.workingFolder, given[top] ?? top, ...rest);
    const up = relative(dirname(path), options.workingFolder) || '.';
    const text = readText(join(editor.includes(name) ? packageFolder() : folder, name))
      .replace('$schema=../target.schema.json', '$schema=../node_modules/sms-error-codes/templates/target.schema.json')
      .replaceAll('../generated/editor/schema.json', () => editorSchema(options))
      .replace(/(?:\.\.\/)+(?=node_modules\/)/g, `${up}/`)
      .replace(/sms-error-codes (check|lint|audit|import)\b/g, (_, command: string) =>
        callOf(command, command === 'check' ? options : { ...options, ...DEFAULTS, spec: options.spec }),
      );
    return { path, text };
  });
}

/** Also where a link leads nowhere. */
function isTaken(path: string): boolean {
  return hasFolder(dirname(path)) && namesIn(dirname(path)).includes(basename(path));
}

/** What else would be read or told as foreign: the result would not pass. */
function inTheWay({ workingFolder, spec, templates, out }: Options): string[] {
  const below = (given: string) => {
    const folder = resolve(workingFolder, given);
    return hasFolder(folder) ? namesIn(folder).map((name) => join(folder, name)) : [];
  };
  const targets = below(templates).map((path) => join(path, 'target.yaml'));
  return [...below(spec).filter((path) => isSpecFile(basename(path))), ...targets.filter(hasFile), ...below(out)];
}

function createAll(files: readonly ScaffoldFile[], options: Options): void {
  const created: string[] = [];
  try {
    for (const { path, text } of files) {
      if (!create(path, text)) throw refusal([path], options);
      created.push(path);
    }
  } catch (problem) {
    for (const path of created) remove(path, options.workingFolder);
    throw problem;
  }
}

function refusal(taken: readonly string[], { workingFolder }: Options): Refusal {
  const lines = taken.map((path) => `\n  ${quote(shortPath(path, workingFolder))}`).join('');
  return new Refusal(`init begins with nothing, and has written nothing; move away what is there already:${lines}`);
}

function nextSteps(files: readonly ScaffoldFile[], options: Options): string {
  const calls = ['lint', 'generate', 'check'].map((command) => `  npx ${callOf(command, options)}`);
  return [
    ...files.map(({ path }) => `${shortPath(path, options.workingFolder)} written`),
    '',
    'Next, and then write your own in place of the example:',
    '  npm install --save-dev sms-error-codes',
    ...calls,
  ].join('\n');
}
