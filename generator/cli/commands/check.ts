/** `check`: says of each file how it differs from the plan, why, and what heals it; writes nothing. */
import { join } from 'node:path';
import { type Diagnostic, error } from '../../diagnostic/diagnostic.ts';
import { findText } from '../../disk.ts';
import type { Drift, DriftKind } from '../../output/drift.ts';
import { MANIFEST } from '../../output/manifest.ts';
import { reasonOf } from '../../output/reason.ts';
import { diffOf, firstDifference } from '../../output/text-diff.ts';
import { shortPath } from '../../short-path.ts';
import type { Source } from '../../spec/yaml.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { callOf, type Options } from '../options.ts';
import { prepare, type Work } from '../prepare.ts';
import { count, report, summarize } from '../report.ts';

const messages: Record<DriftKind, string> = {
  missing: 'the file is missing',
  changed: 'the file is not what the specs and templates make',
  stale: 'the file is generated, and nothing makes it any more',
  foreign: 'the file stands among the generated ones',
  blocked: 'the file stands where a generated one belongs',
  leftover: 'the file was left behind',
};

export async function check(options: Options, host: Host): Promise<ExitCode> {
  const { work, diagnostics, sources } = await prepare(options);
  if (work === undefined) {
    report(diagnostics, sources, host, options);
    return EXIT.findings;
  }
  const findings = work.drift.map((drift) => findingOf(drift, work, options));
  const found = findings.map(({ diagnostic }) => diagnostic);
  report([...diagnostics, ...found], [...sources, ...findings.map(({ source }) => source)], host, options);
  const total = count(work.plan.files.length, 'file');
  summarize(
    found.length === 0 ? `${total}, all as planned` : `${count(found.length, 'file')} not as planned`,
    host,
    options,
  );
  return found.length === 0 ? EXIT.clean : EXIT.findings;
}

function findingOf(
  drift: Drift,
  { plan, outFolder, manifest }: Work,
  options: Options,
): { diagnostic: Diagnostic; source: Source } {
  const { kind, path } = drift;
  const shown = shortPath(join(outFolder, path), options.workingFolder);
  const isOurs = kind === 'changed' || kind === 'stale';
  const there = isOurs ? findText(join(outFolder, path)) : undefined;
  const planned = plan.files.find((file) => file.path === path)?.text;
  const start = kind === 'changed' ? firstDifference(there ?? '', planned ?? '') : 0;
  const diagnostic = error(
    `drift-${kind}`,
    { path: shown, start, end: start },
    `${messages[kind]}: ${reasonOf(drift, plan, there, manifest)}`,
    {
      hint:
        kind === 'foreign' || kind === 'blocked'
          ? 'move it out of the folder'
          : `run: npx ${callOf('generate', options)}`,
      diff:
        kind === 'changed' && path !== MANIFEST && there !== undefined && planned !== undefined
          ? diffOf(there, planned)
          : undefined,
    },
  );
  return { diagnostic, source: { path: shown, text: there ?? '' } };
}
