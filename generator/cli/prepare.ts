/** The common way of `generate` and `check`: from folders to a plan that has been verified, and how the disk differs from it. */
import { dirname, join, resolve } from 'node:path';
import { compile } from '../compile.ts';
import { type Diagnostic, hasErrors, warning } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { findBytes, findText, isWithin, standingBelow } from '../disk.ts';
import { readSpecs, readTargets, specInputs } from '../input.ts';
import { Memory } from '../memory.ts';
import { type Drift, driftOf } from '../output/drift.ts';
import { isForeignManifest, MANIFEST, type Manifest, parseManifest, renderManifest } from '../output/manifest.ts';
import { type Plan, planOf } from '../output/plan.ts';
import { Refusal } from '../refusal.ts';
import { shortPath } from '../short-path.ts';
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
  /** Files that nothing makes any more and that are gone already; the folders that held them may not be. */
  readonly gone: readonly string[];
}

export async function prepare(options: Options, kept?: Memory): Promise<Prepared> {
  const { registry, targets, inputs, sources, diagnostics } = compileInput(options, kept);
  if (registry === undefined || hasErrors(diagnostics)) return { sources, diagnostics, work: undefined };

  const outFolder = separateOutFolder(options);
  const { manifest, isBroken } = readManifest(outFolder);
  if (isBroken) diagnostics.push(brokenManifest(outFolder, options));
  const memory = kept ?? new Memory();
  const { value: plan, diagnostics: problems } = planOf({
    registry,
    targets,
    wanted: options.targets,
    inputs,
    manifest,
    memory,
  });
  diagnostics.push(...problems);
  if (hasErrors(diagnostics)) return { sources, diagnostics, work: undefined };

  diagnostics.push(
    ...(await verify(plan.rendered, registry, {
      manifest,
      inputs: plan.inputs,
      textOf: (path) => findText(join(outFolder, path)),
      memory,
    })),
  );
  if (hasErrors(diagnostics)) return { sources, diagnostics, work: undefined };
  return { sources, diagnostics, work: compare(plan, outFolder, manifest) };
}

/** What goes on is a copy of each spec: what was made of a large one is more than all that follows, and goes with it. */
function compileInput(options: Options, kept: Memory | undefined) {
  const specs = readSpecs(options, kept);
  const targets = readTargets(options, options.targets, kept);
  const languages = new Set(targets.value.targets.map(({ language }) => language));
  const scopes = targets.value.targets.flatMap((target) => target.scopes);
  const registry = compile(specs.value, [...languages], scopes);
  const read = specs.value.map((source): Source => ({ ...source }));
  return {
    registry: registry.value,
    targets: targets.value.targets,
    inputs: new Map([...specInputs(read), ...targets.value.inputs]),
    sources: [...read, ...targets.value.inputs.values()],
    diagnostics: [...specs.diagnostics, ...targets.diagnostics, ...registry.diagnostics],
  };
}

/** How the folder differs from the plan now. */
function compare(plan: Plan, outFolder: string, manifest: Manifest | undefined): Work {
  const standing = standingBelow(outFolder);
  const drift = driftOf(plan, { standing, bytesOf: (path) => findBytes(join(outFolder, path)) }, manifest);
  const planned = new Set(plan.files.map(({ path }) => path));
  const gone = [...(manifest?.files.keys() ?? [])].filter(
    (path) => !planned.has(path) && !standing.has(path) && standing.get(dirname(path)) === 'folder',
  );
  const lacksManifest = !standing.has(MANIFEST) && [...standing.values()].includes('file');
  return { plan, drift, outFolder, manifest, lacksManifest, gone };
}

/** The same work on the folder as it is now; `undefined` where another run has made this plan one of the past. */
export function again({ plan, outFolder, manifest }: Work): Work | undefined {
  const there = readManifest(outFolder).manifest;
  const isSame = (there && renderManifest(there)) === (manifest && renderManifest(manifest));
  return isSame ? compare(plan, outFolder, manifest) : undefined;
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

function readManifest(outFolder: string): { manifest: Manifest | undefined; isBroken: boolean } {
  const text = findText(join(outFolder, MANIFEST));
  const manifest = text === undefined ? undefined : parseManifest(text);
  return { manifest, isBroken: text !== undefined && manifest === undefined && !isForeignManifest(text) };
}

function brokenManifest(outFolder: string, { workingFolder }: Options): Diagnostic {
  const at = { path: shortPath(join(outFolder, MANIFEST), workingFolder), start: 0, end: 0 };
  return warning('broken-manifest', at, 'the manifest cannot be read', {
    hint: 'let generate write it anew; it takes over the files that are its own',
  });
}
