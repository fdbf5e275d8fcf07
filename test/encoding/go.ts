/** Go, read by its compiler. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { go } from '../../generator/languages/go.ts';
import { execute } from '../support/toolchain.ts';
import { emptyFolder } from '../support/workspace.ts';
import { encoderOf } from './encoder-of.ts';
import { type SinksOf, UNHARMED } from './sink.ts';

const refuses = (text: string) =>
  /\p{Cs}/u.test(text) ? 'has half a character, which no string of Go can hold' : undefined;

export const goSinks: SinksOf = {
  language: 'go',
  programs: ['go'],
  sinks: [
    { name: 'literal', encode: go.literal, read: (encoded) => valuesOf(encoded), refuses },
    { name: 'string', encode: encoderOf(go, 'string'), read: (encoded) => valuesOf(encoded), refuses },
    {
      name: 'comment',
      encode: encoderOf(go, 'comment'),
      read: (encoded) => valuesOf(encoded.map((text) => `// About: ${text}\n${JSON.stringify(UNHARMED)}`)),
      means: () => UNHARMED,
    },
  ],
};

function valuesOf(expressions: readonly string[]): unknown[] {
  const folder = emptyFolder();
  const list = expressions.map((expression) => `\t${expression},\n`).join('');
  writeFileSync(
    join(folder, 'main.go'),
    `package main\n\nimport (\n\t"encoding/json"\n\t"os"\n)\n\nvar values = []string{\n${list}}\n\nfunc main() {\n\tjson.NewEncoder(os.Stdout).Encode(values)\n}\n`,
  );
  return JSON.parse(execute('go', ['run', 'main.go'], { cwd: folder }));
}
