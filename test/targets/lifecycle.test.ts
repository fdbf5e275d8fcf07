/** A code on its way out is told as each language tells it, by its own tools, and old codes lead to what takes their place. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { databases } from '../support/databases.ts';
import { MARKDOWN_PROGRAMS, renderMarkdown, textOf } from '../support/markdown.ts';
import { parseCsv } from '../support/rfc4180.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { ROOT, workspace } from '../support/workspace.ts';

const REASON = 'The page */ "lists" it | no longer \\u000a';

/** A folder with the output of a target. */
async function generated(target: string): Promise<string> {
  const folder = workspace(['templates']);
  cpSync(join(ROOT, 'test/targets/lifecycle/spec'), join(folder, 'spec'), { recursive: true });
  expect((await run(folder, 'generate', '--target', target)).err).toMatch(/^\d+ files: /);
  return join(folder, 'generated', target);
}

describeWith('python', ['python3', 'mypy', 'pyright', 'ruff'], () => {
  test('the docstring says it, the entry has it, and a mapping leads on', async () => {
    const cwd = await generated('python');
    writeFileSync(
      join(cwd, 'consumer.py'),
      `from typing import assert_type
from sms_error_codes.acme import AcmeErrorCode, api, pairs
from sms_error_codes.lookup import Deprecation

rejected, no_route, odd = api.ENTRIES
assert_type(rejected.deprecated, Deprecation[AcmeErrorCode] | None)
assert rejected.deprecated == Deprecation(
    since="2.0.0", reason=${JSON.stringify(REASON)}, replacement=AcmeErrorCode.NO_ROUTE, note="It's <gone>"
)
assert no_route.deprecated is None
assert odd.deprecated is not None and odd.deprecated.replacement is None
assert_type(api.REPLACEMENTS.get(7), AcmeErrorCode | None)
assert dict(api.REPLACEMENTS) == {AcmeErrorCode.REJECTED: AcmeErrorCode.NO_ROUTE, 7: AcmeErrorCode.NO_ROUTE}
assert dict(pairs.REPLACEMENTS) == {"E.ALL": "E.ONE"}
assert [entry.deprecated is None for entry in pairs.ENTRIES] == [False, True, False, False]
`,
    );
    execute('python3', ['-W', 'error', 'consumer.py'], { cwd });
    expect(execute('mypy', ['--strict', '--cache-dir=/dev/null', '.'], { cwd })).toMatch(/^Success/);
    writeFileSync(join(cwd, 'pyrightconfig.json'), '{ "typeCheckingMode": "strict" }');
    expect(execute('pyright', [], { cwd })).toMatch(/^0 errors, 0 warnings/m);
    expect(
      execute(
        'ruff',
        ['format', '--isolated', '--no-cache', '--diff', 'sms_error_codes/acme', 'sms_error_codes/lookup.py'],
        { cwd },
      ),
    ).toBe('');

    const documented = (path: string) =>
      [...readFileSync(join(cwd, 'sms_error_codes/acme', path), 'utf8').matchAll(/^ {4}Deprecated\. (.*)$/gm)].map(
        ([, text]) => text,
      );
    expect(documented('api_code.py')).toEqual([
      `Since 2.0.0: ${REASON.replace('\\', '\\\\')}. Use AcmeErrorCode.NO_ROUTE in its place. It's <gone>.`,
      'Since 2026-03-01: Nobody knows what it means.',
    ]);
    // A row of E.ONE stays, and so does the code.
    expect(documented('pairs_code.py')).toEqual(['Since 2.0.0: Gone. Use AcmePairErrorCode.ONE in its place.']);
  });
});

/** Every constant that Go's own documentation takes for deprecated, and where the codes lead. */
const GO_PROGRAM = `package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"

	codes "app/codes"
)

func main() {
	packages, err := parser.ParseDir(token.NewFileSet(), "codes", nil, parser.ParseComments)
	if err != nil {
		panic(err)
	}
	deprecated := map[string]string{}
	ast.Inspect(packages["smserrorcodes"], func(node ast.Node) bool {
		if value, ok := node.(*ast.ValueSpec); ok {
			for _, paragraph := range strings.Split(value.Doc.Text(), "\\n\\n") {
				if strings.HasPrefix(paragraph, "Deprecated: ") {
					deprecated[value.Names[0].Name] = strings.TrimSpace(paragraph)
				}
			}
		}
		return true
	})
	replacements := map[codes.AcmeErrorCode]codes.AcmeErrorCode{}
	for code := codes.AcmeErrorCode(0); code < 30; code++ {
		if replacement, ok := code.Replacement(); ok {
			replacements[code] = replacement
		}
	}
	pair, isReplaced := codes.AcmePairErrorCodeAll.Replacement()
	json.NewEncoder(os.Stdout).Encode(map[string]any{
		"deprecated":   deprecated,
		"replacements": replacements,
		"pair":         []any{pair, isReplaced},
		"entries":      codes.AcmeErrors(),
	})
}
`;

describeWith('go', ['go', 'gofmt'], () => {
  test('the constant has its paragraph, the entry has it, and a method leads on', async () => {
    const cwd = join(await generated('go'), '..');
    expect(execute('gofmt', ['-d', '-s', '.'], { cwd: join(cwd, 'go') })).toBe('');
    execute('go', ['vet', '.'], { cwd: join(cwd, 'go') });
    cpSync(join(cwd, 'go'), join(cwd, 'codes'), { recursive: true });
    rmSync(join(cwd, 'codes/go.mod'));
    writeFileSync(join(cwd, 'go.mod'), 'module app\n\ngo 1.21\n');
    writeFileSync(join(cwd, 'main.go'), GO_PROGRAM);
    const told = JSON.parse(execute('go', ['run', '.'], { cwd }));
    expect(told.deprecated).toEqual({
      AcmeErrorCodeRejected: `Deprecated: Since 2.0.0: ${REASON}. Use AcmeErrorCodeNoRoute in its place. It's <gone>.`,
      AcmeErrorCodeOdd: 'Deprecated: Since 2026-03-01: Nobody knows what it means.',
      AcmePairErrorCodeAll: 'Deprecated: Since 2.0.0: Gone. Use AcmePairErrorCodeOne in its place.',
    });
    expect(told.replacements).toEqual({ 7: 18, 17: 18 });
    expect(told.pair).toEqual(['E.ONE', true]);
    const staying = { Since: '', Reason: '', Replacement: 0, HasReplacement: false, Note: '' };
    expect(told.entries.map(({ Deprecation }: { Deprecation: unknown }) => Deprecation)).toEqual([
      { Since: '2.0.0', Reason: REASON, Replacement: 18, HasReplacement: true, Note: "It's <gone>" },
      staying,
      { ...staying, Since: '2026-03-01', Reason: 'Nobody knows what it means.' },
    ]);
  });
});

describeWith('java', ['java', 'javac'], () => {
  test('the compiler warns who uses it and not the package itself; the entry has it, and a method leads on', async () => {
    const cwd = await generated('java');
    const compile = (source: string) => {
      mkdirSync(join(cwd, 'app'), { recursive: true });
      writeFileSync(join(cwd, 'app/Consumer.java'), `package app;\n\nimport smserrorcodes.*;\n\n${source}`);
      const flags = ['--release', '17', '-Xlint:all', '-Xdoclint:all,-missing', '-Werror', '-d', 'classes'];
      return execute('sh', ['-c', 'javac "$@" smserrorcodes/*.java app/*.java', 'sh', ...flags], { cwd });
    };
    for (const member of ['AcmeErrorCode.REJECTED', 'AcmeErrorCode.ODD', 'AcmePairErrorCode.ALL'])
      expect(() => compile(`class Consumer {\n  Object used = ${member};\n}\n`)).toThrow(
        `${member.replace(/.*\./, '')} in ${member.replace(/\..*/, '')} has been deprecated`,
      );
    compile(`class Consumer {
  public static void main(String[] arguments) {
    System.out.println(AcmeErrors.replacementOf(7) + " " + AcmeErrors.replacementOf(17) + " " + AcmeErrors.replacementOf(18));
    System.out.println(AcmePairErrors.replacementOf("E.ALL") + " " + AcmePairErrors.replacementOf("E.ONE"));
    AcmeErrors.ALL.forEach(entry -> System.out.println(entry.deprecated()));
  }
}
`);
    expect(execute('java', ['-cp', 'classes', 'app.Consumer'], { cwd }).split('\n')).toEqual([
      'Optional[NO_ROUTE] Optional[NO_ROUTE] Optional.empty',
      'Optional[ONE] Optional.empty',
      `Optional[Deprecation[since=2.0.0, reason=${REASON}, replacement=Optional[NO_ROUTE], note=Optional[It's <gone>]]]`,
      'Optional.empty',
      'Optional[Deprecation[since=2026-03-01, reason=Nobody knows what it means., replacement=Optional.empty, note=Optional.empty]]',
      '',
    ]);
  });
});

for (const [name, { programs, open }] of Object.entries(databases)) {
  describeWith(`sql: ${name}`, programs, () => {
    test('the row has it, and a table has what was removed', async () => {
      const script = readFileSync(join(await generated('sql'), 'sms_error_codes.sql'), 'utf8');
      const database = open();
      database.run(script);
      database.run(script);
      expect(
        database.ask(
          `SELECT code, deprecated_since AS since, deprecated_reason AS reason, deprecated_replacement AS replacement, deprecated_note AS note
           FROM sms_error_codes WHERE catalog = 'api' ORDER BY code`,
        ),
      ).toEqual([
        { code: '17', since: '2.0.0', reason: REASON, replacement: '18', note: "It's <gone>" },
        { code: '18', since: null, reason: null, replacement: null, note: null },
        { code: '19', since: '2026-03-01', reason: 'Nobody knows what it means.', replacement: null, note: null },
      ]);
      expect(database.ask('SELECT * FROM sms_error_codes_removed ORDER BY code')).toEqual(
        [
          { code: '7', name: 'old_busy', since: '1.4.0', reason: "Replaced, by a 'better' one", replacement: '18' },
          { code: '8', name: 'old_odd', since: '1.5.0', reason: 'Never sent', replacement: null },
        ].map((row) => ({ provider: 'acme', catalog: 'api', ...row })),
      );
    });
  });
}

test('csv: the row has it', async () => {
  const [header = [], ...records] = parseCsv(readFileSync(join(await generated('csv'), 'sms_error_codes.csv'), 'utf8'));
  const first = header.indexOf('deprecated_since');
  expect(header.slice(first)).toEqual([
    'deprecated_since',
    'deprecated_reason',
    'deprecated_replacement',
    'deprecated_note',
  ]);
  expect(records.slice(0, 2).map((record) => record.slice(first))).toEqual([
    ['2.0.0', REASON, '18', "It's <gone>"],
    ['', '', '', ''],
  ]);
});

describeWith('markdown', MARKDOWN_PROGRAMS, () => {
  test('the page shows it, and a link to a removed code still finds its place', async () => {
    const [page = ''] = renderMarkdown([readFileSync(join(await generated('markdown'), 'acme.md'), 'utf8')]);
    const text = textOf(page);
    expect(text).toContain(`Deprecated since 2.0.0, use 18 in its place: ${REASON}`);
    expect(text).toContain("Note: It's <gone>");
    expect(text).toContain('rejected (deprecated)');
    expect(page).toContain('<a id="api.7"></a>7');
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links).toContain('api.18');
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    expect(page).not.toContain('taxonomy.md');
  });
});
