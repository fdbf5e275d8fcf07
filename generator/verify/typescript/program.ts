/** The program that some files are, without a disk. What does not change from one build to the next is parsed once. */
import type { ts } from 'ts-morph';
import type { RenderedFile } from '../../targets/render.ts';

export type TsMorph = typeof import('ts-morph');
export type Compiler = TsMorph['ts'];

/** The strictest that a consumer may have switched on. */
const STRICT: ts.CompilerOptions = {
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
  lib: ['lib.es2023.d.ts'],
  types: [],
};

export function pathIn({ path }: RenderedFile): string {
  return `/${path}`;
}

/** Where ts-morph has the library of the language. */
const LIBRARY = '/node_modules/typescript/lib';

export class Programs {
  readonly #compiler: Compiler;
  readonly #library: ts.ModuleResolutionHost;
  readonly #sources = new Map<string, ts.SourceFile>();
  #last: ts.Program | undefined;

  constructor({ ts, Project }: TsMorph) {
    const project = new Project({ useInMemoryFileSystem: true });
    project.getFileSystem().writeFileSync('/package.json', '{ "type": "module" }');
    this.#compiler = ts;
    this.#library = project.getModuleResolutionHost();
  }

  /** The program that some paths are together with what they import. */
  of(paths: readonly string[], texts: ReadonlyMap<string, string>): ts.Program {
    const { createProgram, ModuleKind, ScriptTarget } = this.#compiler;
    const options = { ...STRICT, target: ScriptTarget.ES2022, module: ModuleKind.NodeNext };
    const host = this.#hostOf(texts);
    this.#last = createProgram({
      rootNames: paths,
      options,
      host,
      ...(this.#last && { oldProgram: this.#last }),
    });
    return this.#last;
  }

  #hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
    const readFile = (path: string) => texts.get(path) ?? this.#library.readFile(path);
    return {
      readFile,
      fileExists: (path) => texts.has(path) || this.#library.fileExists(path),
      getSourceFile: (path, options) => {
        const text = readFile(path);
        if (text === undefined) return undefined;
        const known = this.#sources.get(path);
        if (known?.text === text) return known;
        const source = this.#compiler.createSourceFile(path, text, options);
        this.#sources.set(path, source);
        return source;
      },
      // Comments are read from the text, where that is asked for.
      jsDocParsingMode: this.#compiler.JSDocParsingMode.ParseNone,
      getDefaultLibFileName: () => `${LIBRARY}/lib.d.ts`,
      getCurrentDirectory: () => '/',
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      writeFile: () => {},
    };
  }
}
