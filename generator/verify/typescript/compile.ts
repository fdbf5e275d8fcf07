/** What a compiler makes of the rendered TypeScript. Here ts-morph is loaded. */
import { createRequire } from 'node:module';
import type { ts } from 'ts-morph';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { Refusal } from '../../refusal.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { mismatch } from '../mismatch.ts';
import type { Reading } from '../read-back.ts';
import { contentDifference } from './content.ts';
import type { Context } from './context.ts';
import { type Compiler, Programs, pathIn, type TsMorph } from './program.ts';
import { shownOf } from './shown.ts';
import { suspectsAmong } from './suspects.ts';

/** More would only repeat the first. */
const MOST_PROBLEMS = 5;

/** Why the files that are due, and those that they may have broken, do not compile; or else what they have that was not meant. */
export function problemsOfCompiling(reading: Reading, tableOf: Context['tableOf']): Diagnostic[] {
  const { files } = reading;
  const tsMorph = load();
  const compiler = tsMorph.ts;
  const suspects = suspectsAmong(reading, compiler);
  const texts = new Map(files.map((file) => [pathIn(file), shownOf(file, tableOf)]));
  // Others come with those that import them; a door is asked for all that it should let out.
  const roots = suspects.some(({ holds }) => holds === 'exports') ? files : suspects;
  const program = programsOf(files[0]?.target.name ?? '', tsMorph).of(roots.map(pathIn), texts);
  const compilation = compileProblems(program, suspects, compiler);
  if (compilation.length > 0) return compilation;
  return suspects.flatMap((file) => {
    const difference = contentDifference(file, { compiler, program, files, tableOf });
    return difference === undefined ? [] : [mismatch(file, difference)];
  });
}

/** As CommonJS: an `import` reads its nine megabytes twice, once to find what they export. */
function load(): TsMorph {
  try {
    return createRequire(import.meta.url)('ts-morph');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw problem;
    throw new Refusal(
      'TypeScript is verified with ts-morph, which is not installed; run: npm install --save-dev ts-morph@28',
    );
  }
}

/** By target, and kept: `watch` compiles the same files again and again, and most of them do not change. */
const programs = new Map<string, Programs>();

function programsOf(target: string, tsMorph: TsMorph): Programs {
  const warm = programs.get(target) ?? new Programs(tsMorph);
  programs.set(target, warm);
  return warm;
}

function compileProblems(
  program: ts.Program,
  suspects: readonly RenderedFile[],
  { getPreEmitDiagnostics, flattenDiagnosticMessageText }: Compiler,
): Diagnostic[] {
  const fileByPath = new Map(suspects.map((file) => [pathIn(file), file]));
  return suspects
    .flatMap((file) => getPreEmitDiagnostics(program, program.getSourceFile(pathIn(file))))
    .slice(0, MOST_PROBLEMS)
    .flatMap(({ file: source, start = 0, messageText }) => {
      const file = fileByPath.get(source?.fileName ?? '') ?? suspects[0];
      const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      const message = flattenDiagnosticMessageText(messageText, ' ');
      return file === undefined ? [] : [mismatch(file, `does not compile: line ${line}: ${message}`)];
    });
}
