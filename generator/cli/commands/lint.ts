/** `lint`: checks the specs alone. */
import { compile } from '../../compile.ts';
import { hasErrors } from '../../diagnostic/diagnostic.ts';
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
  const found = diagnostics.length === 0 ? 'no problem' : count(diagnostics.length, 'problem');
  summarize(`${count(specs.value.length, 'file')}, ${found}`, host, options);
  return hasErrors(diagnostics) ? EXIT.findings : EXIT.clean;
}
