/** Laws of names: what the rules let through is valid and stays distinct in the casing of every language. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../generator/compile.ts';
import { languages } from '../../generator/languages/index.ts';
import { python } from '../../generator/languages/python.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import { specOf } from './specs.ts';

/** Short and from few letters, so that they collide often. */
const nearName = fc.stringMatching(/^[ab][ab12]{0,2}(_[ab12]{1,2}){0,2}$/);
const anyName = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(_[a-z0-9]{1,9}){0,4}$/);
const names = fc.uniqueArray(fc.oneof(nearName, anyName, fc.constantFrom('infinity', 'na_n', 'code', 'constructor')), {
  minLength: 1,
  maxLength: 12,
});

test.each(languages)('$title: names that pass are valid and distinct, and those that do not are told', (language) => {
  fc.assert(
    fc.property(names, (chosen) => {
      const text = specOf(chosen.map((name, index) => ({ code: index, name, text: 'Busy' })));
      const { value, diagnostics } = compile([{ path: 'spec/acme.yaml', text }], [language]);
      const cased = chosen.map((name) => language.name('member', name));
      const isSound = new Set(cased).size === cased.length && cased.every(isFree);
      const ids = diagnostics.filter(({ severity }) => severity === 'error').map(({ id }) => id);
      expect(value !== undefined).toBe(isSound);
      expect(ids.every((id) => id === 'name-collision' || id === 'reserved-word')).toBe(true);
    }),
  );

  function isFree(name: string): boolean {
    return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && language.reserved.member?.has(name) !== true;
  }
});

test('TypeScript: the words of a name stand side by side, each with a capital', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const words = name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
      expect(typescript.name('type', name)).toBe(words.join(''));
      expect(typescript.name('member', name)).toBe(words.join(''));
      const pascal = words.join('');
      expect(typescript.name('field', name)).toBe(pascal.charAt(0).toLowerCase() + pascal.slice(1));
    }),
  );
});

test('Python: names that it would read as one are one, and what becomes of a letter is a name', () => {
  const printed = ['ab', '\uff21b'];
  expect(printed.map((value) => python.name('member', value))).toEqual(['AB', 'AB']);
  const cased = [...'\u0390\u01f0\ufb01'].map((letter) => python.name('member', letter));
  expect(cased).toEqual(cased.map((name) => name.normalize('NFKC')));
});
