/** What is in the tarball and what is not, and what the tools that judge packages say of it. */
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { type Consumer, readInstalled, tool } from '../support/consumer.ts';

const MOST_BYTES = 1_000_000;

/** Everything that is packed stands in one of these. */
const packed = [
  /^(package\.json|LICENSE|(ARCHITECTURE|CHANGELOG|CONTRIBUTING|README|SECURITY)\.md)$/,
  /^dist\/cli([\w-]*\.js|-licenses\.txt)$/,
  /^dist\/(esm|cjs)\/[\w/-]+\.(js|d\.ts)(\.map)?$/,
  /^dist\/((esm|cjs)\/)?package\.json$/,
  /^generated\/(manifest\.json|[\w-]+\/[\w/.-]+)$/,
  /^generator\/(init\/[\w./-]+|(rules\/)?README\.md)$/,
  // What the README shows or names.
  /^test\/(README\.md|analytics\/(failures\.sql|spark\.py)|bench\/(README\.md|plot\.svg)|page\/page\.png)$/,
  /^spec\/([\w-]+\.yaml|spec\.schema\.json|README\.md)$/,
  /^templates\/([\w-]+\/[\w.-]+|target\.schema\.json|README\.md)$/,
];

export function contents(consumer: () => Consumer): void {
  test('the tarball has what a consumer needs, and nothing else', () => {
    const { files, size } = consumer();
    expect(files.filter((path) => !packed.some((pattern) => pattern.test(path)))).toEqual([]);
    for (const pattern of packed) expect(files.filter((path) => pattern.test(path))).not.toEqual([]);
    expect(size).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('no link of a page that is packed is dead', () => {
    const { files } = consumer();
    const pages = files.filter((path) => /^(?!generated\/).*\.md$/.test(path));
    const links = pages.flatMap((page) =>
      [...readInstalled(consumer(), page).matchAll(/\]\((?<to>(?!\w+:|#)[^)#\s]+)/g)].map(({ groups }) =>
        posix.join(posix.dirname(page), groups?.['to'] ?? ''),
      ),
    );
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((link) => !files.includes(link))).toEqual([]);
  });

  test('whose code is in the CLI is told with the terms of each', () => {
    const licenses = readInstalled(consumer(), 'dist/cli-licenses.txt');
    for (const name of ['yaml', 'handlebars', 'commander', 'ajv', 'parse5', 'entities'])
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([\\w-]+\\)\n\n.{10}`, 'ms'));
    expect(licenses.match(/\bTHE SOFTWARE IS PROVIDED\b/gi)?.length).toBeGreaterThan(10);
  });

  test('nothing comes with it: no dependency, and no script that runs on installing', () => {
    const { dependencies, optionalDependencies, scripts } = JSON.parse(readInstalled(consumer(), 'package.json'));
    expect({ dependencies, optionalDependencies }).toEqual({});
    expect(Object.keys(scripts).filter((name) => /install/.test(name))).toEqual([]);
    const modules = readdirSync(join(consumer().folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(modules).toEqual(['sms-error-codes']);
  });

  test('no file tells of the machine that it was built on', () => {
    const telling = consumer().files.filter((path) =>
      /\/(home|root|tmp|Users|work)\/|[A-Z]:\\\\/.test(path.endsWith('.md') ? '' : readInstalled(consumer(), path)),
    );
    expect(telling.filter((path) => !/^dist\/cli/.test(path))).toEqual([]);
  });

  test('every subpath of exports leads to files that are there', () => {
    const { exports } = JSON.parse(readInstalled(consumer(), 'package.json'));
    const targets = JSON.stringify(exports).match(/"\.\/[^"*]*\.[a-z.]+"/g) ?? [];
    expect(targets.length).toBeGreaterThan(20);
    const files = new Set(consumer().files.map((path) => `"./${path}"`));
    // The keys that end like a file are among the matches too.
    const keys = new Set(Object.keys(exports).map((key) => `"${key}"`));
    expect(targets.filter((target) => !files.has(target) && !keys.has(target))).toEqual([]);
  });

  test.each(['esm', 'cjs'])(
    'what is said of a code stands in declarations, which lead to their sources: %s',
    (kind) => {
      const files = consumer().files.filter((path) => path.startsWith(`dist/${kind}/`));
      const code = files.filter((path) => path.endsWith('.js'));
      expect(code.filter((path) => /Document line|\/\*\*/.test(readInstalled(consumer(), path)))).toEqual([]);
      const declared = readInstalled(consumer(), `dist/${kind}/bandwidth/message-code.d.ts`);
      expect(declared).toMatch(/Document line 187\.\n(?: +\*.*\n)+ +MessagingToCountryForbidden = 4432,/);

      for (const path of files.filter((file) => file.endsWith('.d.ts'))) {
        const { sources } = JSON.parse(readInstalled(consumer(), `${path}.map`));
        for (const source of sources) expect(consumer().files).toContain(posix.join(posix.dirname(path), source));
      }
    },
  );

  test('publint finds nothing', async () => {
    const { folder } = consumer();
    const { exitCode, out, err } = await tool(folder, 'publint/src/cli.js', 'node_modules/sms-error-codes', '--strict');
    expect(out + err).toContain('All good!');
    expect(exitCode).toBe(0);
  });

  test('the types are right for every way of resolving them that Node has', async () => {
    const { folder, tarball } = consumer();
    const options = ['--profile', 'node16', '--format', 'ascii', '--no-color'];
    const { out, exitCode } = await tool(folder, '@arethetypeswrong/cli/dist/index.js', tarball, ...options);
    const verdicts = out.match(/^(node16|bundler).*$/gm) ?? [];
    expect(verdicts.length).toBeGreaterThan(20);
    expect(verdicts.filter((verdict) => !/: (🟢|\(wildcard\))/u.test(verdict))).toEqual([]);
    for (const provider of ['sinch', 'bandwidth', 'alibaba'])
      expect(out).toContain(`"sms-error-codes/${provider}/codes"`);
    expect(exitCode).toBe(0);
  });
}
