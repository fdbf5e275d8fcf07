/** `watch`: does what `generate` does, at once and after every change of a spec or template, until Ctrl-C. */
import { resolve } from 'node:path';
import { isEditorFile } from '../../input.ts';
import { Memory } from '../../memory.ts';
import { Refusal } from '../../refusal.ts';
import { shortPath } from '../../short-path.ts';
import { burstsBelow } from '../../watch.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Options } from '../options.ts';
import { count, summarize } from '../report.ts';
import { build } from './generate.ts';

export async function watch(options: Options, host: Host): Promise<ExitCode> {
  const { workingFolder, spec, templates } = options;
  const live = host.live();
  const folders = [spec, templates].map((folder) => resolve(workingFolder, folder));
  let memory = new Memory();
  let inputs: readonly string[] = [];
  for await (const changed of burstsBelow({ workingFolder, folders, isIgnored: isEditorFile, ...live })) {
    const start = live.now();
    const before = inputs;
    let told: string;
    let isNews = true;
    try {
      const next = new Memory(memory);
      const { errors, summary, isIdle, paths } = await build(options, host, next);
      inputs = paths;
      isNews = !isIdle;
      // What is broken will be mended, and then most is as it was before.
      if (errors === 0) memory = next;
      told = errors === 0 ? summary : `${count(errors, 'error')}, nothing written`;
    } catch (problem) {
      // At the start a call that cannot work ends; later the folder that is gone may come back.
      if (!(problem instanceof Refusal) || changed.length === 0) throw problem;
      told = problem.message;
    }
    // An editor, or `sed -i`, makes and removes files of names that nothing reads. What comes of such a burst is told all
    // the same: a link may lead elsewhere now, or the file that was meant has changed already.
    const known = new Set([...before, ...inputs]);
    const named = changed.map((path) => shortPath(path, workingFolder)).filter((path) => known.has(path));
    const place = `${spec} and ${templates}`;
    const what = changed.length === 0 ? `watching ${place}` : listOf(named) || (isNews ? place : '');
    if (what !== '') summarize(`${what}: ${told} (${Math.round(live.now() - start)} ms)`, host, options);
  }
  return EXIT.clean;
}

/** More would not fit on the line. */
const MOST_PATHS = 3;

function listOf(paths: readonly string[]): string {
  const shown = paths.slice(0, MOST_PATHS).join(', ');
  return paths.length > MOST_PATHS ? `${shown} and ${paths.length - MOST_PATHS} more` : shown;
}
