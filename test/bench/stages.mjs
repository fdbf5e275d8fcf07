/** Where the time of a cold `check` goes: Node's own profile of it, summed by the functions that are its stages. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, project, TARGETS } from './cold.mjs';
import { median } from './measure.mjs';

/** Functions of the bundle, each with all that it calls; what is called by an earlier one counts there. */
const STAGES = {
  'YAML, of specs and targets': ['treeOf'],
  'frames of specs and targets': ['checkFrame'],
  'decoding, rules and resolving': ['compile', 'decodeTarget'],
  'reading files': ['readBytes', 'findBytes', 'readFileSync'],
  'views for templates': ['Views'],
  'parsing templates': ['programOf'],
  'checking and running templates': ['renderTarget', 'render'],
  'hashes, manifest and drift': ['planOf', 'driftOf', 'sha256', 'digestOf', 'standingBelow'],
  'garbage collection': ['(garbage collector)'],
};

/** Milliseconds of each stage, the median of some runs; the profiler itself takes its part. */
export function stageMilliseconds(folder, runs) {
  const cwd = project(join(folder, 'stages'));
  const rounds = Array.from({ length: runs }, () => {
    const profiles = mkdtempSync(join(folder, 'profile-'));
    const flags = ['--cpu-prof', `--cpu-prof-dir=${profiles}`, '--cpu-prof-interval', '200'];
    execFileSync(process.execPath, [...flags, CLI, 'check', ...TARGETS], { cwd, stdio: 'ignore' });
    return stagesOf(JSON.parse(readFileSync(join(profiles, readdirSync(profiles)[0]), 'utf8')));
  });
  const names = Object.keys(rounds[0]);
  const unseen = names.filter((name) => rounds.every((round) => round[name] === 0));
  if (unseen.length > 0) throw new Error(`no function of these stages was seen: ${unseen.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))]));
}

function stagesOf({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const stageByFunction = new Map(
    Object.entries(STAGES).flatMap(([stage, names]) => names.map((name) => [name, stage])),
  );
  const order = Object.keys(STAGES);
  const sums = Object.fromEntries([...order, 'Node itself and loading modules'].map((name) => [name, 0]));
  samples.forEach((sample, index) => {
    let found;
    for (let id = sample; id !== undefined; id = parentOf.get(id)) {
      const stage = stageByFunction.get(byId.get(id).callFrame.functionName);
      if (stage !== undefined && (found === undefined || order.indexOf(stage) < order.indexOf(found))) found = stage;
    }
    sums[found ?? 'Node itself and loading modules'] += timeDeltas[index] / 1000;
  });
  return sums;
}
