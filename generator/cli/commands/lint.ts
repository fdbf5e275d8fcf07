/** `lint`: checks the specs alone. */
import { compile } from '../../compile.ts';
import { type Diagnostic, hasErrors, isError } from '../../diagnostic/diagnostic.ts';
import { readSpecs, readTargets } from '../../input.ts';
import { languages } from '../../languages/index.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Options } from '../options.ts';
import { count, report, summarize } from '../report.ts';

export async function lint(options: Options, host: Host): Promise<ExitCode> {
  const specs = readSpecs(options);
  const { targets } = readTargets(options, options.targets).value;
  const registry = compile(
    specs.value,
    languages,
    targets.flatMap(({ scopes }) => scopes),
  );
  const diagnostics = [...specs.diagnostics, ...registry.diagnostics];
  report(diagnostics, specs.value, host, options);
  summarize(`${count(specs.value.length, 'file')}, ${totalsOf(diagnostics)}`, host, options);
  return hasErrors(diagnostics) ? EXIT.findings : EXIT.clean;
}

function totalsOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  const totals = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return totals.join(', ') || 'no problem';
}
