/** The checks on the package as ESM. JSON is read through `require`, because Node 20 warns of importing it. */
import { createRequire } from 'node:module';
import * as root from 'sms-error-codes';
import * as alibaba from 'sms-error-codes/alibaba';
import * as alibabaCodes from 'sms-error-codes/alibaba/codes';
import * as bandwidth from 'sms-error-codes/bandwidth';
import * as bandwidthCodes from 'sms-error-codes/bandwidth/codes';
import * as sinch from 'sms-error-codes/sinch';
import * as sinchCodes from 'sms-error-codes/sinch/codes';
import { check } from './checks.cjs';

const codes = { 'alibaba/codes': alibabaCodes, 'bandwidth/codes': bandwidthCodes, 'sinch/codes': sinchCodes };
check(root, { alibaba, bandwidth, sinch, ...codes }, createRequire(import.meta.url)('sms-error-codes/registry.json'));
