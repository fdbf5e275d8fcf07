/** The registry that a question is answered from: of the folder's specs, or the packaged one where there are none. */
import { join, resolve } from 'node:path';
import { Lines, type LinesOf } from '../diagnostic/position.ts';
import { hasFolder, readText } from '../disk.ts';
import { packageFolder } from '../folders.ts';
import type { Registry } from '../registry/registry.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';

export interface Known {
  /** `undefined` where the specs are wrong, which has been told then. */
  readonly registry: Registry | undefined;
  /** The folder that the paths of its specs start from. */
  readonly folder: string;
  /** The lines of its specs. */
  readonly linesOf: LinesOf;
}

export async function readRegistry(options: Options, host: Host): Promise<Known> {
  const hasOwn = hasOwnSpecs(options);
  // Either is loaded only where it is asked for: a parser of specs takes longer than an answer.
  const packaged = hasOwn ? undefined : (await import('#packaged-registry')).default;
  if (packaged !== undefined) {
    const folder = packageFolder();
    return { registry: packaged, folder, linesOf: (path) => new Lines(readText(join(folder, path))) };
  }
  const { compileChecked } = await import('./read-checked.ts');
  const spec = hasOwn ? options.spec : join(packageFolder(), 'spec');
  const { registry, sources } = compileChecked({ ...options, spec, format: 'text' }, host);
  const { linesIn } = await import('./report.ts');
  return { registry, folder: options.workingFolder, linesOf: linesIn(sources) };
}

/** Whether a question is about specs of the folder's own, which may yet be wrong, and not about the packaged ones. */
export function hasOwnSpecs(options: Pick<Options, 'isSpecGiven' | 'workingFolder' | 'spec'>): boolean {
  return options.isSpecGiven || hasFolder(resolve(options.workingFolder, options.spec));
}
