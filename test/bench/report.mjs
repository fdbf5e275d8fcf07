/** Results as a page and a plot. Nothing in them is written by hand. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is to be reached: where it stands in the results, how much it may be, and in what. */
const goals = [
  ['generate, the text of a row changed', command('generate, a text changed'), 10, '× bare Node'],
  ['generate, the class of a row changed', command('generate, a class changed'), 10, '× bare Node'],
  ['generate, a basis changed: no TypeScript', command('generate, a basis changed'), 2.5, '× bare Node'],
  ['check, TypeScript, schemas, data', command('check, TypeScript, schemas, data'), 2.5, '× bare Node'],
  ['explain, in an empty folder', command('explain 4432, packaged registry'), 2.5, '× bare Node'],
  ['--help', command('--help'), 1.3, '× bare Node'],
  ['--version', command('--version'), 1.3, '× bare Node'],
  ['watch, the text of a row edited', ({ watch }) => watch.text, 150, 'ms'],
  ['watch, the class of a row edited', ({ watch }) => watch.class, 150, 'ms'],
  ['compiling a consumer', ({ compilers }) => compilers.byName['tsc consumer.ts'], 1.1, '× an empty file'],
  ['look-up of a number', inner('look-up of a number'), 25, 'ns'],
  ['guard of a number', inner('guard of a number'), 25, 'ns'],
  ['look-up of a string', inner('look-up of a string'), 50, 'ns'],
  ['guard of a string', inner('guard of a string'), 50, 'ns'],
  ['classify, listed', inner('classify, listed'), 150, 'ns'],
  ['classify, unlisted with a scheme', inner('classify, unlisted with a scheme'), 150, 'ns'],
  ['reading a callback', quotient('reading a callback', 'ajv, then a look-up'), 1, '× ajv and a look-up'],
  ['import of the package root', difference('import of the package root'), 5, 'ms over an empty module'],
  ["import of one provider's codes", difference("import of one provider's codes"), 1, 'ms over an empty module'],
  ['read, of NDJSON', ({ read }) => read.byName.read, 1.5, '× JSON.parse of each line'],
  ["one provider's enum, bundled", size("one provider's enum", 'bytes'), 4000, 'bytes'],
  ["one provider's enum, gzipped", size("one provider's enum", 'gzipped'), 1000, 'bytes'],
  ['one look-up, bundled', size('one look-up', 'bytes'), 16_000, 'bytes'],
  ['one look-up, gzipped', size('one look-up', 'gzipped'), 3000, 'bytes'],
  ['nothing that is imported, bundled', size('nothing that is imported', 'bytes'), 0, 'bytes'],
];

export function writeReport(folder, results) {
  writeFileSync(join(folder, 'README.md'), page(results));
  writeFileSync(join(folder, 'plot.svg'), plot(results));
}

function page(results) {
  const { machine, rounds, commands, large, watch } = results;
  const rows = goals.map(([what, of, goal, unit]) => {
    const { min, median } = of(results);
    return [what, figure(min), figure(median), `≤ ${figure(goal)} ${unit}`, median <= goal ? 'yes' : 'no'];
  });
  return `# How fast it is

Made by \`npm run bench -- --peers\`; nothing here is written by hand. ${machine.cpus}, Node ${machine.node}, ${rounds} rounds, in
each of which every subject has its turn. A ratio is taken within a round. Peaks are of memory, in MiB.

## What is to be reached

${table(['what', 'least', 'median', 'goal', 'reached'], rows)}

Of \`watch\`, ${watch.text.count} edits, each until all files were verified and written, its wait for more edits included.

## From start to end, 118 rows

Bare Node took ${figure(commands.milliseconds)} ms.

${processes(commands)}

![The same as a plot](plot.svg)

## Where the time goes

Milliseconds by Node's own profile, which takes its part of them, of cold runs for TypeScript, schemas and data.

${stageTable(results.stages)}

${large.map(({ rows: count, ...section }) => `## Cold, ${count.toLocaleString('en')} rows\n\n${processes(section)}`).join('\n\n')}

## A consumer's compiler

${processes(results.compilers)}

## Reading NDJSON

${processes(results.read)}

## Inside a process

Nanoseconds a call, milliseconds an import. ajv says whether one body has the types that are declared. Reading also takes
lists, names each field that differs or is not known, and makes outcomes; whatever the body is, nothing throws.

${table(
  ['what', 'least', 'median'],
  Object.entries(results.inner).map(([name, { min, median }]) => [name, figure(min), figure(median)]),
)}

## Bundled and minified

${table(
  ['what', 'bytes', 'gzipped'],
  Object.entries(results.sizes).map(([name, { bytes, gzipped }]) => [name, String(bytes), String(gzipped)]),
)}
`;
}

function stageTable(stages) {
  const names = Object.keys(stages);
  const wholes = names.map((name) => Object.values(stages[name]).reduce((sum, each) => sum + each, 0));
  const rows = Object.keys(stages[names[0]]).map((stage) => [
    stage,
    ...names.map((name) => figure(stages[name][stage])),
  ]);
  return table(['stage', ...names], [...rows, ['all', ...wholes.map(figure)]]);
}

function processes({ base, byName }) {
  const rows = Object.entries(byName)
    .sort(([, a], [, b]) => a.median - b.median)
    .map(([name, { min, median, peak }]) => [name, figure(min), figure(median), String(Math.round(peak))]);
  return table(['what', `least, × ${base}`, 'median', 'peak'], rows);
}

function table(head, rows) {
  return [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Other generators are named with their major version. */
const MAJOR = / \d{1,2}(?:,|$)/;

/** Bars of the medians, on a logarithmic scale from 1. */
function plot({ commands }) {
  const bars = Object.entries(commands.byName).sort(([, a], [, b]) => a.median - b.median);
  const most = Math.max(...bars.map(([, { median }]) => median));
  const widthOf = (ratio) => Math.max(1, (Math.log(ratio) / Math.log(most)) * 380);
  const lines = bars.map(([name, { median }], index) => {
    const y = 40 + index * 24;
    const color = MAJOR.test(name) ? '#8a8f98' : '#2f6feb';
    return [
      `<text x="290" y="${y + 13}" text-anchor="end">${name}</text>`,
      `<rect x="300" y="${y}" width="${widthOf(median).toFixed(1)}" height="17" fill="${color}"/>`,
      `<text x="${(306 + widthOf(median)).toFixed(1)}" y="${y + 13}">${figure(median)}</text>`,
    ].join('');
  });
  const height = 50 + bars.length * 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${height}" font-family="sans-serif" font-size="13">
<title>Cold processes over 118 rows, as ratios to bare Node</title>
<rect width="760" height="${height}" fill="#ffffff"/>
<text x="20" y="22">118 rows, cold process, median ratio to bare Node (logarithmic; grey: other generators)</text>
${lines.join('\n')}
</svg>
`;
}

function command(name) {
  return ({ commands }) => commands.byName[name];
}

function inner(name) {
  return (results) => results.inner[name];
}

function quotient(name, other) {
  return ({ inner: { [name]: a, [other]: b } }) => ({ min: a.min / b.min, median: a.median / b.median });
}

function difference(name) {
  const nothing = 'import of an empty module';
  return ({ inner: { [name]: a, [nothing]: b } }) => ({ min: a.min - b.min, median: a.median - b.median });
}

function size(name, unit) {
  return ({ sizes: { [name]: found } }) => ({ min: found[unit], median: found[unit] });
}

function figure(number) {
  return number >= 100 ? Math.round(number).toLocaleString('en') : String(Number(number.toPrecision(2)));
}
