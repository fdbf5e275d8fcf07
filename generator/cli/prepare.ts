/** The common way of `generate` and `check`: from folders to a plan that has been verified, and how the disk differs from it. */
import { join, resolve } from 'node:path';
import { compile } from '../compile.ts';
import { type Diagnostic, hasErrors, warning } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { hasFile, isWithin, readBytes, readText, type Standing, shortPath, standingBelow } from '../disk.ts';
import { readSpecs, readTargets, specInputs } from '../input.ts';
import { type Drift, driftOf } from '../output/drift.ts';
import { MANIFEST, type Manifest, parseManifest } from '../output/manifest.ts';
import { type Plan, planOf } from '../output/plan.ts';
import { Refusal } from '../refusal.ts';
import type { Source } from '../spec/yaml.ts';
import { verify } from '../verify/verify.ts';
import type { Options } from './options.ts';

export interface Prepared {
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where anything is wrong: then nothing is compared, and nothing written. */
  readonly work: Work | undefined;
}

export interface Work {
  readonly plan: Plan;
  readonly drift: readonly Drift[];
  readonly outFolder: string;
  readonly manifest: Manifest | undefined;
  /** Files are there, and no manifest that would tell whose they are. */
  readonly lacksManifest: boolean;
}

export async function prepare(options: Options): Promise<Prepared> {
  const specs = readSpecs(options);
  const targets = readTargets(options, options.targets);
  const sources = [...specs.value, ...targets.value.inputs.values()];
  const registry = compile(specs.value, [...new Set(targets.value.targets.map(({ language }) => language))]);
  const diagnostics = [...specs.diagnostics, ...targets.diagnostics, ...registry.diagnostics];
  if (registry.value === undefined || hasErrors(diagnostics)) return { sources, diagnostics, work: undefined };

  const outFolder = separateOutFolder(options);
  const manifest = readManifest(outFolder, options.workingFolder);
  diagnostics.push(...manifest.diagnostics);
  const inputs = new Map([...specInputs(specs.value), ...targets.value.inputs]);
  const { plan, diagnostics: problems } = planOf({
    registry: registry.value,
    targets: targets.value.targets,
    wanted: options.targets,
    inputs,
    manifest: manifest.value,
  });
  diagnostics.push(...problems);
  if (hasErrors(diagnostics)) return { sources, diagnostics, work: undefined };

  diagnostics.push(...(await verify(plan.rendered, registry.value, manifest.value)));
  if (hasErrors(diagnostics)) return { sources, diagnostics, work: undefined };
  const found = { standing: standingBelow(outFolder), bytesOf: (path: string) => readBytes(join(outFolder, path)) };
  const drift = driftOf(plan, found, manifest.value);
  return {
    sources,
    diagnostics,
    work: { plan, drift, outFolder, manifest: manifest.value, lacksManifest: lacksManifest(found.standing) },
  };
}

function lacksManifest(standing: ReadonlyMap<string, Standing>): boolean {
  return !standing.has(MANIFEST) && [...standing.values()].includes('file');
}

/** The output is cleaned up, so it must hold no input, and be held by none. */
function separateOutFolder({ workingFolder, out, spec, templates }: Options): string {
  const folder = resolve(workingFolder, out);
  for (const input of [spec, templates]) {
    const other = resolve(workingFolder, input);
    if (isWithin(folder, other))
      throw new Refusal(`the output ${quote(out)} lies in ${quote(input)}; name another folder with --out`);
    if (isWithin(other, folder))
      throw new Refusal(`the output ${quote(out)} contains ${quote(input)}; name another folder with --out`);
  }
  return folder;
}

function readManifest(
  outFolder: string,
  workingFolder: string,
): { value: Manifest | undefined; diagnostics: Diagnostic[] } {
  const path = join(outFolder, MANIFEST);
  if (!hasFile(path)) return { value: undefined, diagnostics: [] };
  const value = parseManifest(readText(path));
  if (value !== undefined) return { value, diagnostics: [] };
  const at = { path: shortPath(path, workingFolder), start: 0, end: 0 };
  return {
    value,
    diagnostics: [
      warning('broken-manifest', at, 'the manifest cannot be read', {
        hint: 'let generate write it anew; it takes over the files that are its own',
      }),
    ],
  };
}
