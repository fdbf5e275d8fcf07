/** `generate`: writes what differs from the plan, and removes what is ours and no longer planned. */
import { join } from 'node:path';
import { type Diagnostic, error, isError, warning } from '../../diagnostic/diagnostic.ts';
import { quote } from '../../diagnostic/quote.ts';
import { LOCK } from '../../leftover.ts';
import type { Memory } from '../../memory.ts';
import type { DriftKind } from '../../output/drift.ts';
import { MANIFEST, renderManifest, sha256 } from '../../output/manifest.ts';
import { shortPath } from '../../short-path.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { withLock } from '../lock.ts';
import type { Options } from '../options.ts';
import { again, prepare, type Work } from '../prepare.ts';
import { count, report, summarize } from '../report.ts';
import { carryOut, type Step } from '../write.ts';

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
  /** Whether nothing is wrong, and nothing was due. */
  readonly isIdle: boolean;
  /** The paths that it was made from, and of what is wrong, as people are shown them. */
  readonly paths: readonly string[];
}

/** Tells what is wrong, and writes where nothing is. */
export async function build(options: Options, host: Host, memory?: Memory): Promise<Built> {
  const { work, diagnostics, sources } = await prepare(options, memory);
  const blocked = work === undefined ? [] : blockedFiles(work, options);
  const found = [...diagnostics, ...(work === undefined ? [] : lost(work, options)), ...blocked];
  const errors = found.filter(isError).length;
  const done = work !== undefined && errors === 0 && isDue(work) ? await write(work, host) : work;
  // Another run was faster: what is due now is found anew.
  if (done === undefined && work !== undefined) return build(options, host, memory);
  report(found, sources, host, options);
  const paths = [...sources.map(({ path }) => path), ...found.map(({ at }) => at.path)];
  const isIdle = found.length === 0 && done !== undefined && !isDue(done);
  return { errors, summary: done === undefined || errors > 0 ? '' : summaryOf(done), isIdle, paths };
}

/** What was written; `undefined` where another run has written since the work was found. */
function write(work: Work, host: Host): Promise<Work | undefined> {
  return withLock(work.outFolder, host, (lock) => {
    const now = again(work);
    if (now === undefined || hasKind(now, 'blocked')) return undefined;
    carryOut(stepsOf(now), now.outFolder, lock, host);
    return now;
  });
}

function summaryOf({ plan, drift }: Work): string {
  const written = drift.filter(({ kind }) => kind === 'missing' || kind === 'changed').length;
  const removed = drift.filter(({ kind }) => kind === 'stale').length;
  return `${count(plan.files.length, 'file')}: ${written} written, ${removed} removed, ${plan.files.length - written} unchanged`;
}

function isDue(work: Work): boolean {
  return hasKind(work, 'missing', 'changed', 'stale', 'leftover');
}

function hasKind({ drift }: Work, ...kinds: readonly DriftKind[]): boolean {
  return drift.some(({ kind }) => kinds.includes(kind));
}

/**
 * In this order, so that a run that is stopped between any two leaves what the next one understands: it knows a file as
 * its own because the manifest lists it, before the file is there and until it is gone.
 */
function stepsOf({ plan, drift, manifest, gone }: Work): Step[] {
  const isDrifted = new Set(
    drift.filter(({ kind }) => kind === 'missing' || kind === 'changed').map(({ path }) => path),
  );
  const due = plan.files.filter(({ path }) => path !== MANIFEST && isDrifted.has(path));
  const fresh = due.filter(({ path }) => manifest?.files.has(path) !== true);
  const announced = new Map([
    ...(manifest?.files ?? []),
    ...fresh.map(({ path, text }): [string, string] => [path, sha256(text)]),
  ]);
  const announcement = renderManifest({ inputs: manifest?.inputs ?? new Map(), files: announced });
  const removed = drift.filter(({ kind, path }) => kind === 'stale' || (kind === 'leftover' && path !== LOCK));
  return [
    ...(fresh.length > 0 ? [{ path: MANIFEST, text: announcement }] : []),
    ...due,
    ...[...removed.map(({ path }) => path), ...gone].map((path) => ({ path, text: undefined })),
    ...plan.files.filter(({ path }) => path === MANIFEST && isDrifted.has(path)),
  ];
}

/** Files of somebody else where generated ones belong. */
function blockedFiles({ drift, outFolder }: Work, { workingFolder }: Options): Diagnostic[] {
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
