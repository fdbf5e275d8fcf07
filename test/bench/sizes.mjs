/** Minified bytes of what a browser or a function in a cloud would carry. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { ROOT } from './cold.mjs';

const uses = {
  "one provider's enum": `import { BandwidthMessageErrorCode as Code } from 'sms-error-codes/bandwidth/codes';\nconsole.log(Code.Unauthorized);`,
  'one look-up': `import { findBandwidthMessageError as find } from 'sms-error-codes/bandwidth';\nconsole.log(find(4432));`,
  'nothing that is imported': `import { BandwidthMessageErrorCode } from 'sms-error-codes';`,
};

export async function bundleSizes(folder) {
  const cwd = join(folder, 'sizes');
  mkdirSync(join(cwd, 'node_modules'), { recursive: true });
  symlinkSync(ROOT, join(cwd, 'node_modules/sms-error-codes'));
  const sizes = {};
  for (const [name, source] of Object.entries(uses)) {
    const input = join(cwd, 'use.js');
    writeFileSync(input, source);
    const build = await rolldown({ input, cwd, logLevel: 'silent' });
    const { output } = await build.generate({ format: 'esm', minify: true });
    await build.close();
    const code = output[0].code.trim();
    sizes[name] = { bytes: code.length, gzipped: code === '' ? 0 : gzipSync(code, { level: 9 }).length };
  }
  return sizes;
}
