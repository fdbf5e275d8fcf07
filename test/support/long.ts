/** Whether the long form of a test is wanted: `npm run test:long`. */
export const IS_LONG = process.env['SMS_ERROR_CODES_LONG'] !== undefined;
