/** The plan: every file that should exist, rendered and verified, before a single one is written. */
import { type Checked, compare } from '../diagnostic/diagnostic.ts';
import { Memory } from '../memory.ts';
import type { Registry } from '../registry/registry.ts';
import type { Source } from '../spec/yaml.ts';
import { type RenderedFile, render } from '../targets/render.ts';
import type { Target } from '../targets/target.ts';
import { MANIFEST, type Manifest, renderManifest, sha256 } from './manifest.ts';

export interface Plan {
  /** By path, the manifest last. */
  readonly files: readonly PlannedFile[];
  /** SHA-256 of everything that it was made from, by the name that the manifest gives it. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The same files as they came out of the templates, for verification. */
  readonly rendered: readonly RenderedFile[];
  /** Whether this plan decides about a path; a plan of some targets leaves the others' files alone. */
  covers(path: string): boolean;
}

export interface PlannedFile {
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface PlanInput {
  readonly registry: Registry;
  readonly targets: readonly Target[];
  /** Everything that was read, under the names that the manifest gives it: `spec/…`, `templates/…`. */
  readonly inputs: ReadonlyMap<string, Source>;
  /** The targets that were asked for; empty for all. Of the others the manifest still vouches for the files. */
  readonly wanted: readonly string[];
  readonly manifest: Manifest | undefined;
  readonly memory?: Memory;
}

export function planOf(input: PlanInput): Checked<Plan> {
  const { inputs, wanted, manifest, memory = new Memory() } = input;
  const { value: files, diagnostics } = render(input.registry, input.targets);
  const rendered = files.sort((a, b) => compare(a.path, b.path));
  const isOther = (path: string) =>
    wanted.length > 0 && path !== MANIFEST && !wanted.some((target) => path.startsWith(`${target}/`));
  const kept = [...(manifest?.files ?? [])].filter(([path]) => isOther(path));
  // A spec that is gone is gone for all targets; what else stands beside the specs may be another target's.
  const keptInputs = [...(manifest?.inputs ?? [])].filter(([path]) =>
    path.startsWith('templates/')
      ? isOther(path.slice('templates/'.length))
      : wanted.length > 0 && !/\.ya?ml$/.test(path),
  );
  const hashes = new Map([
    ...keptInputs,
    ...[...inputs].map(([path, source]): [string, string] => [path, memory.of(sha256, source.text)]),
  ]);
  const text = renderManifest({
    inputs: hashes,
    files: new Map([...kept, ...rendered.map((file): [string, string] => [file.path, memory.of(sha256, file.text)])]),
  });
  return {
    value: {
      files: [...rendered, { path: MANIFEST, text }],
      inputs: hashes,
      rendered,
      covers: (path) => !isOther(path),
    },
    diagnostics,
  };
}
