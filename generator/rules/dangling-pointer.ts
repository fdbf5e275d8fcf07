/** The places that a payload names in itself. */
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { type Located, stepsOf } from '../spec/node.ts';
import type { OutcomeSpec, PayloadSpec } from '../spec/payload-spec.ts';
import type { Rule } from './rule.ts';

/**
 * The discriminator of a payload and the places of an outcome are fields that the payload declares; `*` stands after a list and nowhere else.
 * Of lists two are read: one of objects that have a code each, and one of recipients.
 * Bad: `code: /statuses/code` where `statuses` is a list, or `code: /errrorCode`.
 */
export const danglingPointer: Rule = {
  id: 'dangling-pointer',
  *check({ providers }) {
    for (const payload of providers.flatMap(({ payloads }) => payloads)) {
      yield* checkDiscriminator(payload);
      for (const outcome of payload.outcomes) {
        const { code, status, recipient, messageId, count } = outcome;
        for (const place of [code, status, recipient, messageId, count]) {
          const problem = place && (findDangling(place, payload) ?? findUnread(place, outcome));
          if (problem !== undefined) yield problem;
        }
      }
    }
  },
};

function* checkDiscriminator({ typeName, discriminator, anyOf, fields }: PayloadSpec): Iterable<Diagnostic> {
  if ((discriminator === undefined) === (anyOf.length === 0)) {
    const message = `${quote(typeName.value)} is told from other payloads by nothing, or twice`;
    yield error('dangling-pointer', typeName.at, message, {
      hint: 'give it a "discriminator" or "any_of", and not both',
    });
  }
  const known = fields.map(({ name }) => name.value);
  for (const { value, at } of [...(discriminator ? [discriminator] : []), ...anyOf]) {
    if (known.includes(value)) continue;
    yield error('dangling-pointer', at, `${quote(value)} is no field of "${typeName.value}"`, {
      hint: suggest(value, known),
    });
  }
  const telling = fields.find(({ name }) => name.value === discriminator?.value);
  if (discriminator !== undefined && telling?.values.length === 0) {
    yield error('dangling-pointer', discriminator.at, `the discriminator ${quote(discriminator.value)} has no values`, {
      hint: 'give the field its "values"',
    });
  }
}

/** Every step names a field, and is followed by `*` exactly where that field is a list. */
function findDangling({ value, at }: Located<string>, { typeName, fields }: PayloadSpec): Diagnostic | undefined {
  const steps = stepsOf(value);
  let inner = fields;
  while (steps.length > 0) {
    const step = steps.shift() ?? '';
    const field = inner.find(({ name }) => name.value === step);
    if (field === undefined) {
      const known = inner.map(({ name }) => name.value);
      return error('dangling-pointer', at, `${quote(value)} leads to no field of "${typeName.value}"`, {
        hint: suggest(step, known),
      });
    }
    const isEach = steps[0] === '*';
    if (isEach !== field.isList) {
      return error('dangling-pointer', at, `${quote(step)} is ${isEach ? 'no' : 'a'} list of "${typeName.value}"`, {
        hint: isEach ? 'delete the "/*" after it' : 'write "/*" after it',
      });
    }
    if (isEach) steps.shift();
    inner = field.fields;
  }
  return undefined;
}

/** An outcome is made of each element of the code's list, and of each recipient. Nothing else is read of a list. */
function findUnread(place: Located<string>, { code, recipient }: OutcomeSpec): Diagnostic | undefined {
  const around = stepsOf(code.value);
  const list = around.slice(0, around.indexOf('*') + 1);
  const steps = stepsOf(place.value);
  const inner = list.every((step, index) => steps[index] === step) ? steps.slice(list.length) : steps;
  const names = place === recipient && inner.at(-1) === '*' ? inner.slice(0, -1) : inner;
  if (names.length > 0 && !names.includes('*')) return undefined;
  return error('dangling-pointer', place.at, `${quote(place.value)} stands in a list that is not read`, {
    hint: 'name a field elsewhere: of lists two are read, one of objects that have a code each, and one of recipients',
  });
}
