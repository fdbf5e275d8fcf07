/** The languages that a target may name. */
import { json } from './json.ts';
import type { Language } from './language.ts';
import { typescript } from './typescript.ts';

export const languages: readonly Language[] = [json, typescript];

export function findLanguage(id: string): Language | undefined {
  return languages.find((language) => language.id === id);
}
