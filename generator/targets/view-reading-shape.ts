/** The shape of an entry as people read it: words, and no source text but constants. Its view: view-reading.ts. */
import { code, flag, list, object, optional, text, type ViewOf } from './shape.ts';

export const reading = object(
  {
    repeated: list(
      text('a value'),
      'the other key fields, in a row whose code stands in an earlier one too; else empty',
    ),
    section: optional(text('the heading that it stands under')),
    cells: list(
      object(
        {
          id: text('the field as the spec has it'),
          header: text('as the document prints it'),
          value: text('the printed cell; of a yes or no what it means'),
          isProse: flag('whether it is the sentence of the row'),
          isClosed: flag('whether the column has few values'),
        },
        'A printed cell.',
      ),
      'the printed cells, without the code',
    ),
    sentences: list(text('a sentence'), 'what a support agent can read to an end user'),
    claims: list(
      object(
        {
          value: text('its value'),
          line: optional(text('the line of the document that states it')),
          isAbsent: flag('whether the row has none'),
          isMain: flag('whether entries are listed by it, or another value is a breaking change'),
        },
        'An axis.',
      ),
      'every axis of the taxonomy',
    ),
    constants: list(code('the constant, cased'), 'for each of `constants` of the catalog'),
  },
  'One row as people read it.',
);

export const constant = object(
  { language: text('for people'), start: code('what stands before the constant') },
  'How a language that `target.yaml` names under `constants` writes a constant of the codes.',
);

export type ReadingView = ViewOf<typeof reading>;
export type ConstantView = ViewOf<typeof constant>;
