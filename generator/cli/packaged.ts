/** The registry that a question is answered from: of the folder's specs, or the packaged one where there are none. */
import { join, resolve } from 'node:path';
import { compile } from '../compile.ts';
import { hasFolder } from '../disk.ts';
import { packageFolder, readSpecs } from '../input.ts';
import { languages } from '../languages/index.ts';
import type { Registry } from '../registry/registry.ts';
import type { Source } from '../spec/yaml.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';
import { report } from './report.ts';

/** `undefined` where the specs are wrong, which has been told then. */
export function readRegistry(
  options: Options,
  host: Host,
): { registry: Registry | undefined; sources: readonly Source[] } {
  const hasOwn = options.isSpecGiven || hasFolder(resolve(options.workingFolder, options.spec));
  const specs = readSpecs(hasOwn ? options : { ...options, spec: join(packageFolder(), 'spec') });
  const { value: registry, diagnostics } = compile(specs.value, languages);
  const wrong = [...specs.diagnostics, ...diagnostics].filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) report(wrong, specs.value, host, { ...options, format: 'text' });
  return { registry: wrong.length > 0 ? undefined : registry, sources: specs.value };
}
