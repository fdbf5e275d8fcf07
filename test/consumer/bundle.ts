/** What a bundler keeps of the package: by content, because sizes and times say nothing of what is in there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { type Consumer, readInstalled } from '../support/consumer.ts';

/** The parts of the package, each by words that stand in no other. */
const parts = {
  'enum of alibaba': 'AccountNotExists',
  'enum of bandwidth': 'RejectedOther',
  'enum of sinch': 'MessageUnroutable',
  'rows of alibaba': 'account_not_exists',
  'rows of bandwidth': 'rejected_other',
  'rows of sinch': 'message_unroutable',
  'payloads of alibaba': 'AlibabaSendResponse',
  'payloads of bandwidth': 'BandwidthMessageCallback',
  'payloads of sinch': 'SinchRecipientDeliveryReport',
  sentences: 'recorded as having opted out',
  reader: 'cannot be read',
};

function partsIn(code: string): string[] {
  return Object.entries(parts).flatMap(([part, words]) => (code.includes(words) ? [part] : []));
}

export function bundle(consumer: () => Consumer): void {
  async function bundled(source: string): Promise<string> {
    const { folder } = consumer();
    const input = join(folder, 'bundle-me.js');
    writeFileSync(input, source);
    const built = await rolldown({ input, cwd: folder, logLevel: 'silent' });
    const { output } = await built.generate({ format: 'esm', minify: true });
    await built.close();
    const [chunk] = output;
    return chunk.code;
  }

  /** The printed texts of one provider, none of which may stand in another one's bundle. */
  function textsOf(provider: string): string[] {
    const { providers } = JSON.parse(readInstalled(consumer(), 'generated/json/registry.json'));
    const [{ catalogs }] = providers.filter(({ id }: { id: string }) => id === provider);
    return catalogs.flatMap(({ entries }: { entries: Record<string, string>[] }) =>
      // A single word, such as "Unauthorized", may be a name too.
      entries.flatMap(({ description, message }) => description ?? message ?? []).filter((text) => text.includes(' ')),
    );
  }

  function standsIn(code: string, provider: string): string[] {
    return textsOf(provider).filter((text) => code.includes(text) || code.includes(JSON.stringify(text).slice(1, -1)));
  }

  describe.each(['sms-error-codes/bandwidth/codes', 'sms-error-codes/bandwidth', 'sms-error-codes'])(
    'from %s',
    (subpath) => {
      test('an enum pulls in itself and nothing else', async () => {
        const code = await bundled(
          `import { BandwidthMessageErrorCode as Code } from '${subpath}';\nconsole.log(Code.Unauthorized);`,
        );
        expect(partsIn(code)).toEqual(['enum of bandwidth']);
        expect(code).toContain('4493');
        for (const provider of ['alibaba', 'bandwidth', 'sinch']) expect(standsIn(code, provider)).toEqual([]);
      });

      test('what is not used leaves nothing', async () => {
        const code = await bundled(`import { BandwidthMessageErrorCode } from '${subpath}';`);
        expect(code.trim()).toBe('');
        const ofAll = await bundled(`import * as codes from '${subpath}';`);
        expect(ofAll.trim()).toBe('');
      });
    },
  );

  test.each([['sms-error-codes/bandwidth'], ['sms-error-codes']])(
    'a look-up from %s has its own table and no other provider',
    async (subpath) => {
      const code = await bundled(
        `import { findBandwidthMessageError } from '${subpath}';\nconsole.log(findBandwidthMessageError(4493));`,
      );
      expect(partsIn(code)).toEqual(['rows of bandwidth']);
      expect(standsIn(code, 'bandwidth').length).toBe(textsOf('bandwidth').length);
      for (const provider of ['alibaba', 'sinch']) expect(standsIn(code, provider)).toEqual([]);
    },
  );

  test('all of it is there where all is used', async () => {
    const code = await bundled(`import * as all from 'sms-error-codes';\nconsole.log(all);`);
    expect(partsIn(code)).toEqual(Object.keys(parts));
  });

  test('a test of membership needs the enum and not the table', async () => {
    const code = await bundled(
      `import { isBandwidthMessageErrorCode } from 'sms-error-codes';\nconsole.log(isBandwidthMessageErrorCode(1));`,
    );
    expect(partsIn(code)).toEqual(['enum of bandwidth']);
    expect(standsIn(code, 'bandwidth')).toEqual([]);
  });

  test('the sentences are in what says them, and in nothing else', async () => {
    const code = await bundled(
      `import { classifySinchDeliveryError } from 'sms-error-codes/sinch';\nconsole.log(classifySinchDeliveryError(1));`,
    );
    expect(partsIn(code)).toEqual(['rows of sinch', 'sentences']);
    const ofLookup = await bundled(
      `import { findSinchDeliveryError } from 'sms-error-codes/sinch';\nconsole.log(findSinchDeliveryError(1));`,
    );
    expect(partsIn(ofLookup)).toEqual(['rows of sinch']);
  });

  test.each([
    ['sinch', 'readSinchDeliveryReport'],
    ['bandwidth', 'readBandwidthCallbacks'],
  ])('a reader of %s, even from the root, has no other provider', async (provider, reader) => {
    const code = await bundled(`import { ${reader} } from 'sms-error-codes';\nconsole.log(${reader}({}));`);
    expect(partsIn(code)).toEqual([`rows of ${provider}`, `payloads of ${provider}`, 'sentences', 'reader']);
    expect(standsIn(code, provider).length).toBe(textsOf(provider).length);
  });

  test('a bundled look-up answers as the package does', async () => {
    const code = await bundled(
      `import { findSinchDeliveryError } from 'sms-error-codes/sinch';\nexport default findSinchDeliveryError(413);`,
    );
    const path = join(consumer().folder, 'bundled.mjs');
    writeFileSync(path, code);
    const { default: entry } = await import(path);
    expect(entry).toMatchObject({ name: 'blocked', status: 'Aborted', alsoCategory: 'insufficient-funds', line: 18 });
    expect(entry.stated).toEqual({ action: { line: 18 } });
  });
}
