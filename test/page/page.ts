/** The page: its text for the real specs or for others, and a real browser that opens it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { compile } from '../../generator/compile.ts';
import { readSpecs, readTargets } from '../../generator/input.ts';
import type { Source } from '../../generator/spec/yaml.ts';
import { render } from '../../generator/targets/render.ts';
import { findProgram } from '../support/toolchain.ts';
import { ROOT } from '../support/workspace.ts';

const FOLDERS = { workingFolder: ROOT, spec: 'spec', templates: 'templates', out: 'generated' };

/** Without the last six it would look for updates on a network that may not be there. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export function realSpecs(): Source[] {
  return readSpecs(FOLDERS).value;
}

/** What the target makes of some specs. */
export function pageFor(specs: readonly Source[]): string {
  const { targets } = readTargets(FOLDERS, ['docs']).value;
  const { value: registry, diagnostics } = compile(
    specs,
    targets.map(({ language }) => language),
  );
  if (registry === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const rendered = render(registry, targets);
  if (rendered.diagnostics.length > 0) throw new Error(rendered.diagnostics.map(({ message }) => message).join('\n'));
  return rendered.value.find(({ path }) => path === 'docs/index.html')?.text ?? '';
}

export interface OpenPage extends BrowserContextOptions {
  /** From `#` on. */
  readonly hash?: string;
}

/** A browser for the tests of a file, and a server for its page on this machine alone. */
export function browserFor(html: () => string): (options?: OpenPage) => Promise<Page> {
  let browser: Browser;
  let text = '';
  let origin = '';
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(url === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(url === '/' ? text : '');
  });
  beforeAll(async () => {
    text = html();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const executablePath = findProgram('chromium');
    if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });
  return async ({ hash = '', ...options } = {}) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    onTestFinished(() => context.close());
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${origin}/${hash}`);
    return page;
  };
}
