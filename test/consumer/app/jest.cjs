/** What a service tests with Jest as it comes: CommonJS, no transformer. Its globals are Jest's. */
const { classifySinchDeliveryError } = require('sms-error-codes');
const { SinchDeliveryErrorCode, findSinchDeliveryError } = require('sms-error-codes/sinch');
const { BandwidthMessageErrorCode } = require('sms-error-codes/bandwidth/codes');
const { AlibabaReceiptErrorCode } = require('sms-error-codes/erasable/alibaba');
const registry = require('sms-error-codes/registry.json');

test('a code has its constant, its entry and its decision', () => {
  expect(SinchDeliveryErrorCode.MessageUnroutable).toBe(402);
  expect(findSinchDeliveryError(402).name).toBe('message_unroutable');
  expect(classifySinchDeliveryError(-1).known).toBe(false);
});

test('the enums alone', () => {
  expect(BandwidthMessageErrorCode.RejectedOther).toBe(4001);
});

test('the codes without enums', () => {
  expect(Object.values(AlibabaReceiptErrorCode)).toContain('PHONE_NOT_AVAILABLE');
});

test('the registry as data', () => {
  expect(registry.providers.map(({ id }) => id)).toEqual(['alibaba', 'bandwidth', 'sinch']);
});

test('a mock takes the place of one function and leaves the others', () => {
  jest.doMock('sms-error-codes/sinch', () => ({
    ...jest.requireActual('sms-error-codes/sinch'),
    findSinchDeliveryError: () => undefined,
  }));
  jest.resetModules();
  const sinch = require('sms-error-codes/sinch');
  expect(sinch.findSinchDeliveryError(402)).toBeUndefined();
  expect(sinch.SinchDeliveryErrorCode.MessageUnroutable).toBe(402);
});
