/** Markdown, rendered as GitHub does. */
import { escapeCodePoint, INVISIBLE } from '../../generator/languages/invisible.ts';
import { markdown } from '../../generator/languages/markdown.ts';
import { MARKDOWN_PROGRAMS, renderMarkdown, textOf } from '../support/markdown.ts';
import { encoderOf } from './encoder-of.ts';
import { asProse, type SinksOf, UNHARMED } from './sink.ts';

/** What could not be seen is shown. */
const shown = (text: string) => asProse(text).replace(INVISIBLE, escapeCodePoint);

export const markdownSinks: SinksOf = {
  language: 'markdown',
  programs: MARKDOWN_PROGRAMS,
  sinks: [
    { name: 'literal', encode: markdown.literal, read: textsOf, means: shown },
    { name: 'text', encode: encoderOf(markdown, 'text'), read: textsOf, means: shown },
    {
      name: 'anchor',
      encode: encoderOf(markdown, 'anchor'),
      read: (encoded) =>
        renderMarkdown(encoded.map((id) => `<a id="a.${id}"></a> [link](#a.${id})`)).map((html) => {
          const { id = '', link = '' } =
            /<a id="a\.(?<id>[^"]*)"><\/a> <a href="#a\.(?<link>[^"]*)">/.exec(html)?.groups ?? {};
          return id === link
            ? id.replace(/~([0-9a-f]+)~/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
            : html;
        }),
    },
    {
      name: 'comment',
      encode: encoderOf(markdown, 'comment'),
      read: (encoded) => renderMarkdown(encoded.map((text) => `<!-- ${text} -->\n\n${UNHARMED}\n`)).map(textOf),
      means: () => UNHARMED,
    },
  ],
};

/** At the start of a block, in a quotation, in a line and in a table. */
function textsOf(encoded: readonly string[]): unknown[] {
  const places = [(text: string) => text, (text: string) => `> ${text}`, (text: string) => `a ${text}`].map((place) =>
    renderMarkdown(encoded.map((text) => `${place(text)}\n`)).map(textOf),
  );
  const cells = renderMarkdown(encoded.map((text) => `| a |\n| --- |\n| ${text} |\n`)).map((html) =>
    textOf(html.slice(html.indexOf('<tbody>'))),
  );
  const [alone = [], quoted = [], inLine = []] = places;
  return alone.map((text, index) => {
    const isSame = quoted[index] === text && cells[index] === text && inLine[index] === `a ${text}`.trim();
    return isSame ? text : { text, quoted: quoted[index], cell: cells[index], inLine: inLine[index] };
  });
}
