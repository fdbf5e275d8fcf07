/** The registry that a question is answered from: of the folder's specs, or the packaged one where there are none. */
import { join, resolve } from 'node:path';
import { hasFolder, readText } from '../disk.ts';
import { packageFolder } from '../folders.ts';
import type { Known } from './compile-folder.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';

export async function readRegistry(options: Options, host: Host): Promise<Known> {
  const hasOwn = options.isSpecGiven || hasFolder(resolve(options.workingFolder, options.spec));
  // Either is loaded only where it is asked for: a parser of specs takes longer than an answer.
  const packaged = hasOwn ? undefined : (await import('#packaged-registry')).default;
  if (packaged !== undefined) {
    const folder = packageFolder();
    return { registry: packaged, folder, textOf: (path) => readText(join(folder, path)) };
  }
  const { compileFolder } = await import('./compile-folder.ts');
  return compileFolder(hasOwn ? options : { ...options, spec: join(packageFolder(), 'spec') }, host);
}
