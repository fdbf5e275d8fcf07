/** The rendered TypeScript compiles; then its content is read. Here ts-morph is loaded. */
import { createRequire } from 'node:module';
import type { Project, SourceFile } from 'ts-morph';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { Refusal } from '../../refusal.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { mismatch } from '../mismatch.ts';
import type { ReadBack, Reading } from '../read-back.ts';
import { checkContent, type TsMorph } from './content.ts';

/** The strictest that a consumer may have switched on. */
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  isolatedDeclarations: true,
  isolatedModules: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  declaration: true,
  // The library of the language is not what is to be proved.
  skipLibCheck: true,
};

/** More would only repeat the first. */
const MOST_PROBLEMS = 5;

export const readBackTypeScript: ReadBack = (reading) => {
  const { files, registry } = reading;
  const tsMorph = load();
  const sourceByFile = sourcesOf(files, warmProject(files[0]?.target.name ?? '', tsMorph));
  const suspects = suspectsAmong(sourceByFile, reading, tsMorph);
  const compilation = compileProblems(sourceByFile, suspects, tsMorph);
  if (compilation.length > 0) return compilation;
  return files.flatMap((file) => {
    const source = sourceByFile.get(file);
    const [catalog] = file.catalogs;
    return source === undefined || catalog === undefined || !suspects.has(source)
      ? []
      : checkContent(file, source, catalog, { axes: registry.axes, tsMorph, sourceByFile });
  });
};

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
const projects = new Map<string, Project>();

function warmProject(target: string, tsMorph: TsMorph): Project {
  const warm = projects.get(target) ?? coldProject(tsMorph);
  projects.set(target, warm);
  return warm;
}

function coldProject({ Project, ScriptTarget, ModuleKind }: TsMorph): Project {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      ...STRICT,
      target: ScriptTarget.ES2022,
      module: ModuleKind.NodeNext,
      lib: ['lib.es2023.d.ts'],
      types: [],
    },
  });
  project.getFileSystem().writeFileSync('/package.json', '{ "type": "module" }');
  return project;
}

/** Makes these files, and no others, the project's. */
function sourcesOf(files: readonly RenderedFile[], project: Project): Map<RenderedFile, SourceFile> {
  const paths = new Set(files.map(({ path }) => `/${path}`));
  for (const source of project.getSourceFiles()) if (!paths.has(source.getFilePath())) source.forget();
  return new Map(
    files.map((file) => {
      const known = project.getSourceFile(`/${file.path}`) ?? project.createSourceFile(`/${file.path}`, file.text);
      if (known.getFullText() !== file.text) known.replaceWithText(file.text);
      return [file, known];
    }),
  );
}

/**
 * The files in which anything can be wrong: those that are due, and those that import one whose declarations are new, be
 * it by way of others. What a file declares can be told from its own text, because `isolatedDeclarations` is on, and is
 * all of it that others see.
 */
function suspectsAmong(
  sourceByFile: ReadonlyMap<RenderedFile, SourceFile>,
  { due, verifiedText }: Reading,
  { ts }: TsMorph,
): Set<SourceFile> {
  const sources = [...sourceByFile].filter(([file]) => due.has(file));
  const declaring = sources.filter(([{ path, text }]) => {
    const before = verifiedText(path);
    return before === undefined || declarationsOf(before, ts) !== declarationsOf(text, ts);
  });
  const all = new Set(declaring.map(([, source]) => source));
  // A set goes on to what is added while it is gone through.
  for (const source of all) for (const importer of source.getReferencingSourceFiles()) all.add(importer);
  for (const [, source] of sources) all.add(source);
  return all;
}

function declarationsOf(text: string, ts: TsMorph['ts']): string {
  const compilerOptions = { isolatedDeclarations: true, removeComments: true };
  return ts.transpileDeclaration(text, { compilerOptions }).outputText;
}

function compileProblems(
  sourceByFile: ReadonlyMap<RenderedFile, SourceFile>,
  suspects: ReadonlySet<SourceFile>,
  { ts }: TsMorph,
): Diagnostic[] {
  const fileByPath = new Map([...sourceByFile].map(([file, source]) => [source.getFilePath() as string, file]));
  // The same order whichever are suspect, so that the first problem is the same one.
  return [...suspects]
    .sort((a, b) => (a.getFilePath() < b.getFilePath() ? -1 : 1))
    .flatMap((source) => source.getPreEmitDiagnostics())
    .slice(0, MOST_PROBLEMS)
    .flatMap((problem) => {
      const file = fileByPath.get(problem.getSourceFile()?.getFilePath() ?? '') ?? [...sourceByFile.keys()][0];
      const message = ts.flattenDiagnosticMessageText(problem.compilerObject.messageText, ' ');
      return file === undefined
        ? []
        : [mismatch(file, `does not compile: line ${problem.getLineNumber() ?? 1}: ${message}`)];
    });
}
