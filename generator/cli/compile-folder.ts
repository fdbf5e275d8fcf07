/** The registry of a folder of specs, for commands that answer from it and tell nothing of specs but what is wrong. */
import type { Registry } from '../registry/registry.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';
import { compileChecked } from './read-checked.ts';

export interface Known {
  /** `undefined` where the specs are wrong, which has been told then. */
  readonly registry: Registry | undefined;
  /** The folder that the paths of its specs start from. */
  readonly folder: string;
  /** The text of one of its specs. */
  textOf(path: string): string;
}

export function compileFolder(options: Options, host: Host): Known {
  const { registry, sources } = compileChecked({ ...options, format: 'text' }, host);
  return {
    registry,
    folder: options.workingFolder,
    textOf: (wanted) => sources.find(({ path }) => path === wanted)?.text ?? '',
  };
}
