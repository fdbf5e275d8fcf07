/** How a field or an axis is named in `registry.json`: the one casing of everything that is published as data. */
import { json } from '../languages/json.ts';

export function publicName(id: string): string {
  return json.name('field', id);
}
