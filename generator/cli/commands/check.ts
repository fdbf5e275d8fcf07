/** `check`: says how the output differs from the plan, and writes nothing. */
import { join } from 'node:path';
import { type Diagnostic, error } from '../../diagnostic/diagnostic.ts';
import { shortPath } from '../../disk.ts';
import type { DriftKind } from '../../output/drift.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Options } from '../options.ts';
import { prepare } from '../prepare.ts';
import { count, report, summarize } from '../report.ts';

const messages: Record<DriftKind, string> = {
  missing: 'the file is missing',
  changed: 'the file is not what the specs and templates make',
  stale: 'the file is generated, and nothing makes it any more',
  foreign: 'the file is not generated, and stands among the generated ones',
  blocked: 'the file is not generated, and a generated one belongs here',
};

export async function check(options: Options, host: Host): Promise<ExitCode> {
  const { work, diagnostics, sources } = await prepare(options);
  const drift = (work?.drift ?? []).map(({ kind, path }): Diagnostic => {
    const shown = shortPath(join(work?.outFolder ?? '', path), options.workingFolder);
    return error(`drift-${kind}`, { path: shown, start: 0, end: 0 }, messages[kind], {
      hint: isForeign(kind) ? 'move it out of the folder' : 'run: npx sms-error-codes generate',
    });
  });
  report([...diagnostics, ...drift], sources, host, options);
  if (work === undefined) return EXIT.findings;
  summarize(
    drift.length === 0
      ? `${count(work.plan.files.length, 'file')}, all as planned`
      : `${count(drift.length, 'file')} not as planned`,
    host,
    options,
  );
  return drift.length === 0 ? EXIT.clean : EXIT.findings;
}

function isForeign(kind: DriftKind): boolean {
  return kind === 'foreign' || kind === 'blocked';
}
