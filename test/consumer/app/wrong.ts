/** What must not compile. Each comment that begins with `TS` is the error of the next line, and there is no other. */
import {
  alibabaApiErrorEntries,
  type BandwidthMessageError,
  BandwidthMessageErrorCode,
  bandwidthMessageErrorEntries,
  findAlibabaApiErrors,
  findAlibabaReceiptError,
  findBandwidthMessageError,
  type SinchDeliveryError,
  SinchDeliveryStatus,
} from 'sms-error-codes';
// TS2307: Cannot find module 'sms-error-codes/dist/esm/index.js' or its corresponding type declarations.
import type {} from 'sms-error-codes/dist/esm/index.js';
// TS2307: Cannot find module 'sms-error-codes/lookup' or its corresponding type declarations.
import type {} from 'sms-error-codes/lookup';

declare const anyNumber: number;
declare const bandwidth: BandwidthMessageError;
declare const sinch: SinchDeliveryError;

// TS2366: Function lacks ending return statement and return type does not include 'undefined'.
export function missesAStatus(entry: SinchDeliveryError): string {
  switch (entry.status) {
    case SinchDeliveryStatus.Queued:
    case SinchDeliveryStatus.Dispatched:
      return 'later';
    case SinchDeliveryStatus.Aborted:
    case SinchDeliveryStatus.Cancelled:
      return 'over';
  }
}

// TS2366: Function lacks ending return statement and return type does not include 'undefined'.
export function missesARetry(entry: BandwidthMessageError): string {
  switch (entry.retry) {
    case 'never':
    case 'once':
    case 'backoff':
      return entry.description;
  }
}

// TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.
findBandwidthMessageError('4493');
// TS2345: Argument of type 'number' is not assignable to parameter of type 'string'.
findAlibabaReceiptError(20);
// TS2345: Argument of type 'undefined' is not assignable to parameter of type 'number'.
findBandwidthMessageError(undefined);

// TS2532: Object is possibly 'undefined'.
findBandwidthMessageError(anyNumber).retry;
// TS2532: Object is possibly 'undefined'.
alibabaApiErrorEntries[0].code;
// TS2493: Tuple type 'readonly []' of length '0' has no element at index '0'.
findAlibabaApiErrors('isv.SYSTEM_ERROR')[0];

// TS2367: This comparison appears to be unintentional because the types 'BandwidthMessageErrorCode' and '4000' have no overlap.
if (bandwidth.code === 4000) throw new Error();
// TS2367: This comparison appears to be unintentional because the types 'SinchDeliveryStatus' and '"queued"' have no overlap.
if (sinch.status === 'queued') throw new Error();
// TS2339: Property 'BlackList' does not exist on type 'typeof BandwidthMessageErrorCode'.
BandwidthMessageErrorCode.BlackList;
// TS2339: Property 'window' does not exist on type 'BandwidthMessageError'.
bandwidth.window;

// TS2540: Cannot assign to 'retry' because it is a read-only property.
bandwidth.retry = 'never';
// TS2540: Cannot assign to 'code' because it is a read-only property.
bandwidth.code = BandwidthMessageErrorCode.Unauthorized;
// TS2540: Cannot assign to 'retry' because it is a read-only property.
bandwidth.stated.retry = { line: 1 };
if (bandwidth.stated.retry) {
  // TS2540: Cannot assign to 'line' because it is a read-only property.
  bandwidth.stated.retry.line = 1;
}
// TS2542: Index signature in type 'readonly BandwidthMessageError[]' only permits reading.
bandwidthMessageErrorEntries[0] = bandwidth;
// TS2339: Property 'push' does not exist on type 'readonly BandwidthMessageError[]'.
bandwidthMessageErrorEntries.push(bandwidth);
// TS2540: Cannot assign to 'Unauthorized' because it is a read-only property.
BandwidthMessageErrorCode.Unauthorized = 4493;
