/** An encoder of a language by name; a missing one is a fault of the test that asks. */
import type { Encode, Language } from '../../generator/languages/language.ts';

export function encoderOf(language: Language, name: string): Encode {
  const own: Readonly<Record<string, Encode | undefined>> = {
    ...language.encoders,
    literal: language.literal,
    prose: language.prose,
    property: language.property,
  };
  const encode = own[name];
  if (encode === undefined) throw new Error(`${language.title} has no encoder "${name}"`);
  return encode;
}

/** The names of all its encoders. */
export function encoderNames({ encoders, literal, prose, property }: Language): string[] {
  const own = Object.entries({ prose, property }).filter(([, encode]) => encode !== literal);
  return ['literal', ...own.map(([name]) => name), ...Object.keys(encoders)];
}
