/** Where the time of a cold run goes: Node's own profile of it, summed by the functions that are its stages. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './measure.mjs';

/** Functions of the bundle, each with all that it calls; what is called by an earlier one counts there. */
const STAGES = {
  "TypeScript's library and our files, parsed": ['createProgram'],
  'types, checked': ['getPreEmitDiagnostics'],
  'loading TypeScript, reading rows and words': ['readBackTypeScript'],
  'data and schemas, read back': ['readBackJson'],
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

/** Milliseconds of each stage of some commands, the median of some runs; the profiler itself takes its part. */
export function stageMilliseconds(subjects, folder, runs) {
  const results = Object.entries(subjects).map(([name, subject]) => {
    const rounds = Array.from({ length: runs }, (_, round) => profile(subject, folder, round));
    const stages = Object.keys(rounds[0]).map((stage) => [stage, median(rounds.map((each) => each[stage]))]);
    return [name, Object.fromEntries(stages)];
  });
  const unseen = Object.keys(STAGES).filter((stage) => results.every(([, stages]) => stages[stage] === 0));
  if (unseen.length > 0) throw new Error(`no function of these stages was seen: ${unseen.join(', ')}`);
  return Object.fromEntries(results);
}

function profile({ args, cwd, before }, folder, round) {
  before?.(round);
  const profiles = mkdtempSync(join(folder, 'profile-'));
  const flags = ['--cpu-prof', `--cpu-prof-dir=${profiles}`, '--cpu-prof-interval', '200'];
  execFileSync(process.execPath, [...flags, ...args], { cwd, stdio: 'ignore' });
  return stagesOf(JSON.parse(readFileSync(join(profiles, readdirSync(profiles)[0]), 'utf8')));
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
