/** From the text of the specs to what they mean. Pure: no disk, no clock. */
import { type Checked, hasErrors, inOrder, isError } from './diagnostic/diagnostic.ts';
import type { Language } from './languages/language.ts';
import type { Registry } from './registry/registry.ts';
import { resolve } from './registry/resolve.ts';
import type { Scope } from './registry/scope.ts';
import { rules } from './rules/index.ts';
import { decode } from './spec/decode.ts';
import type { Source } from './spec/yaml.ts';

/** The Registry, or `undefined` and everything that is wrong. */
export function compile(
  sources: readonly Source[],
  languages: readonly Language[],
  scopes: readonly Scope[] = [],
): Checked<Registry | undefined> {
  const spec = decode(sources);
  const findingsOf = (isEcho: boolean) =>
    rules
      .filter((rule) => (rule.isEcho ?? false) === isEcho)
      .flatMap((rule) => [...rule.check(spec.value, { languages, scopes })]);
  const causes = [...spec.diagnostics, ...findingsOf(false)];
  const isWrong = new Set(causes.filter(isError).map(({ at }) => at.path));
  const echoes = findingsOf(true).filter(({ at }) => !isWrong.has(at.path));
  const diagnostics = inOrder([...causes, ...echoes]);
  return { value: hasErrors(diagnostics) ? undefined : resolve(spec.value), diagnostics };
}
