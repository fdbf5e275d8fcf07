/** `read`: payloads on stdin become outcomes on stdout, one a line; what they add up to is told on stderr. */
import { quote, visible } from '../../diagnostic/quote.ts';
import { bodiesIn, type Part } from '../../read/bodies.ts';
import { lineOf } from '../../read/line.ts';
import { readBody } from '../../read/read-body.ts';
import { readersOf } from '../../read/readers.ts';
import { renderSummary } from '../../read/summary.ts';
import { Tally } from '../../read/tally.ts';
import { Refusal } from '../../refusal.ts';
import { publicName } from '../../registry/public-name.ts';
import type { Provider, Registry } from '../../registry/registry.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Given, Options } from '../options.ts';
import { readRegistry } from '../read-registry.ts';
import { unknownProvider } from '../unknown-provider.ts';

/** More problems are counted, and no longer told. */
const MOST_TOLD = 20;

/** Characters that are written at once. Room for many more would come from the system, page by page, each time anew. */
const AT_ONCE = 32_768;

/** Bodies between two words of progress. */
const STEP = 50_000;

export async function read(options: Options, host: Host, { flags }: Given): Promise<ExitCode> {
  const { registry } = await readRegistry(options, host);
  if (registry === undefined) return EXIT.findings;
  const provider = providerOf(registry, flags['provider']);
  const readers = readersOf(provider, registry);
  const [axis] = registry.outcomes?.axes ?? [];
  const tally = new Tally(axis === undefined ? undefined : publicName(axis));
  let bodies = 0;
  let bad = 0;
  const tell = (line: number, problem: string) => {
    bad += 1;
    if (bad <= MOST_TOLD) host.err(`line ${line}: ${problem}\n`);
  };
  for await (const parts of bodiesIn(host.input)) {
    const before = bodies;
    bodies += parts.length;
    let text = '';
    for (const part of parts) {
      const { lines, problems } = outcomesOf(part, readers, tally);
      text += lines;
      if (text.length > AT_ONCE) {
        host.out(text);
        text = '';
      }
      for (const problem of problems) tell(part.line, problem);
    }
    if (text !== '') host.out(text);
    await host.taken();
    const isStep = Math.floor(bodies / STEP) > Math.floor(before / STEP);
    if (host.isWatched && !options.quiet && isStep) host.err(`\r${bodies} bodies `);
  }
  if (bad > MOST_TOLD) host.err(`… and ${bad - MOST_TOLD} more\n`);
  if (host.isWatched && bodies >= STEP) host.err('\r');
  if (!options.quiet) host.err(renderSummary(tally, { lines: bodies, bad }, provider, registry.axes));
  const isUnknown = flags['failOnUnknown'] === true && tally.hasUnlisted;
  return bad > 0 || isUnknown ? EXIT.findings : EXIT.clean;
}

/** The outcomes of a body, a line each, and what is wrong with it. */
function outcomesOf(
  part: Part,
  readers: ReturnType<typeof readersOf>,
  tally: Tally,
): { readonly lines: string; readonly problems: readonly string[] } {
  if ('problem' in part) return { lines: '', problems: [part.problem] };
  const result = readBody(part.body, readers);
  if (!result.ok) {
    const words = result.problems.map(({ pointer, message }) => visible(`${pointer || 'the body'} ${message}`));
    return { lines: '', problems: [...new Set(words)] };
  }
  let lines = '';
  for (const outcome of result.outcomes) {
    tally.add(outcome);
    lines += `${lineOf(outcome, part.line)}\n`;
  }
  return { lines, problems: [] };
}

function providerOf({ providers }: Registry, wanted: string | true | undefined): Provider {
  const readable = providers.filter(({ readers }) => readers.length > 0);
  const ids = readable.map(({ id }) => id);
  if (ids.length === 0) throw new Refusal('no spec here declares a reader of payloads; name other specs with --spec');
  if (typeof wanted !== 'string') throw new Refusal(`name whose payloads they are with --provider: ${ids.join(', ')}`);
  const provider = readable.find(({ id }) => id === wanted);
  if (provider !== undefined) return provider;
  if (!providers.some(({ id }) => id === wanted)) throw unknownProvider(wanted, ids);
  throw new Refusal(`the spec of ${quote(wanted)} declares no reader of payloads`);
}
