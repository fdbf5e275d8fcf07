/** Every rule, in the order of their ids. A rule that is not listed here is never run, which a test would tell. */
import { cellText } from './cell-text.ts';
import { cellValueRule } from './cell-value.ts';
import { cellsDigest } from './cells-digest.ts';
import { codeRule } from './code-rule.ts';
import { codeType } from './code-type.ts';
import { danglingPointer } from './dangling-pointer.ts';
import { danglingValuesOf } from './dangling-values-of.ts';
import { deviceName } from './device-name.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateName } from './duplicate-name.ts';
import { duplicateProvider } from './duplicate-provider.ts';
import { duplicateTypeName } from './duplicate-type-name.ts';
import { inconsistentName } from './inconsistent-name.ts';
import { lineOrder } from './line-order.ts';
import { misplacedBasis } from './misplaced-basis.ts';
import { missingAxis } from './missing-axis.ts';
import { missingCell } from './missing-cell.ts';
import { nameCollision } from './name-collision.ts';
import { needsReview } from './needs-review.ts';
import { noProvider } from './no-provider.ts';
import { notStateable } from './not-stateable.ts';
import { providerFileName } from './provider-file-name.ts';
import { removedCodeReused } from './removed-code-reused.ts';
import { reservedField } from './reserved-field.ts';
import { reservedWord } from './reserved-word.ts';
import { rowCount } from './row-count.ts';
import type { Rule } from './rule.ts';
import { schemeConflict } from './scheme-conflict.ts';
import { staleException } from './stale-exception.ts';
import { statedAndInferred } from './stated-and-inferred.ts';
import { takenName } from './taken-name.ts';
import { unknownAxis } from './unknown-axis.ts';
import { unknownAxisValue } from './unknown-axis-value.ts';
import { unknownField } from './unknown-field.ts';
import { unknownKeyField } from './unknown-key-field.ts';
import { unknownPayload } from './unknown-payload.ts';
import { unknownReplacement } from './unknown-replacement.ts';
import { unknownSection } from './unknown-section.ts';

export const rules: readonly Rule[] = [
  cellText,
  cellValueRule,
  cellsDigest,
  codeRule,
  codeType,
  danglingPointer,
  danglingValuesOf,
  deviceName,
  duplicateKey,
  duplicateName,
  duplicateProvider,
  duplicateTypeName,
  inconsistentName,
  lineOrder,
  misplacedBasis,
  missingAxis,
  missingCell,
  nameCollision,
  needsReview,
  noProvider,
  notStateable,
  providerFileName,
  removedCodeReused,
  reservedField,
  reservedWord,
  rowCount,
  schemeConflict,
  staleException,
  statedAndInferred,
  takenName,
  unknownAxis,
  unknownAxisValue,
  unknownField,
  unknownKeyField,
  unknownPayload,
  unknownReplacement,
  unknownSection,
];
