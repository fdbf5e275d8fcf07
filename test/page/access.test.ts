/** The page for everybody: axe-core finds nothing, in either scheme of colours, wide and narrow, with and without script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeWith } from '../support/toolchain.ts';
import { ROOT } from '../support/workspace.ts';
import { browserFor, type OpenPage, pageFor, realSpecs } from './page.ts';

const axe = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const WIDE = { viewport: { width: 1440, height: 900 } };
const NARROW = { viewport: { width: 390, height: 844 } };

describeWith('the page for everybody', ['chromium'], () => {
  const open = browserFor(() => pageFor(realSpecs()));
  const openPlain = browserFor(() => pageFor(realSpecs()).replace(/<script>[\s\S]*<\/script>/, ''));

  test.each<[string, OpenPage]>([
    ['wide and light', { ...WIDE, colorScheme: 'light' }],
    ['wide and dark, with a code open', { ...WIDE, colorScheme: 'dark', hash: '#bandwidth/message/4432' }],
    ['wide and light, with a code open', { ...WIDE, colorScheme: 'light', hash: '#?q=4775&retry=never' }],
    ['narrow and light, with a code open', { ...NARROW, colorScheme: 'light', hash: '#bandwidth/message/4432' }],
    ['narrow and dark, with an answer', { ...NARROW, colorScheme: 'dark', hash: '#?q=4799' }],
  ])('axe finds nothing: %s', async (_, options) => {
    expect(await findingsOn(await open(options))).toEqual([]);
  });

  // axe is a script itself, so the page's own one is taken out instead of switching scripts off.
  test('axe finds nothing: without script', async () => {
    expect(await findingsOn(await openPlain(NARROW))).toEqual([]);
  });

  test('without script there is the whole table, no control that does nothing, and links that work', async () => {
    const page = await open({ javaScriptEnabled: false, hash: '#sinch/delivery-report/402' });
    expect(await page.locator('#codes tbody tr:visible').count()).toBe(118);
    expect(await page.locator('input, button, select').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('columnheader', { name: 'Repeat unchanged' }).isVisible()).toBe(true);
    const row = page.locator('[id="sinch/delivery-report/402"]');
    expect(await row.innerText()).toContain('stated, line 8');
    const box = await row.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(900);
  });

  test('nothing moves by itself', async () => {
    const page = await open();
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    const moving =
      "[...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration !== '0s').length";
    expect(await page.evaluate(moving)).toBe(0);
  });
});

async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations, passes } = (await page.evaluate('axe.run(document)')) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    passes: unknown[];
  };
  expect(passes.length).toBeGreaterThan(15);
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
