/** The checks on the package as CommonJS. */
const { check } = require('./checks.cjs');

const subpaths = Object.fromEntries(
  ['alibaba', 'bandwidth', 'sinch'].flatMap((provider) => [
    [provider, require(`sms-error-codes/${provider}`)],
    [`${provider}/codes`, require(`sms-error-codes/${provider}/codes`)],
  ]),
);
check(require('sms-error-codes'), subpaths, require('sms-error-codes/registry.json'));
