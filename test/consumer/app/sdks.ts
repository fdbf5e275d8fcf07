/**
 * Beside the providers' own packages: our payload types accept the JSON that theirs are made from, and our enums compare
 * with their fields. That this file compiles is the test.
 */
import type {
  BatchSendMessageToGlobeResponseBody,
  QueryMessageResponseBody,
  SendMessageToGlobeResponseBody,
  SendMessageWithTemplateResponseBody,
} from '@alicloud/dysmsapi20180501';
import type { Sms, SmsCallback } from '@sinch/sms';
import type { ListMessageItem, MessagesList, StatusCallback } from 'bandwidth-sdk';
import {
  AlibabaApiErrorCode,
  type AlibabaQueryResponse,
  AlibabaReceiptErrorCode,
  type AlibabaSendResponse,
  type BandwidthMessageCallback,
  BandwidthMessageErrorCode,
  type BandwidthMessageSearchResponse,
  findAlibabaApiErrors,
  findBandwidthMessageError,
  findSinchDeliveryError,
  isAlibabaReceiptErrorCode,
  isBandwidthMessageErrorCode,
  isSinchDeliveryErrorCode,
  type SinchBatchDeliveryReport,
  SinchDeliveryErrorCode,
  SinchDeliveryStatus,
  type SinchRecipientDeliveryReport,
} from 'sms-error-codes';

type Equal<A, B> = (<G>() => G extends A ? 1 : 2) extends <G>() => G extends B ? 1 : 2 ? true : false;

declare function exactly<Expected>(): <Actual>(
  value: Actual,
  ...proof: Equal<Actual, Expected> extends true ? [] : [never]
) => void;

/** The JSON that an object of a package is made from: dates and sets are text and lists on the wire, and methods are not there. */
type Wire<T> = T extends Date
  ? string
  : T extends Set<infer Item> | readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Name in keyof T as Data<T, Name>]: Wire<T[Name]> }
      : T;

/** The same, of a package that writes the keys of the wire with a small letter. */
type PascalWire<T> = T extends object
  ? { [Name in keyof T as Capitalize<Data<T, Name> & string>]: PascalWire<T[Name]> }
  : T;

/** Neither a method nor any name at all. */
type Data<T, Name extends keyof T> = string extends Name
  ? never
  : NonNullable<T[Name]> extends (...given: never[]) => unknown
    ? never
    : Name;

declare const recipientReport: Wire<Sms.RecipientDeliveryReport>;
declare const batchReport: Wire<Sms.DeliveryReport>;
declare const callback: Wire<StatusCallback>;
declare const found: Wire<MessagesList>;
declare const sent: PascalWire<SendMessageToGlobeResponseBody>;
declare const sentToMany: PascalWire<BatchSendMessageToGlobeResponseBody>;
declare const sentByTemplate: PascalWire<SendMessageWithTemplateResponseBody>;
declare const looked: PascalWire<QueryMessageResponseBody>;

// What the wire types are, so that what follows is about something.
exactly<string>()(recipientReport.at);
exactly<string[]>()(callback.message.to);
exactly<string | undefined>()(looked.NumberDetail?.Country);

export const payloads = [
  recipientReport satisfies SinchRecipientDeliveryReport,
  batchReport satisfies SinchBatchDeliveryReport,
  callback satisfies BandwidthMessageCallback,
  found satisfies BandwidthMessageSearchResponse,
  sent satisfies AlibabaSendResponse,
  sentToMany satisfies AlibabaSendResponse,
  sentByTemplate satisfies AlibabaSendResponse,
  looked satisfies AlibabaQueryResponse,
];

/** They have no field that ours does not have: a type whose fields are all optional would accept it. */
type Missed =
  | Exclude<keyof typeof recipientReport, keyof SinchRecipientDeliveryReport>
  | Exclude<keyof typeof batchReport, keyof SinchBatchDeliveryReport>
  | Exclude<keyof (typeof batchReport)['statuses'][number], keyof SinchBatchDeliveryReport['statuses'][number]>
  | Exclude<keyof typeof callback, keyof BandwidthMessageCallback>
  | Exclude<keyof (typeof callback)['message'], keyof BandwidthMessageCallback['message']>
  | Exclude<keyof typeof found, keyof BandwidthMessageSearchResponse>
  | Exclude<keyof Wire<ListMessageItem>, keyof NonNullable<BandwidthMessageSearchResponse['messages']>[number]>
  | Exclude<keyof typeof sent | keyof typeof sentToMany | keyof typeof sentByTemplate, keyof AlibabaSendResponse>
  | Exclude<keyof typeof looked, keyof AlibabaQueryResponse>;
declare const missed: Missed;
exactly<never>()(missed);

/** And not because they accept anything. */
export const others = [
  // @ts-expect-error A batch is no recipient.
  batchReport satisfies SinchRecipientDeliveryReport,
  // @ts-expect-error A search is no callback.
  found satisfies BandwidthMessageCallback,
];

export function sinch(event: SmsCallback): string | undefined {
  if (event.type !== 'recipient_delivery_report_sms') return undefined;
  if (event.status === SinchDeliveryStatus.Queued) return 'queued';
  if (event.code === SinchDeliveryErrorCode.Blocked) return findSinchDeliveryError(SinchDeliveryErrorCode.Blocked).name;
  // Their type is `number`, which a comparison does not narrow; a guard does.
  if (isSinchDeliveryErrorCode(event.code) && event.code === SinchDeliveryErrorCode.Blocked) {
    exactly<SinchDeliveryErrorCode.Blocked>()(event.code);
  }
  switch (event.code) {
    case SinchDeliveryErrorCode.Queued:
    case SinchDeliveryErrorCode.Dispatched:
      return 'pending';
    default:
      return findSinchDeliveryError(event.code)?.description;
  }
}

export function bandwidth(event: StatusCallback, item: ListMessageItem): string | undefined {
  if (event.errorCode === BandwidthMessageErrorCode.CarrierRejectedDueToUserOptOut) {
    return findBandwidthMessageError(event.errorCode).category satisfies 'opted-out';
  }
  if (isBandwidthMessageErrorCode(item.errorCode)) return findBandwidthMessageError(item.errorCode).description;
  return item.errorCode === undefined ? undefined : findBandwidthMessageError(item.errorCode)?.description;
}

export function alibaba({ responseCode, errorCode }: QueryMessageResponseBody): string | undefined {
  if (errorCode === AlibabaReceiptErrorCode.InvalidNum) return 'no such number';
  if (isAlibabaReceiptErrorCode(errorCode)) exactly<AlibabaReceiptErrorCode>()(errorCode);
  if (responseCode === AlibabaApiErrorCode.Ok || responseCode === undefined) return undefined;
  return findAlibabaApiErrors(responseCode)[0]?.message;
}
