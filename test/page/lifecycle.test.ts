/** The page about codes that are on their way out or gone, and about a catalog with nothing but codes. */
import { expect, test } from 'vitest';
import { catalogHead, providerHead } from '../support/spec.ts';
import { describeWith } from '../support/toolchain.ts';
import { browserFor, pageFor } from './page.ts';

const SPEC = `${providerHead()}catalogs:
${catalogHead({ rows: 2 })}      - { code: 17, line: 1, name: rejected, deprecated: { since: 2.0.0, reason: Split in two, replacement: 18 } }
      - { code: 18, line: 2, name: refused, note: The newer one. }
    removed:
      - { code: 30, name: gone, since: 2.0.0, reason: The page lists it no longer, replacement: 18 }
`;

describeWith('codes that leave, in a browser', ['chromium'], () => {
  const open = browserFor(() => pageFor([{ path: 'spec/acme.yaml', text: SPEC }]));

  test('a deprecated code says since when, what to use and why', async () => {
    const page = await open({ hash: '#acme/api/17' });
    expect(await page.locator('tr.detail').innerText()).toContain(
      'Deprecated since 2.0.0, use 18 in its place: Split in two',
    );
    const line = (code: number) =>
      page
        .locator(`[id="acme/api/${code}"] a`)
        .evaluate((link) => link.ownerDocument.defaultView?.getComputedStyle(link).textDecorationLine);
    expect(await line(17)).toBe('line-through');
    expect(await line(18)).toBe('none');
  });

  test('a removed code is answered, whether it was typed or linked to', async () => {
    const answer = '30 (gone) was removed from acme/api in 2.0.0, use 18 in its place: The page lists it no longer';
    const page = await open();
    await page.getByRole('searchbox').fill('30');
    expect(await page.locator('#answer').innerText()).toBe(answer);
    const linked = await open({ hash: '#acme/api/30' });
    expect(await linked.locator('#answer').innerText()).toBe(answer);
  });

  test('without axes and columns there is nothing to filter by, and a code still opens', async () => {
    const page = await open({ hash: '#acme/api/18' });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('tr.detail').innerText()).toContain('Note The newer one.');
    expect(await page.locator('tr.detail').getByText('AcmeErrorCode.Refused', { exact: true }).isVisible()).toBe(true);
  });
});
