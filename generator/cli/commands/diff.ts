/** `diff`: what changed between two registries, what it means for a release, and whether the version has moved enough. */
import { resolve } from 'node:path';
import { changesBetween } from '../../change/changes.ts';
import { checkGate, gateOf } from '../../change/gate.ts';
import { lastRelease, type Release } from '../../change/release.ts';
import { changesFrom } from '../../change/verdict.ts';
import { quote } from '../../diagnostic/quote.ts';
import { readText } from '../../disk.ts';
import { isShallow, tagsBehindHead } from '../../git.ts';
import { Refusal } from '../../refusal.ts';
import { shortPath } from '../../short-path.ts';
import type { Source } from '../../spec/yaml.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Format, Given, Options } from '../options.ts';
import { type ReadSide, readSide, readWorkingTree } from '../read-side.ts';
import { report, summarize } from '../report.ts';
import { tellChanges } from '../tell-changes.ts';

export async function diff(options: Options, host: Host, { words: [old, now], flags }: Given): Promise<ExitCode> {
  const format = flags['format'] === 'markdown' ? 'markdown' : options.format;
  const call: Call = { options, host, format, failOn: failOnOf(flags['failOn']) };
  if (flags['release'] === true) {
    if (old !== undefined) throw new Refusal('--release finds the side to compare with itself; name none');
    return diffRelease(call);
  }
  if (old === undefined)
    throw new Refusal('name what to compare with: a git revision, a folder or a registry.json; or give --release');
  const sides: Sides = [readSide(old, options), now === undefined ? readWorkingTree(options) : readSide(now, options)];
  return compare(sides, call);
}

interface Call {
  readonly options: Options;
  readonly host: Host;
  readonly format: Format | 'markdown';
  readonly failOn: 'breaking' | 'risky' | undefined;
}

/** The older one, then the newer one. */
type Sides = readonly [ReadSide, ReadSide];

function failOnOf(word: string | true | undefined): Call['failOn'] {
  if (word === undefined || word === 'breaking' || word === 'risky') return word;
  throw new Refusal(`--fail-on takes breaking or risky, not ${quote(word)}`);
}

/** The working tree against the highest version tag behind HEAD. */
function diffRelease(call: Call): ExitCode {
  const { options, host, format } = call;
  const since = lastRelease(tagsBehindHead(options.workingFolder));
  if (since === undefined) {
    const why = isShallow(options.workingFolder) ? '; the clone is shallow, so fetch its tags first' : '';
    const words = `nothing to compare with: no tag v<version> is reachable from HEAD${why}\n`;
    if (format === 'text') host.out(words);
    else {
      host.err(words);
      tellChanges({ changes: [], placeOf: () => NOWHERE, sources: [], problems: [] }, format, host, options);
    }
    return EXIT.clean;
  }
  const path = resolve(options.workingFolder, 'package.json');
  const manifest = {
    path: shortPath(path, options.workingFolder),
    text: readText(path),
  };
  const sides: Sides = [readSide(`refs/tags/${since.tag}`, options), readWorkingTree(options)];
  return compare(sides, call, { since, manifest });
}

const NOWHERE = { path: '', start: 0, end: 0 };

/** What a release is measured by. */
interface Measure {
  readonly since: Release;
  /** `package.json`. */
  readonly manifest: Source;
}

function compare([old, now]: Sides, { options, host, format, failOn }: Call, measure?: Measure): ExitCode {
  if (old.value === undefined || now.value === undefined) {
    report([...old.diagnostics, ...now.diagnostics], [...old.sources, ...now.sources], host, options);
    return EXIT.findings;
  }
  const changes = changesBetween(old.value.snapshot, now.value.snapshot);
  const gate = measure && gateOf(measure.since, measure.manifest, changes);
  const problems = measure && gate ? checkGate(gate, measure.manifest) : [];
  const sources = [...now.sources, ...(measure ? [measure.manifest] : [])];
  tellChanges({ changes, placeOf: now.value.placeOf, sources, gate, problems }, format, host, options);
  if (gate?.isEnough) summarize(`version ${gate.version} is enough after ${gate.since.tag}`, host, options);
  const isStopped = failOn !== undefined && changesFrom(failOn, changes).length > 0;
  return isStopped || problems.length > 0 ? EXIT.findings : EXIT.clean;
}
