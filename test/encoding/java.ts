/** Java, read by its compiler. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { java } from '../../generator/languages/java.ts';
import { execute } from '../support/toolchain.ts';
import { emptyFolder } from '../support/workspace.ts';
import { encoderOf } from './encoder-of.ts';
import { type SinksOf, UNHARMED } from './sink.ts';

/** A class file has no room for a longer constant. */
const refuses = (text: string) => (text.length > 65_535 ? 'is longer than the 65535 bytes of a constant' : undefined);

export const javaSinks: SinksOf = {
  language: 'java',
  programs: ['java', 'javac'],
  sinks: [
    { name: 'literal', encode: java.literal, read: valuesOf, refuses },
    { name: 'string', encode: encoderOf(java, 'string'), read: valuesOf, refuses },
    {
      name: 'javadoc',
      encode: encoderOf(java, 'javadoc'),
      read: (encoded) => valuesOf(encoded.map((text) => `/** ${text} */ ${JSON.stringify(UNHARMED)} // ${text}\n`)),
      means: () => UNHARMED,
    },
  ],
};

/** Printed as numbers, because a half of a character would not survive the way out. */
function valuesOf(expressions: readonly string[]): unknown[] {
  const folder = emptyFolder();
  const list = expressions.map((expression) => `    ${expression},\n`).join('');
  writeFileSync(
    join(folder, 'Values.java'),
    `public class Values {\n  static final String[] VALUES = {\n${list}  };\n\n  public static void main(String[] arguments) {\n` +
      '    for (String value : VALUES) {\n      StringBuilder line = new StringBuilder();\n' +
      '      value.chars().forEach(unit -> line.append(unit).append(" "));\n      System.out.println(line);\n    }\n  }\n}\n',
  );
  const lines = execute('java', ['-Dfile.encoding=UTF-8', 'Values.java'], { cwd: folder }).split('\n').slice(0, -1);
  return lines.map((line) =>
    line
      .split(' ')
      .slice(0, -1)
      .map((unit) => String.fromCharCode(Number(unit)))
      .join(''),
  );
}
