/** What stands in the page before any script runs: everything, as HTML that somebody else's validator accepts. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { assert, describe, expect, test } from 'vitest';
import { readTargets } from '../../generator/input.ts';
import { bearsMark } from '../../generator/output/ownership.ts';
import { decodeTarget } from '../../generator/targets/target.ts';
import { specOf } from '../properties/specs.ts';
import { publishedEntries, publishedRegistry } from '../support/registry.ts';
import { ROOT } from '../support/workspace.ts';
import { pageFor, realSpecs } from './page.ts';

const html = pageFor(realSpecs());

/** No request, no style of an element's own, no handler in an attribute. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Any id without blanks is one; ours are addresses.
    'valid-id': ['error', { relaxed: true }],
    'long-title': 'off',
    // The lower-case form is HTML's own.
    'doctype-style': ['error', { style: 'lowercase' }],
    'no-inline-style': 'error',
    'require-sri': 'error',
  },
});

test.each([
  ['the real specs', html],
  ['a spec without a taxonomy', pageFor([{ path: 'spec/acme.yaml', text: specOf([{ code: 1, text: '<b>&amp;' }]) }])],
])('valid HTML: %s', async (_, page) => {
  const { results } = await validator.validateString(page);
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)),
  ).toEqual([]);
  const errors: string[] = [];
  parse(page, { onParseError: ({ code, startLine }) => errors.push(`${startLine} ${code}`) });
  expect(errors).toEqual([]);
});

test('is one file of less than 200 kB, which bears the mark and asks for nothing', () => {
  expect(Buffer.byteLength(html)).toBeLessThan(200_000);
  expect(gzipSync(html).length).toBeLessThan(35_000);
  expect(bearsMark(html)).toBe(true);
  expect(html.match(/<(?:link|img|iframe|object|embed|base|script src)\b/g)).toBeNull();
  expect(html).not.toMatch(
    /\b(?:src|srcset|style|on[a-z]+)="|@import|url\(|fetch\(|XMLHttpRequest|innerHTML|outerHTML|insertAdjacent|eval\(/,
  );
});

test('its policy names the hashes of the one style and the one script, and allows nothing else', () => {
  const hashOf = (element: string) => {
    const [found, ...more] = [...html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))];
    expect(more).toEqual([]);
    return `'sha256-${createHash('sha256')
      .update(found?.[1] ?? '')
      .digest('base64')}'`;
  };
  const policy = /http-equiv="Content-Security-Policy" content="(.*?)"/.exec(html)?.[1];
  expect(policy).toBe(
    `default-src 'none'; style-src ${hashOf('style')}; script-src ${hashOf('script')}; base-uri 'none'; form-action 'none'`,
  );
});

describe('without its script', () => {
  const rows = new Map(
    elementsOf(parse(html))
      .filter((element) => element.tagName === 'tr' && attribute(element, 'id') !== undefined)
      .map((row) => [attribute(row, 'id'), row]),
  );
  const entries = Object.entries(publishedEntries()).flatMap(([label, list]) =>
    list.map((entry) => ({ label, entry })),
  );
  const axes = publishedRegistry().taxonomy.map(({ id }) => id);
  const seen = new Set<string>();

  test.each(
    entries.map(({ label, entry }) => {
      const first = `${label}/${entry.code}`;
      const id = seen.has(first) ? `${first}/${entry['smppCode']}` : first;
      seen.add(first);
      return [id, entry] as const;
    }),
  )('%s has its cells, its sentence, every axis with its proof, and its line', (id, entry) => {
    const row = rows.get(id);
    assert(row);
    const [code, , printed, words, ...rest] = row.childNodes.filter(isElement);
    const line = rest.pop();
    expect(textOf(code)).toBe(String(entry.code));
    expect(textOf(printed)).toContain(entry.name);
    for (const field of ['label', 'status', 'description', 'smppCode', 'message']) {
      if (entry[field] !== undefined) expect(textOf(printed)).toContain(` ${entry[field]}`);
    }
    if (entry['billable'] !== undefined)
      expect(textOf(printed)).toContain(`Billable ${entry['billable'] ? 'YES' : 'NO'}`);
    expect(textOf(words)).toMatch(/^[A-Z].*\./);
    if (entry.note !== undefined) expect(textOf(words)).toContain(`Note ${entry.note}`);
    expect(rest.map(textOf)).toEqual(
      axes.map((axis) => {
        const value = entry.classification[axis];
        const stated = entry.stated[axis];
        return value === undefined
          ? ''
          : `${value} ${stated === undefined ? 'inferred' : `stated, line ${stated.line}`}`;
      }),
    );
    expect(textOf(line)).toBe(String(entry.line));
  });

  test('there are no other rows', () => {
    expect(rows.size).toBe(entries.length);
  });
});

test('what documents state of codes that start alike is there with its lines, and so is what each value means', () => {
  const { taxonomy, providers } = publishedRegistry();
  const titleOf = new Map(taxonomy.map(({ id, title }) => [id, title]));
  const elements = elementsOf(parse(html));
  const told = (row: Tree.Element) => row.childNodes.filter(isElement).map(textOf);
  const schemes = providers.flatMap(({ id, catalogs }) =>
    catalogs.flatMap(({ id: catalog, scheme }) =>
      (scheme?.prefixes ?? []).map(({ prefix, title, classification, stated }) => {
        const claims = Object.entries(classification).map(
          ([axis, value]) => `${titleOf.get(axis)} ${value} (line ${stated[axis]?.line})`,
        );
        return [`${id}/${catalog}`, prefix, String(scheme?.length ?? ''), title, claims.join(', ') || 'nothing'];
      }),
    ),
  );
  expect(elements.filter((element) => attribute(element, 'data-prefix') !== undefined).map(told)).toEqual(schemes);
  const meanings = elements.filter(({ tagName, parentNode }) => tagName === 'div' && parentNode?.nodeName === 'dl');
  const values = taxonomy.flatMap(({ values }) => values.map(({ id, definition }) => JSON.stringify([id, definition])));
  expect(new Set(meanings.map((meaning) => JSON.stringify(told(meaning))))).toEqual(new Set(values));
});

test('every axis stands under what the words mean; one that shares the values of another one says so', () => {
  const words = html.slice(html.indexOf('<section id="words">'), html.indexOf('<h2>Where it comes from</h2>'));
  const titles = [...words.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title);
  expect(titles).toEqual(publishedRegistry().taxonomy.map(({ title }) => title));
  expect(words).toMatch(/<h3>Second category<\/h3>\n<p>.* Its values are those of Category\.<\/p>\n<h3>/);
  expect(words.match(/Its values are those/g)).toHaveLength(1);
});

test('the constants are those of every target whose language has some', () => {
  const { targets } = readTargets({ workingFolder: ROOT, spec: '', templates: 'templates', out: '' }, []).value;
  const ids = (list: (typeof targets)[number]['constants']) => [...new Set(list.map(({ id }) => id))].sort();
  const page = targets.find(({ name }) => name === 'docs');
  const having = targets.map(({ language }) => language).filter(({ memberOf }) => memberOf !== undefined);
  expect(ids(page?.constants ?? []), 'templates/docs/target.yaml').toEqual(ids(having));
});

test('a language that has no constants to show is an error at its name in target.yaml', () => {
  const text =
    'language: html\nconstants: [go, jsno, html]\nfiles:\n  - { template: a.hbs, per: registry, path: a.html }\n';
  const source = (path: string, content: string) => [path, { path: `templates/x/${path}`, text: content }] as const;
  const files = new Map([source('target.yaml', text), source('a.hbs', '')]);
  const { value, diagnostics } = decodeTarget({ name: 'x', files, shared: new Map() });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ id, message, at }) => [id, message, text.slice(at.start, at.end)])).toEqual([
    ['unknown-language', 'no language "jsno" has constants', 'jsno'],
    ['unknown-language', 'no language "html" has constants', 'html'],
  ]);
});

function elementsOf(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.filter(isElement).flatMap((element) => [element, ...elementsOf(element)]);
}

function isElement(node: Tree.ChildNode): node is Tree.Element {
  return 'tagName' in node;
}

function attribute({ attrs }: Tree.Element, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}

function textOf(node: Tree.ChildNode | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
