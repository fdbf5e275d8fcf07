/** HTML, read by Python's parser. */
import { html } from '../../generator/languages/html.ts';
import { escapeCodePoint, INVISIBLE } from '../../generator/languages/invisible.ts';
import { execute } from '../support/toolchain.ts';
import { encoderOf } from './encoder-of.ts';
import { asProse, type SinksOf } from './sink.ts';

/** What could not be seen is shown. */
const visible = (text: string) => text.replace(INVISIBLE, escapeCodePoint);

export const htmlSinks: SinksOf = {
  language: 'html',
  programs: ['python3'],
  sinks: [
    { name: 'literal', encode: html.literal, read: textsOf, means: (text) => visible(asProse(text)) },
    { name: 'text', encode: encoderOf(html, 'text'), read: textsOf, means: (text) => visible(asProse(text)) },
    {
      name: 'attribute',
      encode: encoderOf(html, 'attribute'),
      read: (encoded) => read(encoded.map((text) => `<p title="${text}" lang='${text}'>x</p>`)).map(attributeOf),
      means: visible,
    },
    {
      name: 'fragment',
      encode: encoderOf(html, 'fragment'),
      read: (encoded) =>
        read(encoded.map((text) => `<p title="#${text}" lang='#${text}'>x</p>`))
          .map(attributeOf)
          .map((text) => decodeURIComponent(String(text).slice(1))),
      refuses: (text) => (/\p{Cs}/u.test(text) ? 'has half a character, which no address can hold' : undefined),
    },
  ],
};

const READER = `
import html.parser, json, sys

class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.events = []
    def handle_starttag(self, tag, attributes):
        self.events.append(["start", tag, attributes])
    def handle_endtag(self, tag):
        self.events.append(["end", tag])
    def handle_data(self, data):
        self.events.append(["data", data])
    def handle_comment(self, data):
        self.events.append(["comment", data])

def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader.events

json.dump([read(page) for page in json.load(sys.stdin)], sys.stdout)
`;

type Event = readonly [kind: string, text: string, attributes?: readonly (readonly [string, string])[]];

function read(pages: readonly string[]): readonly (readonly Event[])[] {
  return JSON.parse(execute('python3', ['-c', READER], { input: JSON.stringify(pages) }));
}

function textsOf(encoded: readonly string[]): unknown[] {
  return read(encoded.map((text) => `<p>${text}</p>`)).map((events) => {
    const [[start] = [], ...rest] = events;
    const texts = rest.slice(0, -1);
    return start === 'start' && texts.every(([kind]) => kind === 'data')
      ? texts.map(([, text]) => text).join('')
      : events;
  });
}

function attributeOf(events: readonly Event[]): unknown {
  const [[, , attributes = []] = [], ...rest] = events;
  const [[, title] = [], [, lang] = []] = attributes;
  return title === lang && rest.length === 2 ? title : events;
}
