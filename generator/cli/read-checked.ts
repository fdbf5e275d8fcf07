/** The specs of a folder, for a command that needs them without errors; what is wrong with them is told. */
import { compile } from '../compile.ts';
import { isError } from '../diagnostic/diagnostic.ts';
import { readSpecs } from '../input.ts';
import { languages } from '../languages/index.ts';
import type { Registry } from '../registry/registry.ts';
import { decode } from '../spec/decode.ts';
import type { Spec } from '../spec/spec.ts';
import type { Source } from '../spec/yaml.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';
import { report } from './report.ts';

export function readChecked(options: Options, host: Host): { spec: Spec | undefined; sources: readonly Source[] } {
  const { registry, sources } = compileChecked(options, host);
  return { spec: registry && decode(sources).value, sources };
}

/** The same, as what they mean. Warnings are what `lint` is for. */
export function compileChecked(
  options: Options,
  host: Host,
): { registry: Registry | undefined; sources: readonly Source[] } {
  const { value: sources, diagnostics } = readSpecs(options);
  const { value: registry, diagnostics: problems } = compile(sources, languages);
  const errors = [...diagnostics, ...problems].filter(isError);
  if (errors.length === 0) return { registry, sources };
  report(errors, sources, host, options);
  return { registry: undefined, sources };
}
