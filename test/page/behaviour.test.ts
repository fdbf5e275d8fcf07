/** The page in a real browser: what people type, press, click, copy and link to. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { publishedEntries } from '../support/registry.ts';
import { describeWith } from '../support/toolchain.ts';
import { browserFor, pageFor, realSpecs } from './page.ts';

describeWith('the page in a browser', ['chromium'], () => {
  const open = browserFor(() => pageFor(realSpecs()));

  const shown = (page: Page) => page.locator('#codes tbody tr[id]:visible');
  const codes = async (page: Page) => (await shown(page).locator('th').allTextContents()).map((text) => text.trim());
  const search = (page: Page) => page.getByRole('searchbox');
  const count = (page: Page) => page.locator('#count').textContent();
  const detail = (page: Page) => page.locator('tr.detail');
  const opened = (page: Page) => page.locator('tr.open').getAttribute('id');
  const addressOf = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
  const filter = (page: Page, label: string) => page.getByLabel(label, { exact: true });

  test('shows every row at first', async () => {
    const page = await open();
    expect(await shown(page).count()).toBe(118);
    expect(await count(page)).toBe('118 rows');
    expect(await detail(page).count()).toBe(0);
  });

  test.each([
    ['a code', '4432', ['4432']],
    ['a part of a code', 'isp.SYSTEM', ['isp.SYSTEM_ERROR', 'isp.SYSTEM_ERROR']],
    ['whatever its case', 'ISP.system', ['isp.SYSTEM_ERROR', 'isp.SYSTEM_ERROR']],
    ['words in any order', 'OUT opt', ['4775']],
    ['a name', 'toll_free_number', ['4433', '4434']],
    ['a name as words', 'toll free number', ['4433', '4434']],
    ['a category', 'insufficient-funds', ['isv.AMOUNT_NOT_ENOUGH', 'isv.BILLING_DEDUCTION_ERROR']],
    ['a category as words', 'opted out', ['4775']],
    ['a provider and a word', 'sinch queued', ['400']],
    ['a catalog', 'alibaba/receipt parameters', []],
    ['nothing there', 'zebra', []],
  ])('search: %s', async (_, text, expected) => {
    const page = await open();
    await search(page).pressSequentially(text);
    expect(await codes(page)).toEqual(expected);
    expect(await count(page)).toBe(`${expected.length} of 118 rows`);
    expect(addressOf(page)).toBe(`#?q=${text.replaceAll(' ', '+')}`);
  });

  test('a link to a search is a search, whatever its words', async () => {
    const page = await open({ hash: '#?q=retry' });
    expect(await search(page).inputValue()).toBe('retry');
    expect(await page.locator('#chosen').textContent()).toBe('');
    expect(await count(page)).toMatch(/^[1-9]\d* of 118 rows$/);
  });

  test('search finds as each key is typed, and a click takes it back', async () => {
    const page = await open();
    const counts: number[] = [];
    for (const key of '4432') {
      await search(page).press(key);
      counts.push(await shown(page).count());
    }
    expect([...counts].sort((a, b) => b - a)).toEqual(counts);
    expect(counts.at(-1)).toBe(1);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await shown(page).count()).toBe(118);
    expect(addressOf(page)).toBe('');
    expect(await search(page).evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });

  test('a search that means one code lands on it, the first of several rows', async () => {
    const page = await open();
    await search(page).pressSequentially('isp.SYSTEM');
    expect(await opened(page)).toBe('alibaba/api/isp.SYSTEM_ERROR');
    await search(page).fill('402');
    expect(await opened(page)).toBe('sinch/delivery-report/402');
    await search(page).fill('rejected');
    expect(await detail(page).count()).toBe(0);
  });

  test('an opened code has its cells, its sentence, what is stated and what is inferred, and neighbours', async () => {
    const page = await open({ hash: '#bandwidth/message/4432' });
    const text = await detail(page).innerText();
    expect(text).toContain('kind of number that it was addressed to.');
    expect(text).toMatch(/on line 187\s+Billable NO\s+Description Messaging to country forbidden/);
    expect(text).toMatch(/Fault customer\s*stated, line 165/);
    expect(text).toMatch(/Repeat unchanged no\s*stated, line 167/);
    expect(text).toMatch(/Retry after-fix\s*inferred/);
    expect(text).toMatch(/Category destination-restricted\s*inferred/);
    const neighbours = detail(page)
      .getByRole('link')
      .filter({ hasText: /^(isv|412)/ });
    expect(await neighbours.allTextContents()).toEqual(['isv.NOT_SUPPORTED_COUNTRY', 'isv.COUNTRY_RESTRICTED', '412']);
    await neighbours.last().click();
    expect(await opened(page)).toBe('sinch/delivery-report/412');
    await page.goBack();
    expect(await opened(page)).toBe('bandwidth/message/4432');
  });

  test.each([
    [
      '4799',
      /^4799 is not listed in bandwidth\/message: Customer error rejected by the carrier\. Stated .*Fault customer \(line 75\), Reported by carrier \(line 104\), Repeat unchanged no \(line 167\)\.$/,
    ],
    ['4999', /^4999 is not listed in bandwidth\/message: Customer error\./],
    [
      '5300',
      /^5300 is not listed in bandwidth\/message: Server error\. Stated of codes that start like it: nothing\.$/,
    ],
    ['123456', /^123456 is not listed, and no document says/],
    ['isv.NEW', /^isv\.NEW is not listed, and no document says/],
  ])('an unlisted code is answered by its scheme: %s', async (code, answer) => {
    const page = await open({ hash: `#?q=${code}` });
    expect(await shown(page).count()).toBe(0);
    expect(await page.locator('#answer').innerText()).toMatch(answer);
  });

  test('a code is found as a ticket or a sentence has it, and answered without what stands around it', async () => {
    const page = await open();
    for (const text of ['#4432', '4432.', 'error (4432)', '"4432",', 'MESSAGING_TO_COUNTRY_FORBIDDEN:']) {
      await search(page).fill(text);
      expect(await opened(page), text).toBe('bandwidth/message/4432');
    }
    await search(page).fill('#4799.');
    expect(await page.locator('#answer').innerText()).toMatch(/^4799 is not listed in bandwidth\/message/);
  });

  test('a listed code, or a part of one, is not answered', async () => {
    const page = await open();
    for (const text of ['4432', '47', '4', 'message rejected']) {
      await search(page).fill(text);
      expect(await page.locator('#answer').innerText(), text).toBe('');
    }
  });

  test('what payloads have where nothing failed is answered with its places, whatever is listed besides', async () => {
    const page = await open();
    await search(page).fill('0');
    expect(await shown(page).count()).toBeGreaterThan(0);
    expect((await page.locator('#answer').innerText()).split(/\n+/)).toEqual([
      '0: nothing failed where it stands at /errorCode of BandwidthMessageCallback (bandwidth/message)',
      '0: nothing failed where it stands at /messages/*/errorCode of BandwidthMessageSearchResponse (bandwidth/message)',
      '0: nothing failed where it stands at /code of SinchRecipientDeliveryReport (sinch/delivery-report)',
      '0: nothing failed where it stands at /statuses/*/code of SinchBatchDeliveryReport (sinch/delivery-report)',
    ]);
    await search(page).fill('DELIVERED');
    expect(await page.locator('#answer').innerText()).toMatch(
      /^DELIVERED: nothing failed where it stands at \/ErrorCode of AlibabaQueryResponse \(alibaba\/receipt\)/,
    );
  });

  test('a link to an unlisted code answers too', async () => {
    const page = await open({ hash: '#bandwidth/message/4799' });
    expect(await search(page).inputValue()).toBe('4799');
    expect(await page.locator('#answer').innerText()).toContain('4799 is not listed');
  });

  test('filters by whatever has few values, and several hold together', async () => {
    const page = await open();
    const labels = await page.locator('#filters label:visible').allTextContents();
    expect(labels).toEqual(
      expect.arrayContaining(['Provider', 'Category', 'Retry', 'Finality', 'Channel', 'Billable', 'Status']),
    );
    await filter(page, 'Provider').selectOption('Bandwidth');
    expect(await shown(page).count()).toBe(55);
    await filter(page, 'Billable').selectOption('YES');
    await filter(page, 'Retry').selectOption('never');
    const billed = publishedEntries()['bandwidth/message']?.filter(
      ({ billable, classification }) => billable === true && classification['retry'] === 'never',
    );
    expect(await shown(page).count()).toBe(billed?.length);
    await search(page).fill('opt');
    expect(await codes(page)).toEqual(['4775']);
    expect(addressOf(page)).toBe('#?q=opt&provider=Bandwidth&billable=YES&retry=never');
    expect(await page.locator('#chosen').textContent()).toBe(' (3)');
  });

  test('a filter is a link, and so are the values of an opened code', async () => {
    const page = await open({ hash: '#?finality=intermediate&sort=-code' });
    expect(await codes(page)).toEqual(['OK', '401', '400']);
    expect(await filter(page, 'Finality').inputValue()).toBe('intermediate');
    await shown(page).last().locator('a').click();
    await detail(page).getByRole('link', { name: 'accepted', exact: true }).click();
    expect(addressOf(page)).toBe('#?category=accepted');
    expect(await shown(page).count()).toBe(3);
  });

  test('a link that asks for what is not there shows everything', async () => {
    const page = await open({ hash: '#?category=zebra&color=red&sort=color' });
    expect(await shown(page).count()).toBe(118);
    const other = await open({ hash: '#%E0%A4%A' });
    expect(await shown(other).count()).toBe(118);
  });

  test('a link to a code shows it below what stays in place', async () => {
    const page = await open({ hash: '#alibaba/receipt/DELIVERED' });
    expect(await count(page)).toBe('0 of 118 rows');
    await page.goto(page.url().replace(/#.*/, '#bandwidth/message/9999'));
    const top = await page.locator('tr.open').boundingBox();
    const head = await page.locator('#codes thead th').first().boundingBox();
    expect(top?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
    expect(top?.y).toBeLessThan(900);
  });

  test('the second row of a code has an address of its own', async () => {
    const page = await open({ hash: '#alibaba/api/isp.SYSTEM_ERROR/46' });
    expect(await opened(page)).toBe('alibaba/api/isp.SYSTEM_ERROR/46');
    expect(await detail(page).innerText()).toMatch(/SMPP error code 46/);
  });

  test('sorts by a heading: up, down, and back', async () => {
    const page = await open();
    const unsorted = await codes(page);
    const heading = page.locator('#codes').getByRole('columnheader', { name: 'Code' });
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    const up = await codes(page);
    expect(up.filter((code) => /^\d+$/.test(code)).map(Number)).toEqual(
      up
        .filter((code) => /^\d+$/.test(code))
        .map(Number)
        .sort((a, b) => a - b),
    );
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect((await codes(page))[0]).not.toBe(up[0]);
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBeNull();
    expect(await codes(page)).toEqual(unsorted);
  });

  test('an opened row stays open, and with its details, when the order changes', async () => {
    const page = await open({ hash: '#bandwidth/message/4432' });
    await page.getByRole('columnheader', { name: 'Retry' }).getByRole('button').click();
    expect(await page.locator('tr.open + tr.detail').count()).toBe(1);
    expect(await opened(page)).toBe('bandwidth/message/4432');
  });

  test('copies the constant in each language, the sentence and the link', async () => {
    const page = await open({ hash: '#bandwidth/message/4775' });
    const copied = async (name: string) => {
      await detail(page).getByRole('button', { name, exact: true }).click();
      await expect.poll(() => count(page)).toBe(`Copied ${name.replace('Copy ', '')}`);
      return page.evaluate('navigator.clipboard.readText()');
    };
    expect(await copied('Copy the constant for TypeScript')).toBe(
      'BandwidthMessageErrorCode.CarrierRejectedDueToUserOptOut',
    );
    expect(await copied('Copy the constant for Go')).toBe('BandwidthMessageErrorCodeCarrierRejectedDueToUserOptOut');
    expect(await copied('Copy the constant for Python')).toBe(
      'BandwidthMessageErrorCode.CARRIER_REJECTED_DUE_TO_USER_OPT_OUT',
    );
    expect(await copied('Copy the sentence')).toBe('This phone number is recorded as having opted out of messages.');
    expect(await copied('Copy the link')).toBe(page.url());
  });

  test('works by keyboard alone', async () => {
    const page = await open();
    const focused = () => page.evaluate('document.activeElement.id || document.activeElement.textContent');
    await page.keyboard.press('/');
    expect(await focused()).toBe('q');
    await page.keyboard.type('spam');
    await page.keyboard.press('ArrowDown');
    const [first, second] = await codes(page);
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(second);
    await page.keyboard.press('Enter');
    expect(await opened(page)).toMatch(new RegExp(`/${second}$`));
    expect(await page.locator('tr.open a').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Copy');
    await page.keyboard.press('Escape');
    expect(await detail(page).count()).toBe(0);
    expect(await focused()).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('q');
    await page.keyboard.press('Enter');
    expect(await opened(page)).toMatch(new RegExp(`/${first}$`));
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    expect(await count(page)).toBe('118 rows');
    expect(addressOf(page)).toBe('');
  });

  test('a click on a row opens it and another closes it; selecting its words does neither', async () => {
    const page = await open();
    const row = page.locator('[id="sinch/delivery-report/402"]');
    for (const [place, address] of [
      ['.w', '#sinch/delivery-report/402'],
      ['small', ''],
      ['th a', '#sinch/delivery-report/402'],
    ] as const) {
      await row.locator(place).first().click();
      expect(addressOf(page)).toBe(address);
      expect(await detail(page).count()).toBe(address === '' ? 0 : 1);
    }
    const { x = 0, y = 0, width = 0 } = (await row.locator('.w').boundingBox()) ?? {};
    await page.mouse.move(x + 20, y + 15);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + 15);
    await page.mouse.up();
    expect(await page.evaluate('getSelection().toString().trim()')).not.toBe('');
    expect(await detail(page).count()).toBe(1);
  });

  test('fits a phone, without a scrollbar from left to right', async () => {
    for (const width of [320, 390, 768, 1000, 1180]) {
      const page = await open({ viewport: { width, height: 800 }, hash: '#bandwidth/message/4432' });
      expect(await page.evaluate('document.documentElement.scrollWidth'), String(width)).toBeLessThanOrEqual(width);
      expect(await detail(page).innerText()).toContain('Messaging to country forbidden');
    }
  });

  test.each([390, 1280])('no code and no label of a filter is broken at a width of %i', async (width) => {
    const page = await open({ viewport: { width, height: 800 } });
    if (width < 960) await page.locator('summary').first().click();
    const texts = page.locator('#codes tbody th a, #filters label').filter({ visible: true });
    const lines = await texts.evaluateAll((all) => all.map((text) => text.getClientRects().length));
    expect(lines.length).toBeGreaterThan(100);
    expect(new Set(lines)).toEqual(new Set([1]));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('prints the table and what is open, and no controls', async () => {
    const page = await open({ hash: '#bandwidth/message/4432' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await search(page).isVisible()).toBe(false);
    expect(await detail(page).isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect((await page.pdf()).length).toBeGreaterThan(20_000);
  });
});
