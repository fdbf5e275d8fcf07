/** Codes that are members of every object, or words of every language: what is found is the row, and never a member. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from './support/cli.ts';
import { execute as runIn, tool } from './support/consumer.ts';
import { databases } from './support/databases.ts';
import { runGo, runJava } from './support/programs.ts';
import { catalogHead, providerHead, TEXT_COLUMN } from './support/spec.ts';
import { describeWith, execute } from './support/toolchain.ts';
import { sharedFolder } from './support/workspace.ts';

const CODES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'default',
  'class',
  'None',
  // The same to somebody's eye, or once they are normalized: composed and decomposed, the sign of Ångström and of kelvin.
  '\u00e9',
  'e\u0301',
  '\u212b',
  '\u00c5',
  '\u212a',
  'K',
];
/** Members of an object that are no codes here. */
const STRANGERS = ['isPrototypeOf', '__defineGetter__', 'length', ''];

const SPEC = `${providerHead()}catalogs:
${catalogHead({ typeName: 'AcmeApiError', codeType: 'string', rows: CODES.length, columns: [TEXT_COLUMN] })}${CODES.map((code, index) => `      - { code: ${code}, line: ${index + 1}, name: row_${index}, text: Text of ${code} }`).join('\n')}
`;

const folder = sharedFolder();
const generated = join(folder, 'generated');

beforeAll(async () => {
  mkdirSync(join(folder, 'spec'));
  writeFileSync(join(folder, 'spec/acme.yaml'), SPEC);
  const { exitCode, err } = await run(folder, 'generate');
  expect({ exitCode, errors: err.match(/error\[.*/g) }).toEqual({ exitCode: 0, errors: null });
});

const texts = CODES.map((code) => `Text of ${code}`);
/** What each of the codes and strangers is answered. */
const found = [...texts, ...STRANGERS.map(() => null)];

test('JSON', () => {
  const { providers } = JSON.parse(readFileSync(join(generated, 'json/registry.json'), 'utf8'));
  const { entries }: { entries: { code: string; text: string }[] } = providers[0].catalogs[0];
  expect(entries.map(({ code, text }) => [code, text])).toEqual(CODES.map((code, index) => [code, texts[index]]));
});

test('TypeScript', async () => {
  const program = `
import { classifyAcmeApiError, findAcmeApiError, isAcmeApiErrorCode } from "./generated/typescript/index.js";
const found = (code: string) => [findAcmeApiError(code)?.text ?? null, isAcmeApiErrorCode(code), classifyAcmeApiError(code).known];
const codes: string[] = ${JSON.stringify([...CODES, ...STRANGERS])};
console.log(JSON.stringify({ found: codes.map(found), isPolluted: "text" in {} }));
`;
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'program.ts'), program);
  const flags = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '', '--outDir', 'out'];
  expect(await tool(folder, 'typescript/bin/tsc', 'program.ts', ...flags)).toMatchObject({ exitCode: 0 });
  const { out } = await runIn(join(folder, 'out'), process.execPath, 'program.js');
  expect(JSON.parse(out)).toEqual({
    found: [...texts.map((text) => [text, true, true]), ...STRANGERS.map(() => [null, false, false])],
    isPolluted: false,
  });
});

describeWith('Python', ['python3'], () => {
  test('finds the rows', () => {
    const program = `import json, sys
from sms_error_codes.acme import api
found = [api.find(code) for code in json.loads(sys.argv[1])]
print(json.dumps([None if entry is None else entry.text for entry in found]))`;
    const args = ['-c', program, JSON.stringify([...CODES, ...STRANGERS])];
    const out = execute('python3', args, { cwd: join(generated, 'python') });
    expect(JSON.parse(out)).toEqual(found);
  });
});

describeWith('Go', ['go'], () => {
  test('finds the rows', () => {
    const program = `package main

import (
	"encoding/json"
	"os"

	"app/codes"
)

func main() {
	found := []any{}
	for _, code := range os.Args[1:] {
		if entry, ok := smserrorcodes.LookupAcmeAPIError(smserrorcodes.AcmeAPIErrorCode(code)); ok {
			found = append(found, entry.Text)
		} else {
			found = append(found, nil)
		}
	}
	json.NewEncoder(os.Stdout).Encode(found)
}
`;
    expect(JSON.parse(runGo(generated, program, ...CODES, ...STRANGERS))).toEqual(found);
  });
});

describeWith('Java', ['java', 'javac'], () => {
  test('finds the rows', () => {
    const program = `import smserrorcodes.AcmeApiErrors;
class Main {
  public static void main(String[] codes) {
    for (String code : codes) System.out.println(AcmeApiErrors.find(code).map(entry -> entry.text()).orElse("null"));
  }
}
`;
    const lines = runJava(generated, program, ...CODES, ...STRANGERS)
      .trim()
      .split('\n');
    expect(lines).toEqual(found.map(String));
  });
});

describe('SQL', () => {
  for (const [name, { programs, open }] of Object.entries(databases)) {
    describeWith(name, programs, () => {
      test('finds the rows', () => {
        const database = open();
        database.run(readFileSync(join(generated, 'sql/sms_error_codes.sql'), 'utf8'));
        const rows = database.ask('SELECT code, text FROM sms_error_codes') as { code: string; text: string }[];
        const byCode = new Map(rows.map(({ code, text }) => [code, text]));
        expect(CODES.map((code) => byCode.get(code))).toEqual(texts);
      });
    });
  }
});
