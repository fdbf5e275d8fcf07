/** The rendered TypeScript compiles; then its content is read. Here ts-morph is loaded. */
import type { SourceFile } from 'ts-morph';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { Refusal } from '../../refusal.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { mismatch } from '../mismatch.ts';
import type { ReadBack } from '../read-back.ts';
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

export const readBackTypeScript: ReadBack = async (files, due, { axes }) => {
  const tsMorph = await load();
  const project = new tsMorph.Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      ...STRICT,
      target: tsMorph.ScriptTarget.ES2022,
      module: tsMorph.ModuleKind.NodeNext,
      lib: ['lib.es2023.d.ts'],
      types: [],
    },
  });
  project.createSourceFile('/package.json', '{ "type": "module" }');
  const sourceByFile = new Map(files.map((file) => [file, project.createSourceFile(`/${file.path}`, file.text)]));
  const compilation = compileProblems(sourceByFile, due, tsMorph);
  if (compilation.length > 0) return compilation;
  return files.flatMap((file) => {
    const source = sourceByFile.get(file);
    const [catalog] = file.catalogs;
    return source === undefined || catalog === undefined || !due.has(file)
      ? []
      : checkContent(file, source, catalog, { axes, tsMorph, sourceByFile });
  });
};

async function load(): Promise<TsMorph> {
  try {
    return await import('ts-morph');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw problem;
    throw new Refusal(
      'TypeScript is verified with ts-morph, which is not installed; run: npm install --save-dev ts-morph@28',
    );
  }
}

/** The problems of the files that are due, and of those that import them: nothing else can have changed. */
function compileProblems(
  sourceByFile: ReadonlyMap<RenderedFile, SourceFile>,
  due: ReadonlySet<RenderedFile>,
  { ts }: TsMorph,
): Diagnostic[] {
  const fileByPath = new Map([...sourceByFile].map(([file, source]) => [source.getFilePath() as string, file]));
  const sources = [...sourceByFile].flatMap(([file, source]) => (due.has(file) ? [source] : []));
  return withImporters(sources)
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

/** The same order whichever are due, so that the first problem is the same one. */
function withImporters(sources: readonly SourceFile[]): SourceFile[] {
  const all = new Set(sources);
  // A set goes on to what is added while it is gone through.
  for (const source of all) for (const importer of source.getReferencingSourceFiles()) all.add(importer);
  return [...all].sort((a, b) => (a.getFilePath() < b.getFilePath() ? -1 : 1));
}
