/** What the README shows is what there is: its handlers are those that are tested, its commands those that run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BandwidthMessageErrorCode, findBandwidthMessageError } from '../../generated/typescript/bandwidth.ts';
import { commands } from '../../generator/cli/commands.ts';
import { ROOT } from '../support/workspace.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

test.each(['bandwidth', 'decide', 'alibaba'])('%s of the handlers is what is tested', (name) => {
  const handler = readFileSync(join(ROOT, `test/webhooks/${name}.ts`), 'utf8');
  expect(readme).toContain(handler.replaceAll("'", '"'));
});

test('the handler for Sinch is the one for Bandwidth with another reader', () => {
  const [bandwidth, sinch] = ['bandwidth', 'sinch'].map((name) =>
    readFileSync(join(ROOT, `test/webhooks/${name}.ts`), 'utf8'),
  );
  expect(readme).toContain('with `readSinchDeliveryReport`');
  expect(
    bandwidth?.replaceAll('readBandwidthCallbacks', 'readSinchDeliveryReport').replace('bandwidthW', 'sinchW'),
  ).toBe(sinch);
});

test('the table of commands is the command table', () => {
  const [, table = ''] = /\| Command \| What it does \|\n(.*?)\n\n/s.exec(readme) ?? [];
  const rows = [...table.matchAll(/^\| `(?<name>[a-z]+)[^`]*` \| /gm)].map(({ groups }) => groups?.['name']);
  expect(rows).toEqual(commands.map(({ name }) => name));
});

test('the first example says what it prints', () => {
  const entry = findBandwidthMessageError(BandwidthMessageErrorCode.MessagingToCountryForbidden);
  expect(readme).toContain(`// ${entry.description} ${entry.category} ${entry.retry}\n`);
  expect('retry' in entry.stated).toBe(false);
});

test('the member that is shown is the one that is generated', () => {
  const [, shown = ''] = /One member of the enum.*?```ts\n(.*?)```/s.exec(readme) ?? [];
  expect(readFileSync(join(ROOT, 'generated/typescript/bandwidth/message-code.ts'), 'utf8')).toContain(shown);
});
