/** What the providers' own packages send and name is read without a remark. Prints what was read, for the test to look at. */
const { QueryMessageResponseBody, SendMessageToGlobeResponseBody } = require('@alicloud/dysmsapi20180501');
const { MessageStatusEnum, StatusCallbackTypeEnum } = require('bandwidth-sdk');
const { readAlibabaResponse, readBandwidthCallbacks } = require('sms-error-codes');

const query = new QueryMessageResponseBody({
  responseCode: 'OK',
  status: '1',
  errorCode: 'DELIVERED',
  errorDescription: 'success',
  messageId: '1008030xxx3003',
  to: '6581xxx810',
  numberDetail: { carrier: 'CMI', country: 'China', region: 'HongKong' },
});
const sent = new SendMessageToGlobeResponseBody({
  responseCode: 'isv.ACCOUNT_ABNORMAL',
  segments: '1',
  from: 'x',
  to: '1',
});
const message = {
  id: '1',
  owner: '+1',
  applicationId: '2',
  time: '',
  segmentCount: 1,
  direction: 'out',
  to: ['+2'],
  from: '+1',
};

const told = ({ ok, outcomes, problems }) =>
  ok ? outcomes.map(({ catalog, state, tolerated }) => ({ catalog, state, tolerated })) : problems;

console.log(
  JSON.stringify({
    query: told(readAlibabaResponse(query.toMap())),
    sent: told(readAlibabaResponse(sent.toMap())),
    properties: told(readAlibabaResponse(query)),
    types: Object.values(StatusCallbackTypeEnum).map((type) =>
      told(readBandwidthCallbacks([{ type, time: '', description: '', to: '+2', message }])),
    ),
    statuses: told(
      readBandwidthCallbacks({
        messages: Object.values(MessageStatusEnum).map((messageStatus) => ({ messageStatus, errorCode: 0 })),
      }),
    ),
  }),
);
