/** Generated TypeScript, run by the engine and read by no code of this project. */
import { posix } from 'node:path';
import { ts } from 'ts-morph';

export type Exports = Readonly<Record<string, unknown>>;

/** What a module exports, where each module that it imports is run once. */
export function exportsOf(path: string, textOf: (path: string) => string): Exports {
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (path: string): Exports => {
    const before = loaded.get(path);
    if (before !== undefined) return before;
    const exports: Record<string, unknown> = {};
    loaded.set(path, exports);
    const require = (specifier: string) => load(posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'));
    new Function('exports', 'require', transpiled(textOf(path)))(exports, require);
    return exports;
  };
  return load(path);
}

const known = new Map<string, string>();

function transpiled(text: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const made = known.get(text) ?? ts.transpileModule(text, { compilerOptions }).outputText;
  known.set(text, made);
  return made;
}
