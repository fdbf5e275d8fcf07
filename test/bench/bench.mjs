/**
 * The benchmark: `npm run bench`, with `-- --peers` against other generators too, which it installs into a folder of their
 * own. Results go to `results.json`, and from there to `README.md` and `plot.svg`. `--rounds N`, at least 7 for the record.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bare, commandSubjects, compilerSubjects, largeSubject, ROOT, readSubjects } from './cold.mjs';
import { names } from './inner.mjs';
import { measure, median, ratios } from './measure.mjs';
import { peerSubjects } from './peers.mjs';
import { writeReport } from './report.mjs';
import { bundleSizes } from './sizes.mjs';
import { stageMilliseconds } from './stages.mjs';
import { watchMilliseconds } from './watch.mjs';

const { values: options } = parseArgs({
  options: { peers: { type: 'boolean', default: false }, rounds: { type: 'string', default: '7' } },
});
const rounds = Number(options.rounds);
const folder = mkdtempSync(join(tmpdir(), 'sms-error-codes-bench-'));
const HERE = import.meta.dirname;

try {
  if (options.peers) install(join(HERE, 'peers'));
  const real = JSON.parse(readFileSync(join(ROOT, 'generated/json/registry.json'), 'utf8'));
  const ours = commandSubjects(folder);
  const commands = section([bare, ...ours, ...peersFor(real, 'real')], bare.name);
  const catalogs = [1000, 10_000].map((rows) => ({
    rows,
    subjects: ['integer', 'string'].map((codeType) => largeSubject(folder, rows, codeType)),
  }));
  const large = catalogs.map(({ rows, subjects }) => {
    const peers = peersFor(registryOf(subjects[0]), `rows-${rows}`);
    return { rows, ...section([bare, ...subjects, ...peers], bare.name, rows) };
  });
  const compilers = section(compilerSubjects(folder), 'tsc empty.ts');
  const read = section(readSubjects(folder, 200_000), 'JSON.parse of each line');
  const inner = Object.fromEntries(names.map((name) => [name, innerFigure(name)]));
  const watch = {
    text: await watchMilliseconds(folder, 'text', 12),
    class: await watchMilliseconds(folder, 'class', 12),
  };
  const profiled = {
    check: ours.find(({ name }) => name === 'check, TypeScript, schemas, data'),
    'a text changed': ours.find(({ name }) => name === 'generate, a text changed'),
    'a class changed': ours.find(({ name }) => name === 'generate, a class changed'),
    '10,000 rows': catalogs.at(-1).subjects[0],
  };
  const stages = stageMilliseconds(profiled, folder, Math.min(rounds, 3));
  const machine = { cpus: `${cpus().length} × ${cpus()[0].model}`, node: process.version };
  const results = {
    machine,
    rounds,
    commands,
    stages,
    large,
    compilers,
    read,
    inner,
    watch,
    sizes: await bundleSizes(folder),
  };
  writeFileSync(join(HERE, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  writeReport(HERE, results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Large catalogs take seconds each: three rounds tell enough of them. */
function section(subjects, base, rows = 0) {
  console.error(`${subjects.length} subjects${rows > 0 ? `, ${rows} rows` : ''}`);
  const figures = measure(subjects, rows > 0 ? Math.min(rounds, 3) : rounds);
  const byName = [...figures].map(([name, figure]) => [name, ratios(figure, figures.get(base))]);
  return { base, milliseconds: median(figures.get(base).milliseconds), byName: Object.fromEntries(byName) };
}

function innerFigure(name) {
  const runs = Array.from({ length: Math.min(rounds, 5) }, () =>
    Number(execFileSync(process.execPath, [join(HERE, 'inner.mjs'), name], { encoding: 'utf8' })),
  );
  return { min: Math.min(...runs), median: median(runs) };
}

function peersFor(registry, name) {
  const catalogs = registry.providers.flatMap(({ catalogs: each }) => each);
  const plain = catalogs.map(({ typeName, entries }) => ({ typeName, entries: onceEach(entries) }));
  return options.peers ? peerSubjects(join(folder, 'peers', name), plain) : [];
}

/** A code with several rows is one value of an enumeration. */
function onceEach(entries) {
  const byName = new Map(entries.map(({ name, description, message }) => [name, description ?? message]));
  return [...byName].map(([name, description]) => ({ name, description }));
}

function registryOf({ cwd, args }) {
  execFileSync(process.execPath, [...args, '--target', 'json'], { cwd, stdio: 'ignore' });
  return JSON.parse(readFileSync(join(cwd, 'generated/json/registry.json'), 'utf8'));
}

function install(peers) {
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], {
    cwd: peers,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
