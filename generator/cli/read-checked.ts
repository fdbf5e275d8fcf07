/** The specs of a folder, for a command that needs them without errors; what is wrong with them is told. */
import { compile } from '../compile.ts';
import { isError } from '../diagnostic/diagnostic.ts';
import { readSpecs } from '../input.ts';
import { languages } from '../languages/index.ts';
import { decode } from '../spec/decode.ts';
import type { Spec } from '../spec/spec.ts';
import type { Source } from '../spec/yaml.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';
import { report } from './report.ts';

/** Warnings are what `lint` is for. */
export function readChecked(options: Options, host: Host): { spec: Spec | undefined; sources: readonly Source[] } {
  const { value: sources, diagnostics } = readSpecs(options);
  const errors = [...diagnostics, ...compile(sources, languages).diagnostics].filter(isError);
  if (errors.length === 0) return { spec: decode(sources).value, sources };
  report(errors, sources, host, options);
  return { spec: undefined, sources };
}
