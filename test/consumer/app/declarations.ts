/** What a library makes of this one, its types left to the compiler: each of them must have a name that others can import. */
import { classify, classifyBandwidthMessageError, readAlibabaResponse, readBandwidthCallbacks } from 'sms-error-codes';
export const read = (body: unknown) => readBandwidthCallbacks(body);
export const known = (body: unknown) => {
  const r = read(body);
  return r.ok ? r.outcomes.filter((o) => o.known) : [];
};
export const optedOut = (body: unknown) => {
  const r = read(body);
  return r.ok ? r.outcomes.filter((o) => o.known && o.category === 'opted-out') : [];
};
export const payload = (body: unknown) => {
  const r = readAlibabaResponse(body);
  return r.ok ? r.payload : undefined;
};
export const one = (code: unknown) => classifyBandwidthMessageError(code);
export const two = (code: unknown) => classify({ provider: 'alibaba', catalog: 'api', code });
