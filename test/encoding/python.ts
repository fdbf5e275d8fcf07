/** Python, read by its interpreter. */
import { python } from '../../generator/languages/python.ts';
import { execute } from '../support/toolchain.ts';
import { encoderOf } from './encoder-of.ts';
import { asProse, type SinksOf, UNHARMED } from './sink.ts';

export const pythonSinks: SinksOf = {
  language: 'python',
  programs: ['python3'],
  sinks: [
    { name: 'literal', encode: python.literal, read: (encoded) => valuesOf(encoded.map((text) => `read(${text})`)) },
    {
      name: 'string',
      encode: encoderOf(python, 'string'),
      read: (encoded) => valuesOf(encoded.map((text) => `read(${text})`)),
    },
    {
      name: 'docstring',
      encode: encoderOf(python, 'docstring'),
      read: (encoded) =>
        valuesOf(
          encoded.map(
            (text) =>
              `def f():\n    """${text}"""\ndef g():\n    """\n    Before\n    ${text}\n    """\n` +
              'assert g.__doc__ == "\\n    Before\\n    " + f.__doc__ + "\\n    "\nread(f.__doc__)',
          ),
        ),
      means: asProse,
    },
    {
      name: 'comment',
      encode: encoderOf(python, 'comment'),
      read: (encoded) => valuesOf(encoded.map((text) => `# ${text}\nread(${JSON.stringify(UNHARMED)})  # ${text}`)),
      means: () => UNHARMED,
    },
  ],
};

function valuesOf(statements: readonly string[]): unknown[] {
  const program = `import json\nvalues = []\nread = values.append\n${statements.join('\n')}\nprint(json.dumps(values))\n`;
  return JSON.parse(execute('python3', ['-W', 'error', '-'], { input: program }));
}
