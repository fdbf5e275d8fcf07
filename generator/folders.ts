/** The folders that a command works on. Apart from what reads them, so that naming them loads nothing. */
import { resolve } from 'node:path';

export interface Folders {
  /** All as given, relative to the working folder. */
  readonly workingFolder: string;
  readonly spec: string;
  readonly templates: string;
  readonly out: string;
}

/** The folder that may be absent, because the packaged templates take its place. */
export const USUAL_TEMPLATES = 'templates';

/** Where this package is installed: the bundle stands in its `dist/`. */
export function packageFolder(): string {
  return resolve(import.meta.dirname, '..');
}
