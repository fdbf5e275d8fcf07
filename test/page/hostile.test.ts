/** The page against its content: no text becomes mark-up or script, and the policy would stop it if it did. */
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { html } from '../../generator/languages/html.ts';
import { ACTED_UPON, nastyText } from '../properties/nasty.ts';
import { specOf } from '../properties/specs.ts';
import { describeWith } from '../support/toolchain.ts';
import { browserFor, pageFor, realSpecs } from './page.ts';

const HOSTILE = [
  '<img src=x onerror=hacked()>',
  '</p></td></tr></table><script>hacked()</script>',
  '"><svg onload=hacked()>',
  "' autofocus onfocus=hacked() x='",
  '--><script>hacked()</script><!--',
  '<style>*{display:none}</style>',
  "&lt;b&gt; &amp;amp; {{hacked}} 'hash-of-script'",
  'javascript:hacked() <a href="javascript:hacked()">x</a>',
];

describeWith('hostile text in a browser', ['chromium'], () => {
  const spec = specOf(HOSTILE.map((text, index) => ({ code: 1000 + index, text })));
  const open = browserFor(() => pageFor([{ path: 'spec/acme.yaml', text: spec }]));

  test('is shown as it was printed, in the table and in the details', async () => {
    const page = await open();
    await watch(page);
    for (const [index, text] of HOSTILE.entries()) {
      await page.goto(page.url().replace(/#.*|$/, `#acme/api/${1000 + index}`));
      expect(await page.locator('tr.open .w').textContent()).toBe(`Text ${text}`);
      expect(await page.locator('tr.detail dd').first().textContent()).toBe(text);
    }
    expect(await page.locator('#codes tbody :is(img, script, style, svg, [onfocus])').count()).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
  });

  test('is searched as text, also where it comes from the address', async () => {
    const page = await open({ hash: `#?q=${encodeURIComponent('<img src=x onerror=hacked()>zebra')}` });
    await watch(page);
    expect(await page.locator('#answer').textContent()).toMatch(/No row has all|is not listed/);
    await page.getByRole('searchbox').fill('<svg/onload=hacked(1)>');
    expect(await page.locator('#answer').textContent()).toContain('<svg/onload=hacked(1)> is not listed');
    expect(await page.locator('#answer :is(img, svg)').count()).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
  });
});

describeWith('the policy in a browser', ['chromium'], () => {
  const open = browserFor(() => pageFor(realSpecs()));

  test('the page itself breaks no line of it', async () => {
    const page = await open();
    await watch(page);
    await page.reload();
    await page.getByRole('searchbox').fill('spam');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Copy' }).first().click();
    expect(await problemsOf(page)).toEqual([]);
  });

  test('what is not the page itself is stopped', async () => {
    const page = await open();
    await watch(page);
    await page.evaluate(`
      document.body.insertAdjacentHTML('beforeend', '<img src="/x.png" onerror="hacked = 1"><p style="color: red">x</p>');
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'hacked = 1' }));
    `);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    await expect
      .poll(async () => (await problemsOf(page)).sort())
      .toEqual(expect.arrayContaining(['img-src', 'script-src-elem', 'style-src-attr']));
  });
});

describe('the encoders of HTML', () => {
  const RUNS = { numRuns: 500 };
  const encode = (name: string, text: string) => {
    const encoded = html.encoders[name]?.(text);
    if (typeof encoded !== 'string') throw new Error(`refused: ${JSON.stringify(encoded)}`);
    return encoded;
  };

  test('text is one text between tags, and ends no comment', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const encoded = encode('text', text);
        const [paragraph, ...more] = parseFragment(`<p>${encoded}</p>`).childNodes as Tree.Element[];
        expect(more).toEqual([]);
        expect(paragraph?.childNodes.map(({ nodeName }) => nodeName)).toEqual(encoded === '' ? [] : ['#text']);
        const comment = parseFragment(`<!-- ${encoded} -->`).childNodes;
        expect(comment.map(({ nodeName }) => nodeName)).toEqual(['#comment']);
        expect(encoded).not.toMatch(/[<>"'\n]/);
        expect(encoded).not.toMatch(ACTED_UPON);
      }),
      RUNS,
    );
  });

  test('an attribute has one value, between quotes of either kind', () => {
    fc.assert(
      fc.property(nastyText, fc.constantFrom('"', "'"), (text, quote) => {
        const encoded = encode('attribute', text);
        const [element] = parseFragment(`<p title=${quote}${encoded}${quote}></p>`).childNodes as Tree.Element[];
        expect(element?.attrs.map(({ name }) => name)).toEqual(['title']);
        if (!ACTED_UPON.test(text) && !/[\n\t]/.test(text)) expect(element?.attrs[0]?.value).toBe(text);
      }),
      RUNS,
    );
  });

  test('a fragment reads back, and is an id and a part of an address', () => {
    fc.assert(
      fc.property(
        nastyText.filter((text) => !/\p{Cs}/u.test(text)),
        (text) => {
          const encoded = encode('fragment', text);
          expect(decodeURIComponent(encoded)).toBe(text);
          expect(encoded).toMatch(/^[\w.!~*()%-]*$/);
          expect(new URL(`https://example.com/#${encoded}`).hash.slice(1)).toBe(encoded);
        },
      ),
      RUNS,
    );
    expect(html.encoders['fragment']?.('\ud800')).toMatchObject({ why: expect.stringContaining('half a character') });
  });

  test('a plain sentence stays as it is, and what could not be seen is shown', () => {
    expect(encode('text', '  Timed out,\n waiting (receipt). ')).toBe('Timed out, waiting (receipt).');
    expect(encode('text', 'a\u202eb\u0000c')).toBe('a\\u202eb\\u0000c');
    expect(html.literal(true)).toBe('yes');
    expect(html.literal(4432)).toBe('4432');
    expect(html.literal('<')).toBe('&lt;');
  });
});

/** Remembers what the policy stops and what goes wrong, on this page and on those that follow in it. */
async function watch(page: Page): Promise<void> {
  const script = `
    window.problems = window.problems ?? [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => problems.push(effectiveDirective));
    addEventListener('error', ({ message }) => problems.push(message ?? 'error'));
    window.alert = () => problems.push('alert');
  `;
  await page.addInitScript(script);
  await page.evaluate(script);
}

async function problemsOf(page: Page): Promise<string[]> {
  return [...((await page.evaluate('window.problems')) as string[])];
}
