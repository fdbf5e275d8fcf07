/** A file that somebody names and that has to be JSON. */
import { Refusal } from '../refusal.ts';
import type { Source } from '../spec/yaml.ts';

export function parseJson({ path, text }: Source): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new Refusal(`${path} is not JSON: ${(problem as Error).message}`);
  }
}
