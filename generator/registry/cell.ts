/** What a printed cell means, by its column; `undefined` where the column does not allow it. */
import type { ScalarNode } from '../spec/node.ts';
import type { CodeType, ColumnSpec } from '../spec/spec.ts';
import type { Code, Value } from './registry.ts';

type Scalar = Pick<ScalarNode, 'value' | 'source'>;

/** A code in the catalog's wire type. YAML's own idea of the value does not count: `007` and `1e3` are no integers here. */
export function codeValue(scalar: ScalarNode, codeType: CodeType): Code | undefined {
  return codeType === 'integer' ? integerValue(scalar) : textValue(scalar);
}

export function cellValue(scalar: Scalar, column: ColumnSpec): Value | undefined {
  switch (column.type) {
    case 'integer':
      return integerValue(scalar);
    case 'string':
      return scalar.source === '' ? undefined : scalar.source;
    case 'boolean':
    case 'enum':
      return column.values.get(scalar.source);
    default:
      return column.type satisfies never;
  }
}

function integerValue({ value, source }: Scalar): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && /^(?:0|-?[1-9]\d*)$/.test(source)
    ? value
    : undefined;
}

/** A number-like code in a catalog of strings needs its quotes: without them other YAML readers see a number. */
function textValue({ value }: ScalarNode): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
