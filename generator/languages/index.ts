/** The languages that a target may name. */
import { csv } from './csv.ts';
import { go } from './go.ts';
import { html } from './html.ts';
import { java } from './java.ts';
import { json } from './json.ts';
import type { Language } from './language.ts';
import { markdown } from './markdown.ts';
import { python } from './python.ts';
import { sql } from './sql.ts';
import { typescript } from './typescript.ts';

export const languages: readonly Language[] = [csv, go, html, java, json, markdown, python, sql, typescript];

export function findLanguage(id: string): Language | undefined {
  return languages.find((language) => language.id === id);
}
