/** The frame of a format: what its JSON Schema rejects, told at the key or value that a person has to change. */
import type { FrameError, ValidateFrame } from '#spec-frame';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { nearest } from '../diagnostic/suggest.ts';
import { describeFrameError, unusedKeys } from './describe-frame-error.ts';
import { type Node, nodeAt, toPlain } from './node.ts';

/** A problem of the frame, and the JSON pointer of the part that cannot be used because of it. */
export interface FrameProblem {
  readonly pointer: string;
  readonly diagnostic: Diagnostic;
}

/** Problems of one file that are told. A file that has more is no spec, and would take minutes to tell all about. */
const MOST = 1000;

/** One mistake, one problem: a validator reports some of them several times. */
export function checkFrame(root: Node, validate: ValidateFrame): FrameProblem[] {
  if (validate(toPlain(root))) return [];
  const all = distinct(validate.errors ?? []).slice(0, MOST);
  const pointers = new Set(all.map(({ instancePath }) => instancePath));
  return [...pointers].flatMap((pointer) => {
    const errors = all.filter(({ instancePath }) => instancePath === pointer);
    const node = nodeAt(root, pointer);
    const missing = missingKeys(errors, node);
    return withoutEchoes(errors, missing).map((problem) => ({
      pointer,
      diagnostic: describeFrameError(problem, node, missing),
    }));
  });
}

/** `if` and `propertyNames` only repeat what the branch, or the pattern of the key, has already said. */
function distinct(errors: readonly FrameError[]): FrameError[] {
  const own = errors.filter(
    ({ keyword, schemaPath }) =>
      // That an item is not the wanted one is no mistake where another item is.
      keyword !== 'if' && keyword !== 'propertyNames' && !schemaPath.includes('/contains/'),
  );
  const identityOf = ({ instancePath, keyword, params, propertyName }: FrameError) =>
    JSON.stringify([instancePath, keyword, params, propertyName]);
  return [...new Map(own.map((problem) => [identityOf(problem), problem])).values()];
}

/** The keys that a block lacks; a misspelt key is not missing as well. */
function missingKeys(errors: readonly FrameError[], node: Node): string[] {
  const required = errors.flatMap(({ keyword, params }) =>
    keyword === 'required' ? (params.missingProperty ?? '') : [],
  );
  const misspelt = errors.map((problem) => {
    if (problem.propertyName !== undefined) return nearest(problem.propertyName, required);
    const unknown = problem.params.additionalProperty;
    return unknown === undefined ? undefined : nearest(unknown, unusedKeys(problem, node));
  });
  return required.filter((key) => !misspelt.includes(key));
}

/** Missing keys are told at once, and an empty list need not be told that it lacks an item. */
function withoutEchoes(errors: readonly FrameError[], missing: readonly string[]): FrameError[] {
  const isEmpty = errors.some(({ keyword }) => keyword === 'minItems');
  const firstMissing = errors.find(({ params }) => missing.includes(params.missingProperty ?? ''));
  return errors.filter(
    (problem) =>
      (problem.keyword !== 'required' || problem === firstMissing) && (problem.keyword !== 'contains' || !isEmpty),
  );
}
