// Preloaded into the CLI: from the file on that is made as number HOG_AT, no descriptor is left to open another by.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { openSync } = fs;
let made = 0;
fs.openSync = (path, flags, ...others) => {
  if (flags === 'wx') made += 1;
  if (made === Number(process.env.HOG_AT)) hog();
  return openSync(path, flags, ...others);
};
syncBuiltinESMExports();

function hog() {
  try {
    for (;;) openSync('/dev/null');
  } catch {}
}
