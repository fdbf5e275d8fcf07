/** What tokens tell of what a file declares: text that was verified was compared with the Registry of then. */
import type { RenderedFile } from '../../targets/render.ts';
import { expectedMembers } from './content.ts';
import { Tokens } from './tokens.ts';

/** Whether a file has the enum that it should, as a template would write it. It may be written otherwise: a compiler knows. */
export function hasMembers(file: RenderedFile): boolean {
  const { text, holds, catalogs, target } = file;
  const [catalog] = catalogs;
  if ((holds !== 'enum' && holds !== 'codes') || catalog === undefined) return true;
  const members = Object.entries(expectedMembers(file, catalog));
  const listed = members.map(([name, value]) => `${name} = ${target.language.literal(value)}`).join(' , ');
  const tokens = tokensOf(text);
  return tokens.includes(`{ ${listed} , }`) || tokens.includes(`{ ${listed} }`);
}

function tokensOf(text: string): string {
  const all: string[] = [];
  for (const tokens = new Tokens(text); tokens.type !== undefined; tokens.next()) all.push(tokens.raw);
  return all.join(' ');
}
