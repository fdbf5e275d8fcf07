/** The frame of a format: what its JSON Schema rejects, told at the key or value that a person has to change. */
import type { FrameError, ValidateFrame } from '#spec-frame';
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { type Node, nodeAt, pairOf, pairsOf, type ScalarNode, toPlain } from './node.ts';

/** A problem of the frame, and the JSON pointer of the part that cannot be used because of it. */
export interface FrameProblem {
  readonly pointer: string;
  readonly diagnostic: Diagnostic;
}

export function checkFrame(root: Node, validate: ValidateFrame): FrameProblem[] {
  if (validate(toPlain(root))) return [];
  // `if` only repeats what the chosen branch has already said, and a key's own pattern what `propertyNames` says.
  const errors = (validate.errors ?? []).filter(
    ({ keyword, propertyName }) => keyword !== 'if' && propertyName === undefined,
  );
  return errors.map((problem) => ({ pointer: problem.instancePath, diagnostic: describe(problem, root) }));
}

function describe({ instancePath, keyword, params, message = '', parentSchema }: FrameError, root: Node): Diagnostic {
  const node = nodeAt(root, instancePath);
  const id = `frame-${keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const written = node.kind === 'scalar' ? quote(node.source) : `this ${node.kind}`;
  switch (keyword) {
    case 'additionalProperties': {
      const unknown = params.additionalProperty ?? '';
      const known = Object.keys(parentSchema?.properties ?? {});
      const unused = known.filter((key) => pairOf(node, key) === undefined);
      return error(id, keyAt(node, unknown).at, `unknown key ${quote(unknown)}`, { hint: suggest(unknown, unused) });
    }
    case 'propertyNames':
      return error(
        id,
        keyAt(node, params.propertyName ?? '').at,
        `key ${quote(params.propertyName ?? '')} is not lower_snake_case`,
        {
          hint: 'write lower-case words joined by "_"',
        },
      );
    case 'required':
      return error(id, headOf(node).at, `key ${quote(params.missingProperty ?? '')} is missing`, {
        hint: `add "${params.missingProperty}:" here`,
      });
    case 'enum':
      return error(id, node.at, `${written} is not allowed here`, {
        hint: suggest(node.kind === 'scalar' ? node.source : '', (params.allowedValues ?? []).map(String)),
      });
    case 'type':
      return error(id, node.at, `${written} is not ${article(String(params.type))}`, {
        hint: `write ${article(String(params.type))}`,
      });
    case 'pattern':
      return error(id, node.at, `${written} is not ${parentSchema?.title ?? 'of the form that is wanted here'}`, {
        hint: `write it as ${params.pattern}`,
      });
    default:
      return error(id, node.at, `${written} ${message}`);
  }
}

/** Where a missing key is reported: at the first key of the block, so that the frame shows which block. */
function headOf(node: Node): Node {
  return pairsOf(node)[0]?.key ?? node;
}

function keyAt(node: Node, key: string): ScalarNode | Node {
  return pairOf(node, key)?.key ?? node;
}

function article(type: string): string {
  const noun = { object: 'mapping', array: 'list' }[type] ?? type;
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
