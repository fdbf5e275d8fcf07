/**
 * No regular expression takes longer than its text deserves. Each is checked for two ways to match one text; the checker takes
 * every place of a text for a start, so that some that are linear are listed, with the reason.
 */
import { join, relative } from 'node:path';
import { isSafePattern } from 'redos-detector';
import { Project, SyntaxKind } from 'ts-morph';
import { expect, test } from 'vitest';
import { ROOT } from '../support/workspace.ts';

const DISJOINT = 'what follows a start ends before the next one, so nothing is read twice';
const HEADING = 'reads one heading of a document';
const OURS = 'reads text that we have made, in which whatever opens is closed';
const MESSAGE = 'reads one message of a library';

/** By file and source. */
const exceptions: Readonly<Record<string, string>> = {
  'generator/audit/patch/layout.ts /(?<=\\n)(?:[ \\t]*\\n)*$/': 'reads the blank lines above a row of a spec',
  'generator/audit/patch/propose-name.ts /\\([^)]*\\)/g': 'reads one cell',
  'generator/audit/patch/propose-name.ts /\\]\\([^)]*\\)/g': 'reads one cell',
  'generator/audit/patch/row-edits.ts /\\n[ \\t]*\\n/': DISJOINT,
  'generator/audit/scaffold/guess-layout.ts /\\n\\s*\\n/':
    'takes the last line end that it has seen; it goes on only where there is none',
  'generator/change/gate.ts /"version"\\s*:\\s*(?<value>"[^"]*")/d': DISJOINT,
  'generator/languages/html.ts /<script>([\\s\\S]*?)<\\/script>/g': OURS,
  'generator/languages/html.ts /<style>([\\s\\S]*?)<\\/style>/g': OURS,
  'generator/document/cell.ts /!?\\[([^[\\]]*)\\]\\([^()\\s]*(?:\\s[^()]*)?\\)/g': DISJOINT,
  'generator/document/heading.ts /\\s*\\{#([^{}\\s]+)[^{}]*\\}\\s*$/': HEADING,
  'generator/document/heading.ts /\\s*\\[[^\\p{L}\\p{N}[\\]]*\\]\\(#[^()\\s]*\\)\\s*/gu': HEADING,
  'generator/document/heading.ts /^-+|-+$/g': HEADING,
  'generator/document/markdown.ts /^<\\/?(?:a|abbr|b|code|div|em|font|i|li|ol|p|small|span|strong|sub|sup|u|ul)\\b[^>]*>$/i':
    DISJOINT,
  'generator/languages/csv.ts /"(?:[^"]|"")*"|\\n/g': OURS,
  'generator/rules/taken-name.ts /\\{([a-z_]+)\\}/g': DISJOINT,
  'generator/targets/render.ts /\\{([a-z_]+)\\}/g': DISJOINT,
  'generator/targets/target.ts /\\{([a-z_]+)\\}/g': DISJOINT,
  'generator/targets/handlebars.ts / - [\\d:]+$/': MESSAGE,
  "generator/targets/handlebars.ts /OPEN_ENDBLOCK.* got 'EOF'/": MESSAGE,
  'generator/targets/handlebars.ts /\\{\\{~?([#/])\\s*([\\w.]+)/g': DISJOINT,
  'generator/verify/json.ts /"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?/g': OURS,
  'generator/verify/typescript/suspects.ts /["\'`](?<path>\\.{1,2}\\/[^"\'`\\s]+)["\'`]/g': DISJOINT,
};

const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
const files = project.addSourceFilesAtPaths([
  join(ROOT, 'generator/**/*.ts'),
  join(ROOT, 'templates/**/*.ts'),
  `!${join(ROOT, 'generator/**/*.d.ts')}`,
]);

const literals = files.flatMap((file) =>
  file.getDescendantsOfKind(SyntaxKind.RegularExpressionLiteral).map((literal) => ({
    name: `${relative(ROOT, file.getFilePath())} ${literal.getText()}`,
    text: literal.getText(),
  })),
);

function isSafe(literal: string): boolean {
  const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(literal) ?? [];
  // The checker knows no names of groups.
  const { safe } = isSafePattern(pattern.replace(/\(\?<\w+>/g, '('), {
    unicode: flags.includes('u'),
    caseInsensitive: flags.includes('i'),
    multiLine: flags.includes('m'),
    dotAll: flags.includes('s'),
    timeout: 20_000,
  });
  return safe;
}

test('the checker knows a bad one', () => {
  expect(isSafe('/^(a+)+$/')).toBe(false);
  expect(isSafe('/^a+$/')).toBe(true);
});

test('every one is safe, but for those that are listed and still are not', () => {
  expect(literals.length).toBeGreaterThan(100);
  const unsafe = literals.filter(({ text }) => !isSafe(text)).map(({ name }) => name);
  expect([...new Set(unsafe)].sort()).toEqual(Object.keys(exceptions).sort());
});

test('none is made of text, which no reader of literals would see', () => {
  const made = files.flatMap((file) =>
    file
      .getDescendantsOfKind(SyntaxKind.NewExpression)
      .filter((node) => node.getExpression().getText() === 'RegExp')
      .map((node) => `${relative(ROOT, file.getFilePath())} ${node.getText()}`),
  );
  expect(made).toEqual([]);
});
