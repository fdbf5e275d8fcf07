/** Our types and readers beside the packages of the providers themselves, where these are installed. */
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Consumer, execute, tool } from '../support/consumer.ts';
import { ROOT } from '../support/workspace.ts';
import { compilers, strict } from './types.ts';

const INSTALLED = join(ROOT, 'test/consumer/service/node_modules');

const packages = ['@sinch/sms', 'bandwidth-sdk', '@alicloud/dysmsapi20180501'];

const isInstalled = packages.every((name) => existsSync(join(INSTALLED, name)));

export function sdks(consumer: () => Consumer): void {
  describe.skipIf(!isInstalled)('(skipped where "npm ci --prefix test/consumer/service" was not run)', () => {
    const folder = () => join(consumer().folder, 'sdks');

    beforeAll(() => {
      for (const name of packages) {
        const link = join(folder(), 'node_modules', name);
        mkdirSync(dirname(link), { recursive: true });
        symlinkSync(join(INSTALLED, name), link);
      }
      for (const name of ['sdks.ts', 'sdks.cjs']) cpSync(join(ROOT, 'test/consumer/app', name), join(folder(), name));
      // Their declarations are not written for flags as strict as these.
      const compilerOptions = { ...strict, skipLibCheck: true, module: 'nodenext' };
      writeFileSync(join(folder(), 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['sdks.ts'] }));
    });

    test.each(compilers)(
      'TypeScript $version accepts their wire JSON, and comparisons with their fields',
      async ({ script }) => {
        const { exitCode, out } = await tool(folder(), script, '-p', '.', '--pretty', 'false');
        expect({ exitCode, out }).toEqual({ exitCode: 0, out: '' });
      },
    );

    test('what they send and name is read without a remark', async () => {
      const { out, err } = await execute(folder(), process.execPath, 'sdks.cjs');
      const told = JSON.parse(out || JSON.stringify(err));
      const read = (state: string, catalog = 'message') => ({ catalog, state, tolerated: [] });
      expect(told.query).toEqual([read('pending', 'api'), read('delivered', 'receipt')]);
      expect(told.sent).toEqual([read('failed', 'api')]);
      expect(told.types.flat()).toEqual(
        ['pending', 'pending', 'delivered', 'failed', 'delivered'].map((state) => ({
          ...read(state),
          tolerated: state === 'failed' ? ['/0/errorCode is missing'] : [],
        })),
      );
      const states = ['unknown', 'pending', 'pending', 'pending', 'failed', 'delivered', 'pending', 'failed'];
      expect(told.statuses.map(({ state }: { state: string }) => state)).toEqual(states);
      expect(told.statuses.flatMap(({ tolerated }: { tolerated: string[] }) => tolerated)).toEqual(
        Array(2).fill('the status says failed, and the code that nothing failed'),
      );
    });

    test("an object of Alibaba's package has other keys than the wire, and is refused", async () => {
      const { out } = await execute(folder(), process.execPath, 'sdks.cjs');
      const names = 'AlibabaQueryResponse, AlibabaSendResponse';
      expect(JSON.parse(out).properties).toEqual([
        { pointer: '', message: `is none of: ${names}; it has no field Status, ErrorCode, ResponseCode` },
      ]);
    });
  });
}
