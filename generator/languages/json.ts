/** JSON: names in camelCase, values in JSON syntax. It has no comments. */
import { defineLanguage } from './language.ts';
import { typescript } from './typescript.ts';

export const json = defineLanguage({
  id: 'json',
  title: 'JSON',
  name: typescript.name,
  reserved: {},
  types: { string: '"string"', integer: '"integer"', boolean: '"boolean"' },
  literal: (value) => JSON.stringify(value),
  encoders: { string: (text) => JSON.stringify(text) },
});
