/** The registry of a folder of specs, for commands that answer from it and tell nothing of specs but what is wrong. */
import { compile } from '../compile.ts';
import { isError } from '../diagnostic/diagnostic.ts';
import { readSpecs } from '../input.ts';
import { languages } from '../languages/index.ts';
import type { Registry } from '../registry/registry.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';
import { report } from './report.ts';

export interface Known {
  /** `undefined` where the specs are wrong, which has been told then. */
  readonly registry: Registry | undefined;
  /** The folder that the paths of its specs start from. */
  readonly folder: string;
  /** The text of one of its specs. */
  textOf(path: string): string;
}

export function compileFolder(options: Options, host: Host): Known {
  const specs = readSpecs(options);
  const { value: registry, diagnostics } = compile(specs.value, languages);
  const wrong = [...specs.diagnostics, ...diagnostics].filter(isError);
  if (wrong.length > 0) report(wrong, specs.value, host, { ...options, format: 'text' });
  return {
    registry: wrong.length > 0 ? undefined : registry,
    folder: options.workingFolder,
    textOf: (wanted) => specs.value.find(({ path }) => path === wanted)?.text ?? '',
  };
}
