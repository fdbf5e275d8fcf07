/** Why a file is not as planned: what the manifest remembers, against what is there now. */
import { quote } from '../diagnostic/quote.ts';
import type { Drift } from './drift.ts';
import { MANIFEST, type Manifest, sha256 } from './manifest.ts';
import type { Plan } from './plan.ts';

/** More are not named: they say no more than their number. */
const MOST_NAMED = 3;

export function reasonOf(
  { kind, path }: Drift,
  plan: Plan,
  there: string | undefined,
  manifest: Manifest | undefined,
): string {
  if (kind === 'leftover') return 'a run of generate was stopped, or is not done yet';
  if (kind === 'foreign' || kind === 'blocked') return 'nothing in it says that it was generated';
  if (there !== undefined && /^<{7} /m.test(there)) return 'a merge conflict was left in it';
  if (path === MANIFEST && kind === 'missing') return 'without it nothing tells what was generated from what';
  if (manifest === undefined) return 'there is no manifest to tell why';
  if (path === MANIFEST) return 'it belongs to other inputs or files';

  const inputs = changedInputs(path, plan, manifest);
  const recorded = manifest.files.get(path);
  const target = path.slice(0, path.indexOf('/') + 1);
  if (kind === 'missing' && ![...manifest.files.keys()].some((file) => file.startsWith(target)))
    return `nothing of target ${quote(target.slice(0, -1))} was generated before`;
  const causes = [
    ...(kind === 'missing' && recorded !== undefined ? ['it was deleted'] : []),
    ...(there !== undefined && recorded !== undefined && recorded !== sha256(there) ? ['it was edited by hand'] : []),
    ...(inputs.length > 0 ? [namesOf(inputs)] : []),
  ];
  if (causes.length > 0) return causes.join(', and ');
  return 'no input has changed, so another version of the generator made it, or file and manifest were edited together';
}

/** The specs, and the templates of the file's own target, that are not those that the manifest knows. */
function changedInputs(path: string, { inputs }: Plan, manifest: Manifest): string[] {
  const templates = `templates/${path.split('/')[0]}/`;
  const names = new Set([...inputs.keys(), ...manifest.inputs.keys()]);
  return [...names]
    .filter((name) => name.startsWith('spec/') || name.startsWith(templates))
    .filter((name) => inputs.get(name) !== manifest.inputs.get(name))
    .map(
      (name) =>
        `${quote(name)} ${inputs.has(name) ? (manifest.inputs.has(name) ? 'has changed' : 'is new') : 'is gone'}`,
    )
    .sort();
}

function namesOf(inputs: readonly string[]): string {
  const more = inputs.length - MOST_NAMED;
  return [...inputs.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more changed`] : [])].join(', ');
}
