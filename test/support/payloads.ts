/** Bodies as the providers send them; the callback is the sample of Bandwidth's document with another code at will. */

type Some = Readonly<Record<string, unknown>>;

/** The document's sample, lines 16 to 42. Without `errorCode` it is of a delivered message. */
export function bandwidthCallback(own: Some = { errorCode: 4432 }): Some {
  return {
    type: 'errorCode' in own ? 'message-failed' : 'message-delivered',
    time: '2016-09-14T18:20:16Z',
    description: 'forbidden to country',
    to: '+52345678903',
    message: {
      id: '14762070468292kw2fuqty55yp2b2',
      time: '2016-09-14T18:20:16Z',
      to: ['+12345678902', '+52345678903'],
      from: '+12345678901',
      text: 'Hey, check this out!',
      applicationId: '93de2206-9669-4e07-948d-329f4b722ee2',
      media: ['https://s3.amazonaws.com/bw-v2-api/demo.jpg'],
      owner: '+12345678901',
      direction: 'out',
    },
    ...own,
  };
}

export function sinchReport(own: Some): Some {
  return {
    type: 'recipient_delivery_report_sms',
    batch_id: '01FC66621XXXXX119Z8PMV1QPQ',
    recipient: '+44231235674',
    code: 0,
    status: 'Delivered',
    at: '2022-08-30T08:16:08.930Z',
    ...own,
  };
}

export function sinchBatchReport(statuses: readonly unknown[], own: Some = {}): Some {
  return {
    type: 'delivery_report_sms',
    batch_id: '01FC66621XXXXX119Z8PMV1QPQ',
    total_message_count: 3,
    statuses,
    ...own,
  };
}

export function alibabaReceipt(own: Some): Some {
  return {
    To: '8521234',
    Status: '2',
    MessageId: '123456789',
    SmsSize: '1',
    SendDate: 'Thu, 25 Nov 2021 10:27:00 +0800',
    ReceiveDate: 'Thu, 25 Nov 2021 10:27:33 +0800',
    ErrorCode: 'INVALID_NUM',
    ErrorDescription: 'Invalid destination',
    ...own,
  };
}
