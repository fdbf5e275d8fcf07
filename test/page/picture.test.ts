/**
 * The picture of the page in the README shows what the page says. To take it again:
 * SMS_ERROR_CODES_PICTURE=1 npx vitest run test/page/picture.test.ts
 * Then reduce it to 256 colours (python3 with Pillow: `Image.open(path).quantize(256).save(path)`): it is packed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWith } from '../support/toolchain.ts';
import { ROOT } from '../support/workspace.ts';
import { browserFor, pageFor, realSpecs } from './page.ts';

const PICTURE = 'test/page/page.png';
const WORDS = 'test/page/page.txt';
const VIEWPORT = { width: 1200, height: 760 };

test('the README shows it, in the size in which it was taken', () => {
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toMatch(new RegExp(`!\\[[^\\]]+\\]\\(${PICTURE}\\)`));
  const bytes = readFileSync(join(ROOT, PICTURE));
  // Where a PNG has its width and height.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([VIEWPORT.width, VIEWPORT.height]);
  // As a browser takes it, it is more than twice as large, and the package with it larger than promised.
  expect(bytes.length).toBeLessThan(100_000);
});

describeWith('the picture', ['chromium'], () => {
  const open = browserFor(() => pageFor(realSpecs()));

  test('was taken when the page had these words', async () => {
    const page = await open({ viewport: VIEWPORT, colorScheme: 'light' });
    await page.getByRole('searchbox').fill('4432');
    await page.keyboard.press('Enter');
    // What stands further down is not in the picture.
    const [words = ''] = (await page.locator('body').innerText()).split('Codes that are not listed');
    expect(words).toContain('Messaging to country forbidden');
    if (process.env['SMS_ERROR_CODES_PICTURE'] !== undefined) {
      await page.screenshot({ path: join(ROOT, PICTURE) });
      writeFileSync(join(ROOT, WORDS), `${words.trim()}\n`);
    }
    expect(`${words.trim()}\n`).toBe(readFileSync(join(ROOT, WORDS), 'utf8'));
  });
});
