/** HTML: text and attribute values as references where they could be mark-up, and a page that vouches for its own script. */
import { createHash } from 'node:crypto';
import { escapeCodePoint, INVISIBLE, LONE_SURROGATE, onOneLine } from './invisible.ts';
import { defineLanguage, Refused } from './language.ts';

export const html = defineLanguage({
  id: 'html',
  title: 'HTML',
  name: (role, name) => (role === 'module' ? name.replaceAll('_', '-') : name),
  reserved: {},
  types: { string: 'text', integer: 'integer', boolean: 'yes or no' },
  literal: (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : text(String(value))),
  encoders: { text, attribute, fragment },
  layout: sealed,
});

/** The characters that mean something in content, in a quoted attribute or in a comment. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text between tags or in a comment. What could not be seen on the page is shown as an escape. */
function text(value: string): string {
  return attribute(onOneLine(value));
}

/** The value of an attribute, between quotes of either kind. */
function attribute(value: string): string {
  return value.replace(INVISIBLE, escapeCodePoint).replace(/[&<>"']/g, (character) => REFERENCES[character] ?? '');
}

/** A part of an id and of the address that ends in it: neither has blanks, and a slash divides parts. */
function fragment(value: string): string | Refused {
  if (LONE_SURROGATE.test(value)) return new Refused(value, 'has half a character, which no address can hold');
  return encodeURIComponent(value).replaceAll("'", '%27');
}

/** `'hash-of-style'` and `'hash-of-script'`, in the page's own policy, become the hashes of what stands in the page. */
function sealed(page: string): string {
  return page
    .replaceAll("'hash-of-style'", hashesOf(/<style>([\s\S]*?)<\/style>/g, page))
    .replaceAll("'hash-of-script'", hashesOf(/<script>([\s\S]*?)<\/script>/g, page));
}

function hashesOf(element: RegExp, page: string): string {
  const hashes = [...page.matchAll(element)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return hashes.join(' ') || "'none'";
}
