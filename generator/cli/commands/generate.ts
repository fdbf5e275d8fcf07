/** `generate`: writes what differs from the plan, and removes what is ours and no longer planned. */
import { join } from 'node:path';
import { type Diagnostic, error, warning } from '../../diagnostic/diagnostic.ts';
import { quote } from '../../diagnostic/quote.ts';
import { remove, shortPath, write as writeFile } from '../../disk.ts';
import { MANIFEST } from '../../output/manifest.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Options } from '../options.ts';
import { prepare, type Work } from '../prepare.ts';
import { count, report, summarize } from '../report.ts';

export async function generate(options: Options, host: Host): Promise<ExitCode> {
  const { errors, summary } = await build(options, host);
  if (errors > 0) return EXIT.findings;
  summarize(summary, host, options);
  return EXIT.clean;
}

export interface Built {
  /** Where there is any, nothing was written. */
  readonly errors: number;
  readonly summary: string;
}

/** Tells what is wrong, and writes where nothing is. */
export async function build(options: Options, host: Host): Promise<Built> {
  const { work, diagnostics, sources } = await prepare(options);
  const found = [...diagnostics, ...(work === undefined ? [] : [...lost(work, options), ...blocked(work, options)])];
  report(found, sources, host, options);
  const errors = found.filter(({ severity }) => severity === 'error').length;
  return { errors, summary: work === undefined || errors > 0 ? '' : write(work) };
}

function write({ plan, drift, outFolder }: Work): string {
  const isDue = new Set(drift.filter(({ kind }) => kind === 'missing' || kind === 'changed').map(({ path }) => path));
  // In the plan's order, so that the manifest comes last and never vouches for what is not there yet.
  const due = plan.files.filter(({ path }) => isDue.has(path));
  const stale = drift.filter(({ kind }) => kind === 'stale');
  for (const { path, text } of due.slice(0, -1)) writeFile(join(outFolder, path), text);
  for (const { path } of stale) remove(join(outFolder, path), outFolder);
  for (const { path, text } of due.slice(-1)) writeFile(join(outFolder, path), text);
  return `${count(plan.files.length, 'file')}: ${due.length} written, ${stale.length} removed, ${plan.files.length - due.length} unchanged`;
}

/** Files of somebody else where generated ones belong. */
function blocked({ drift, outFolder }: Work, { workingFolder }: Options): Diagnostic[] {
  return drift
    .filter(({ kind }) => kind === 'blocked')
    .map(({ path }) => {
      const shown = shortPath(join(outFolder, path), workingFolder);
      return error(
        'foreign-file',
        { path: shown, start: 0, end: 0 },
        `${quote(shown)} is not a generated file, and a generated one belongs there`,
        { hint: 'move it away, or name another folder with --out' },
      );
    });
}

/** Without the manifest only their own mark tells which files are generated. */
function lost(work: Work, { workingFolder }: Options): Diagnostic[] {
  if (!work.lacksManifest) return [];
  const at = { path: shortPath(join(work.outFolder, MANIFEST), workingFolder), start: 0, end: 0 };
  return [
    warning('missing-manifest', at, 'the manifest is missing', {
      hint: 'keep it with the files; generate has taken over those that are its own',
    }),
  ];
}
