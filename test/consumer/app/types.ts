/** What the types promise. That this file compiles is the test; it is compiled as ESM and as CJS. */
import {
  type AlibabaApiError,
  AlibabaApiErrorCode,
  type AlibabaApiErrorForbiddenAction25,
  type AlibabaApiErrorOk20,
  type AlibabaApiErrorSenderidError25,
  type AlibabaApiErrorSystemError21,
  type AlibabaApiErrorSystemError46,
  type AlibabaReceiptError,
  AlibabaReceiptErrorCode,
  type AlibabaReceiptErrorPortedNum,
  type AnyOutcome,
  type Axis,
  alibabaApiErrorEntries,
  type BandwidthMessageError,
  BandwidthMessageErrorCode,
  type BandwidthMessageErrorMessagingToCountryForbidden,
  type BandwidthMessageErrorScheme,
  type BandwidthMessageErrorUnauthorized,
  bandwidthMessageErrorEntries,
  type Category,
  classify,
  classifyBandwidthMessageError,
  type Found,
  findAlibabaApiErrors,
  findAlibabaApiErrorsBySmppCode,
  findAlibabaReceiptError,
  findBandwidthMessageError,
  findSinchDeliveryError,
  isAlibabaApiErrorCode,
  isBandwidthMessageErrorCode,
  isSinchDeliveryErrorCode,
  type Retry,
  readAlibabaResponse,
  readBandwidthCallbacks,
  readSinchDeliveryReport,
  type SinchDeliveryError,
  type SinchDeliveryErrorBlocked,
  SinchDeliveryErrorCode,
  type SinchDeliveryErrorQueued,
  SinchDeliveryStatus,
} from 'sms-error-codes';
import { AlibabaApiErrorCode as ApiCodeOfCodes } from 'sms-error-codes/alibaba/codes';
import { findBandwidthMessageError as findOfProvider } from 'sms-error-codes/bandwidth';
import { BandwidthMessageErrorCode as CodeOfCodes } from 'sms-error-codes/bandwidth/codes';
import { SinchDeliveryStatus as StatusOfCodes } from 'sms-error-codes/sinch/codes';

type Equal<A, B> = (<G>() => G extends A ? 1 : 2) extends <G>() => G extends B ? 1 : 2 ? true : false;

/** Compiles where the value is of exactly this type: not wider, not narrower, not `any`. */
declare function exactly<Expected>(): <Actual>(
  value: Actual,
  ...proof: Equal<Actual, Expected> extends true ? [] : [never]
) => void;

declare const anyNumber: number;
declare const anyString: string;
declare const bandwidth: BandwidthMessageError;
declare const sinch: SinchDeliveryError;
declare const api: AlibabaApiError;

export function findsOneEntry(): void {
  exactly<BandwidthMessageErrorUnauthorized>()(findBandwidthMessageError(BandwidthMessageErrorCode.Unauthorized));
  exactly<BandwidthMessageErrorUnauthorized>()(findBandwidthMessageError(4493));
  exactly<undefined>()(findBandwidthMessageError(4000));
  exactly<BandwidthMessageError | undefined>()(findBandwidthMessageError(anyNumber));

  // All that a payload's field may be typed as.
  const payload = { errorCode: 4493 };
  exactly<BandwidthMessageError | undefined>()(findBandwidthMessageError(payload.errorCode));
  const wholeEnum: BandwidthMessageErrorCode = anyNumber;
  exactly<BandwidthMessageError>()(findBandwidthMessageError(wholeEnum as BandwidthMessageErrorCode));
  const branded = anyNumber as number & { readonly brand: 'code' };
  exactly<BandwidthMessageError | undefined>()(findBandwidthMessageError(branded));

  // A union gives the union of what each part gives.
  const two = BandwidthMessageErrorCode.Unauthorized as
    | BandwidthMessageErrorCode.Unauthorized
    | BandwidthMessageErrorCode.MessagingToCountryForbidden;
  exactly<BandwidthMessageErrorUnauthorized | BandwidthMessageErrorMessagingToCountryForbidden>()(
    findBandwidthMessageError(two),
  );
  const listedOrNot = 4493 as 4493 | 1;
  exactly<BandwidthMessageErrorUnauthorized | undefined>()(findBandwidthMessageError(listedOrNot));

  exactly<typeof findBandwidthMessageError>()(findOfProvider);
}

export function findsInACatalogOfStrings(): void {
  exactly<AlibabaReceiptErrorPortedNum>()(findAlibabaReceiptError(AlibabaReceiptErrorCode.PortedNum));
  exactly<AlibabaReceiptErrorPortedNum>()(findAlibabaReceiptError('PORTED_NUM'));
  exactly<undefined>()(findAlibabaReceiptError('DELIVRD'));
  exactly<AlibabaReceiptError | undefined>()(findAlibabaReceiptError(anyString));
  const pattern = anyString as `PORTED_${string}`;
  exactly<AlibabaReceiptError | undefined>()(findAlibabaReceiptError(pattern));
}

export function findsSeveralEntries(): void {
  type SystemError = AlibabaApiErrorSystemError21 | AlibabaApiErrorSystemError46;
  exactly<readonly [SystemError, ...SystemError[]]>()(findAlibabaApiErrors(AlibabaApiErrorCode.SystemError));
  exactly<readonly [SystemError, ...SystemError[]]>()(findAlibabaApiErrors('isp.SYSTEM_ERROR'));
  exactly<21 | 46>()(findAlibabaApiErrors('isp.SYSTEM_ERROR')[0].smppCode);
  exactly<readonly []>()(findAlibabaApiErrors('isv.SYSTEM_ERROR'));
  exactly<readonly AlibabaApiError[]>()(findAlibabaApiErrors(anyString));
  exactly<readonly [AlibabaApiError, ...AlibabaApiError[]]>()(findAlibabaApiErrors(api.code));
  const okOrNot = 'OK' as 'OK' | 'ok';
  exactly<readonly AlibabaApiErrorOk20[]>()(findAlibabaApiErrors(okOrNot));

  type Smpp25 = AlibabaApiErrorForbiddenAction25 | AlibabaApiErrorSenderidError25;
  exactly<readonly [Smpp25, ...Smpp25[]]>()(findAlibabaApiErrorsBySmppCode(25));
  exactly<readonly []>()(findAlibabaApiErrorsBySmppCode(23));
  exactly<readonly AlibabaApiError[]>()(findAlibabaApiErrorsBySmppCode(anyNumber));
}

/** A wrapper of one's own keeps the type. */
export function wrapped<const C extends number>(code: C): Found<BandwidthMessageError, C> {
  return findBandwidthMessageError(code);
}
exactly<BandwidthMessageErrorUnauthorized>()(wrapped(4493));

export function recognizesCodes(value: unknown): void {
  if (isBandwidthMessageErrorCode(value)) exactly<BandwidthMessageErrorCode>()(value);
  if (isAlibabaApiErrorCode(value)) exactly<AlibabaApiErrorCode>()(value);
  if (isSinchDeliveryErrorCode(value)) exactly<SinchDeliveryError>()(findSinchDeliveryError(value));
}

export function narrowsByCode(): void {
  if (bandwidth.code === BandwidthMessageErrorCode.Unauthorized)
    exactly<BandwidthMessageErrorUnauthorized>()(bandwidth);
  if (bandwidth.code === 4493) exactly<BandwidthMessageErrorUnauthorized>()(bandwidth);
}

export function narrowsByStatus(): void {
  if (sinch.status === SinchDeliveryStatus.Queued) exactly<SinchDeliveryErrorQueued>()(sinch);
  if (sinch.status === 'Queued') exactly<SinchDeliveryErrorQueued>()(sinch);
  if (sinch.status !== 'Queued' && sinch.status !== 'Dispatched' && sinch.status !== 'Cancelled') {
    exactly<SinchDeliveryStatus.Aborted | SinchDeliveryStatus.Failed>()(sinch.status);
  }
  sinch.status satisfies 'Queued' | 'Dispatched' | 'Aborted' | 'Cancelled' | 'Failed';
  sinch.status satisfies SinchDeliveryStatus;
}

export function narrowsByBillableAndSection(): void {
  if (bandwidth.billable) exactly<true>()(bandwidth.billable);
  if (bandwidth.billable && bandwidth.section === 'client-errors') bandwidth.code satisfies 4121 | 4470;
  if (bandwidth.section === 'client-errors') exactly<'provider'>()(bandwidth.reportedBy);
  if (bandwidth.section === 'carrier-ambiguous-errors') bandwidth.code satisfies 9902 | 9999;
}

export function narrowsByClassification(): void {
  if (bandwidth.category === 'opted-out')
    bandwidth.code satisfies BandwidthMessageErrorCode.CarrierRejectedDueToUserOptOut;
  if (bandwidth.retry === 'once') bandwidth.code satisfies 5600 | 5610 | 5620 | 5630 | 5650 | 5999 | 9902 | 9999;
  if (api.window !== undefined) exactly<'rate-limited'>()(api.category);
  exactly<'minute' | 'hour' | 'day' | 'month' | undefined>()(api.window);
  if (sinch.alsoCategory) exactly<SinchDeliveryErrorBlocked>()(sinch);
}

export function exhaustsByStatus(entry: SinchDeliveryError): string {
  switch (entry.status) {
    case SinchDeliveryStatus.Queued:
    case SinchDeliveryStatus.Dispatched:
      return 'later';
    case SinchDeliveryStatus.Aborted:
    case SinchDeliveryStatus.Cancelled:
    case SinchDeliveryStatus.Failed:
      return 'over';
  }
}

export function exhaustsByRetry(entry: BandwidthMessageError): string {
  switch (entry.retry) {
    case 'never':
    case 'once':
    case 'backoff':
    case 'after-fix':
      return entry.description;
  }
}

export function readsEverythingDeeply(): void {
  exactly<number | undefined>()(bandwidth.stated.retry?.line);
  exactly<readonly BandwidthMessageError[]>()(bandwidthMessageErrorEntries);
  exactly<AlibabaApiError | undefined>()(alibabaApiErrorEntries[0]);
  bandwidth.category satisfies Category;
  bandwidth.retry satisfies Retry;
  'reportedBy' satisfies Axis;
  bandwidth satisfies { readonly [A in Axis]?: string | undefined };
}

export function narrowsOutcomes(body: unknown): void {
  const read = readBandwidthCallbacks(body);
  for (const outcome of read.ok ? read.outcomes : []) {
    if (!outcome.known) {
      exactly<undefined>()(outcome.category);
      exactly<'message'>()(outcome.catalog);
      continue;
    }
    exactly<BandwidthMessageError['code']>()(outcome.code);
    exactly<string | undefined>()(outcome.sentence);
    if (outcome.category === 'opted-out') {
      exactly<BandwidthMessageErrorCode.CarrierRejectedDueToUserOptOut>()(outcome.code);
    }
    switch (outcome.code) {
      case BandwidthMessageErrorCode.Unauthorized:
        exactly<BandwidthMessageErrorUnauthorized>()(outcome.entries[0]);
        exactly<'account'>()(outcome.category);
        exactly<'after-fix'>()(outcome.retry);
    }
  }
}

/** One function for all providers: an outcome of each may be passed, and the provider narrows it. */
export function narrowsOutcomesOfAnyProvider(body: unknown): void {
  const decide = (outcome: AnyOutcome): void => {
    if (outcome.provider === 'sinch' && outcome.known) exactly<SinchDeliveryError['code']>()(outcome.code);
    if (!outcome.known) exactly<BandwidthMessageErrorScheme | undefined>()(outcome.scheme);
  };
  for (const read of [readBandwidthCallbacks(body), readAlibabaResponse(body), readSinchDeliveryReport(body)]) {
    if (read.ok) for (const outcome of read.outcomes) decide(outcome);
  }
}

/** Where a code has several entries it has all of them, and an axis only if they agree. */
export function narrowsOutcomesOfSeveralEntries(body: unknown): void {
  const read = readAlibabaResponse(body);
  for (const outcome of read.ok ? read.outcomes : []) {
    if (!outcome.known || outcome.catalog !== 'api') continue;
    if (outcome.code === AlibabaApiErrorCode.SystemError) {
      exactly<AlibabaApiErrorSystemError21 | AlibabaApiErrorSystemError46>()(outcome.entries[0]);
      exactly<'provider-error'>()(outcome.category);
    }
  }
}

/** A body may differ from what was declared: the names of its fields are known, their values are not. */
export function knowsNoValuesOfPayloads(body: unknown): void {
  const read = readBandwidthCallbacks(body);
  if (!read.ok || !('messages' in read.payload)) return;
  exactly<unknown>()(read.payload.messages);
  // @ts-expect-error No payload has such a field.
  read.payload.nothing;
}

export function saysTheSentenceOfAnswers(code: unknown): void {
  exactly<string | undefined>()(classifyBandwidthMessageError(code).sentence);
  exactly<string | undefined>()(classify({ provider: 'alibaba', catalog: 'api', code }).sentence);
}

/** One thing under several names, and a member is a wire value. */
export const perCode: Partial<Record<SinchDeliveryErrorCode, string>> = { [SinchDeliveryErrorCode.Queued]: 'q' };
export const wire: number = BandwidthMessageErrorCode.Unauthorized;
exactly<typeof BandwidthMessageErrorCode>()(CodeOfCodes);
exactly<typeof AlibabaApiErrorCode>()(ApiCodeOfCodes);
exactly<typeof SinchDeliveryStatus>()(StatusOfCodes);
