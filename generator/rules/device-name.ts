/** Names that no file may have on Windows. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Located } from '../spec/node.ts';
import { catalogsOf, type Rule } from './rule.ts';

const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * What targets name files after is no device of Windows, where such a file can be neither checked out nor installed,
 * whatever its ending.
 * Bad: `provider: con`: there would be a `con.ts`.
 */
export const deviceName: Rule = {
  id: 'device-name',
  *check(spec) {
    const catalogs = catalogsOf(spec);
    const names: Located<string>[] = [
      ...(spec.taxonomy?.axes ?? []).map(({ id }) => id),
      ...spec.providers.flatMap(({ id, payloads }) => [id, ...payloads.map(({ typeName }) => typeName)]),
      ...catalogs.flatMap(({ id, typeName }) => [id, typeName]),
      ...catalogs.flatMap(({ columns }) => columns.flatMap(({ enumName }) => enumName ?? [])),
    ];
    for (const { value, at } of names) {
      if (!DEVICE.test(value)) continue;
      yield error('device-name', at, `${quote(value)} is a device on Windows, and no file may be named so`, {
        hint: 'choose another name, or add a suffix',
      });
    }
  },
};
