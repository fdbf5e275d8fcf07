/** What is measured inside a process: `node inner.mjs NAME` prints nanoseconds per call, or milliseconds per import. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const LIBRARY = new URL('../../dist/esm/', import.meta.url);
const load = (path) => import(new URL(path, LIBRARY));

/** The best of several batches, so that what else the machine does counts little. */
function nanoseconds(call, inputs, calls = 1_000_000) {
  let kept = 0;
  let best = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < 12; batch++) {
    const started = performance.now();
    for (let index = 0; index < calls; index++) if (call(inputs[index % inputs.length])) kept++;
    best = Math.min(best, ((performance.now() - started) * 1e6) / calls);
  }
  if (kept < 0) throw new Error('kept, so that no call is optimized away');
  return best;
}

async function milliseconds(path) {
  const started = performance.now();
  await import(path);
  return performance.now() - started;
}

const numbers = [4432, 4720, 4799, 5999, 9902, 1];
const strings = ['isp.SYSTEM_ERROR', 'isv.SMS_SIGN_ILLEGAL', 'unlisted', 'isv.AMOUNT_NOT_ENOUGH'];

const figures = {
  'nothing, as numbers': async () => nanoseconds((value) => value > 0, numbers),
  'look-up of a number': async () => nanoseconds((await load('bandwidth.js')).findBandwidthMessageError, numbers),
  'guard of a number': async () => nanoseconds((await load('bandwidth.js')).isBandwidthMessageErrorCode, numbers),
  'look-up of a string': async () => nanoseconds((await load('alibaba.js')).findAlibabaApiErrors, strings),
  'guard of a string': async () => nanoseconds((await load('alibaba.js')).isAlibabaApiErrorCode, strings),
  'classify, listed': async () =>
    nanoseconds((await load('bandwidth.js')).classifyBandwidthMessageError, numbers.slice(0, 2)),
  'classify, unlisted with a scheme': async () =>
    nanoseconds((await load('bandwidth.js')).classifyBandwidthMessageError, [4799, 5299]),
  'reading a callback': async () => {
    const { readBandwidthCallbacks } = await load('bandwidth.js');
    return nanoseconds((body) => readBandwidthCallbacks(body).ok, [callback()], 100_000);
  },
  'reading a callback of an unlisted code': async () => {
    const { readBandwidthCallbacks } = await load('bandwidth.js');
    const [body] = callback();
    return nanoseconds((each) => readBandwidthCallbacks(each).ok, [[{ ...body, errorCode: 4799 }]], 100_000);
  },
  'ajv, then a look-up': async () => {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const { findBandwidthMessageError } = await load('bandwidth.js');
    const schema = new URL('../../generated/json-schema/bandwidth-message-callback.schema.json', import.meta.url);
    const validate = new Ajv2020().compile(JSON.parse(readFileSync(schema, 'utf8')));
    const [body] = callback();
    if (!validate(body)) throw new Error(JSON.stringify(validate.errors));
    return nanoseconds((each) => validate(each) && findBandwidthMessageError(each.errorCode), [body], 100_000);
  },
  'import of an empty module': () => milliseconds('data:text/javascript,export{}'),
  "import of one provider's codes": () => milliseconds(new URL('bandwidth/codes.js', LIBRARY)),
  'import of the package root': () => milliseconds(new URL('index.js', LIBRARY)),
};

function callback() {
  return JSON.parse(readFileSync(new URL('callback.json', import.meta.url), 'utf8'));
}

export const names = Object.keys(figures);

const [, , name] = process.argv;
if (name !== undefined && import.meta.filename === process.argv[1]) console.log(await figures[name]());
