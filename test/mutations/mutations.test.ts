/** One mistake at a time in the real specs, thousands of them: each is told at its line, and none brings the program down. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../generator/compile.ts';
import { hasErrors } from '../../generator/diagnostic/diagnostic.ts';
import { Lines } from '../../generator/diagnostic/position.ts';
import { json } from '../../generator/languages/json.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import { IS_LONG } from '../support/long.ts';
import { ROOT } from '../support/workspace.ts';
import { type Mutation, mutationsOf } from './mutations.ts';

const FOLDER = join(ROOT, 'spec');
const read = (name: string) => ({ path: `spec/${name}`, text: readFileSync(join(FOLDER, name), 'utf8') });
const taxonomy = read('taxonomy.yaml');
const specs = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml') && name !== 'taxonomy.yaml');

/** In the short form each 23rd: a prime, so that in time every kind meets every key. */
const STEP = IS_LONG ? 1 : 23;

/** What is wrong with what was said; `undefined` where all is well. */
function objectionTo({ text, verdict, first, last }: Mutation, path: string): string | undefined {
  const lines = new Lines(text);
  const { diagnostics } = compile([{ path, text }, taxonomy], [json, typescript]);
  const errors = diagnostics.filter((diagnostic) => hasErrors([diagnostic]) && diagnostic.at.path === path);
  const places = errors.map(({ at }) => lines.positionAt(at.start).line);
  const isHere = places.some((line) => line >= first && line <= last);
  const said = diagnostics.map(({ id }, index) => `${id}:${places[index] ?? ''}`).join(' ') || 'nothing';
  const isRight = diagnostics.length === 0;
  switch (verdict) {
    case 'told':
      return isRight ? 'nothing is said' : undefined;
    case 'right':
      return isRight ? undefined : `nothing is wrong, but ${said}`;
    case 'error':
      return isHere ? undefined : `no error in lines ${first} to ${last}, but ${said}`;
    case 'error or right':
      return isRight || isHere ? undefined : `the error stands elsewhere: ${said}`;
  }
}

describe.each(specs)('%s', (name) => {
  const { path, text } = read(name);
  const mutations = [...mutationsOf(text)].filter((_, index) => index % STEP === 0);

  test('as it is, nothing is said', () => {
    expect(compile([{ path, text }, taxonomy], [json, typescript]).diagnostics).toEqual([]);
  });

  test(`${mutations.length} mistakes are told where they are`, () => {
    expect(mutations.length).toBeGreaterThan(IS_LONG ? 1500 : 60);
    const wrong = mutations.flatMap((mutation) => {
      const objection = objectionTo(mutation, path);
      return objection === undefined ? [] : [`${path}:${mutation.first} ${mutation.name}: ${objection}`];
    });
    expect(wrong).toEqual([]);
  }, 1_800_000);
});
