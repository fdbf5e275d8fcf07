/** Which blocks of code have run, from V8 itself: what tells an input that does something new from one more of the same. */
import { type Profiler, Session } from 'node:inspector';

/** Our code and the parsers that it calls; not the tests. */
const IS_SUBJECT =
  /\/(?:generator|generated|templates)\/|\/node_modules\/(?:yaml|handlebars|micromark|mdast|parse5|csv-parse)/;

export class Blocks {
  readonly #session = new Session();
  /** Of each function, by its place: which of its characters have run. */
  readonly #ran = new Map<string, Uint8Array>();
  count = 0;

  constructor() {
    this.#session.connect();
    this.#post('Profiler.enable', {}, () => {});
    // With counts, because V8 tells of a function only once where it does not count.
    this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: true }, () => {});
  }

  close(): void {
    this.#session.disconnect();
  }

  /** Whether a block has run since the last look that had never run before. Such blocks stay new until they are counted. */
  hasNew(): boolean {
    return this.#functions().some(({ place, ranges }) => newIn(ranges, this.#ran.get(place)).blocks > 0);
  }

  /** Counts them: how many there are. */
  countNew(): number {
    const before = this.count;
    for (const { place, ranges } of this.#functions()) {
      const { blocks, ran } = newIn(ranges, this.#ran.get(place));
      this.#ran.set(place, ran);
      this.count += blocks;
    }
    return this.count - before;
  }

  #functions(): { place: string; ranges: readonly Profiler.CoverageRange[] }[] {
    let result: readonly Profiler.ScriptCoverage[] = [];
    this.#post('Profiler.takePreciseCoverage', {}, (taken: Profiler.TakePreciseCoverageReturnType) => {
      result = taken.result;
    });
    return result
      .filter(({ url }) => IS_SUBJECT.test(url))
      .flatMap(({ url, functions }) =>
        functions.map(({ ranges }) => ({ place: `${url}:${ranges[0]?.startOffset}:${ranges[0]?.endOffset}`, ranges })),
      );
  }

  /** The session answers at once. */
  #post<T>(method: string, params: object, use: (value: T) => void): void {
    this.#session.post(method, params, (problem, value) => {
      if (problem !== null) throw problem;
      use(value as T);
    });
  }
}

/** The first range is the whole function, and each of the others stands within one before it. */
function newIn(ranges: readonly Profiler.CoverageRange[], before?: Uint8Array): { blocks: number; ran: Uint8Array } {
  const [whole] = ranges;
  const from = whole?.startOffset ?? 0;
  const ran = new Uint8Array((whole?.endOffset ?? 0) - from);
  for (const { startOffset, endOffset, count } of ranges) {
    ran.fill(Math.min(count, 1), startOffset - from, endOffset - from);
  }
  let blocks = 0;
  let isInNew = false;
  for (let offset = 0; offset < ran.length; offset += 1) {
    const isNew = ran[offset] === 1 && before?.[offset] !== 1;
    if (isNew && !isInNew) blocks += 1;
    isInNew = isNew;
    if (before?.[offset] === 1) ran[offset] = 1;
  }
  return { blocks, ran };
}
