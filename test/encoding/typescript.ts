/** TypeScript and JSON, read by the engine itself. */
import { json } from '../../generator/languages/json.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import { encoderOf } from './encoder-of.ts';
import { type SinksOf, UNHARMED } from './sink.ts';

export const typescriptSinks: SinksOf = {
  language: 'typescript',
  programs: [],
  sinks: [
    { name: 'literal', encode: typescript.literal, read: evaluateAll },
    { name: 'prose', encode: encoderOf(typescript, 'prose'), read: evaluateAll },
    { name: 'string', encode: encoderOf(typescript, 'string'), read: evaluateAll },
    {
      name: 'property',
      encode: encoderOf(typescript, 'property'),
      read: (encoded) => encoded.map((key) => Object.keys(evaluate(`{ ${key}: 1 }`) as object)[0]),
    },
    {
      name: 'comment',
      encode: encoderOf(typescript, 'comment'),
      read: (encoded) =>
        encoded.map((text) => evaluate(`/**\n * ${text}\n */ // ${text}\n /** ${text} */ ${JSON.stringify(UNHARMED)}`)),
      means: () => UNHARMED,
    },
  ],
};

export const jsonSinks: SinksOf = {
  language: 'json',
  programs: [],
  isVerbatim: true,
  sinks: [
    { name: 'literal', encode: json.literal, read: (encoded) => encoded.map((text) => JSON.parse(text)) },
    { name: 'string', encode: encoderOf(json, 'string'), read: (encoded) => encoded.map((text) => JSON.parse(text)) },
  ],
};

function evaluateAll(encoded: readonly string[]): unknown[] {
  return encoded.map(evaluate);
}

function evaluate(source: string): unknown {
  return new Function(`"use strict"; return (${source}\n);`)();
}
