/** Where an editor finds what the specs of a folder may say: the line at the head of a spec names it, relative to the spec. */
import { relative, resolve } from 'node:path';
import type { Folders } from '../folders.ts';

/** The target that makes the file. */
export const EDITOR_TARGET = 'editor';

export function editorSchema({ workingFolder, spec, out }: Folders): string {
  const toOut = relative(resolve(workingFolder, spec), resolve(workingFolder, out)).replaceAll('\\', '/');
  return `${toOut}/${EDITOR_TARGET}/schema.json`;
}
