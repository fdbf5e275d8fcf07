/** The TypeScript that is generated answers as the registry means it, and a body that does not is found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pascalCase } from 'change-case';
import { describe, expect, test } from 'vitest';
import { writeLargeSpec } from '../bench/large-spec.mjs';
import { run } from '../support/cli.ts';
import { exportsOf } from '../support/modules.ts';
import type { PublishedRegistry } from '../support/registry.ts';
import { edit, ROOT, workspace } from '../support/workspace.ts';
import { type Question, questionsTo } from './typescript/questions.ts';

interface Library {
  readonly registry: PublishedRegistry;
  textOf(path: string): string;
}

function libraryIn(generated: string): Library {
  return {
    registry: JSON.parse(readFileSync(join(generated, 'json/registry.json'), 'utf8')),
    textOf: (path) => readFileSync(join(generated, 'typescript', path), 'utf8'),
  };
}

const real = libraryIn(join(ROOT, 'generated'));

/** What is answered otherwise than the registry means. */
function wrongAnswers({ registry, textOf }: Library): Question[] {
  const questions = [...questionsTo(exportsOf('index.ts', textOf), registry)];
  return questions.filter(({ answer, meant }) => !isDeepStrictEqual(answer, meant));
}

/** A file, and what somebody makes of a part of it. */
type Slip = readonly [path: string, from: string, to: string];

function wronglyAnsweredAfter([path, from, to]: Slip, { registry, textOf }: Library): string[] {
  expect(textOf(path)).toContain(from);
  const slipped = (other: string) => (other === path ? textOf(path).replace(from, to) : textOf(other));
  return wrongAnswers({ registry, textOf: slipped }).map(({ name }) => name);
}

/** What the real templates make of a folder with specs. */
async function generatedIn(folder: string): Promise<Library> {
  const { exitCode } = await run(folder, 'generate', '--target', 'json', '--target', 'typescript');
  expect(exitCode).toBe(0);
  return libraryIn(join(folder, 'generated'));
}

test('every question is answered as the registry means it', () => {
  expect(wrongAnswers(real)).toEqual([]);
});

test('rows of one code that disagree have no sentence in common', async () => {
  const folder = workspace(['spec', 'templates']);
  edit(
    join(folder, 'spec/alibaba.yaml'),
    'message: A system error has occurred.\n        inferred: { category: provider-error,',
    'message: A system error has occurred.\n        inferred: { category: rejected,',
  );
  const library = await generatedIn(folder);
  expect(wrongAnswers(library)).toEqual([]);
  const slip = ['classified.ts', 'others.every((sentence) => sentence === first)', 'others.length >= 0'] as const;
  expect(wronglyAnsweredAfter(slip, library)).toContain('classifyAlibabaApiError');
});

test('a large table has its rows, whatever their function does with them', async () => {
  const folder = workspace(['templates']);
  writeLargeSpec(join(folder, 'spec'), 300, join(ROOT, 'spec/taxonomy.yaml'));
  const library = await generatedIn(folder);
  expect(wrongAnswers(library)).toEqual([]);
  const slip = ['acme/message-entries.ts', 'return entry;', 'return { ...entry, line: 1 };'] as const;
  expect(wronglyAnsweredAfter(slip, library)).toContain('acmeMessageErrorEntries');
});

/** The fields of all payloads, each as one line of its type. */
function payloadFields({ providers }: PublishedRegistry): string[] {
  return providers.flatMap(({ payloads }) =>
    payloads.flatMap(({ objects }) =>
      objects.flatMap(({ typeName: owner, fields }) =>
        fields.map(({ name, type, typeName, isClosed, isOptional, isList, isNullable }) => {
          const closed = isClosed === true ? `${owner}${pascalCase(name)}` : undefined;
          const plain = typeName ?? closed ?? { integer: 'number' }[type] ?? type;
          const own = isList ? `readonly ${plain}[]` : plain;
          return `readonly ${name}${isOptional ? '?' : ''}: ${own}${isNullable ? ' | null' : ''};`;
        }),
      ),
    ),
  );
}

test('every field of a payload has the type that was declared for it', () => {
  const { registry, textOf } = real;
  const declared = registry.providers.flatMap(({ id }) => textOf(`${id}/payloads.ts`).match(/readonly .*?;$/gm) ?? []);
  expect(declared).toEqual(payloadFields(registry));
  expect(declared.length).toBeGreaterThan(50);
});

/** Bodies that fit their types, so that read-back takes them: what is asked, and how a file comes to answer it wrongly. */
const bodies: Readonly<Record<string, readonly Slip[]>> = {
  sinchDeliveryErrorEntries: [
    ['lookup.ts', 'frozen(rows())', 'rows()'],
    ['lookup.ts', 'frozen(rows())', 'frozen(rows().slice(1))'],
    ['lookup.ts', 'Object.values(Object.freeze(value)).forEach(frozen)', 'Object.freeze(value)'],
    ['sinch/delivery-report-entries.ts', 'table(rows)', 'table(() => [...rows()].reverse())'],
  ],
  isSinchDeliveryErrorCode: [
    ['sinch/delivery-report.ts', 'return codes.has(value)', 'return true'],
    ['sinch/delivery-report.ts', 'return codes.has(value)', 'return codes.has(Number(value))'],
    ['lookup.ts', '.filter((key) => Number.isNaN(+key))', ''],
    ['lookup.ts', 'new Set(names.map', 'new Set(names.slice(1).map'],
  ],
  findSinchDeliveryError: [
    ['lookup.ts', 'return index.get(code)', 'return undefined'],
    ['lookup.ts', 'return index.get(code)', 'return index.get(code) ?? [...index.values()][0]'],
    ['sinch/delivery-report.ts', 'findOne(byCode, code)', 'findOne(byCode, Number(code) as C)'],
    ['lookup.ts', 'new Map(entries.map((entry)', 'new Map(entries.slice(1).map((entry)'],
  ],
  findAlibabaApiErrors: [
    ['lookup.ts', 'groups.get(value) ?? none', 'none'],
    ['lookup.ts', '[...before, entry]', '[entry, ...before]'],
    ['lookup.ts', '[...before, entry]', '[entry]'],
  ],
  findAlibabaApiErrorsBySmppCode: [
    ['alibaba/api.ts', 'findAll(bySmppCode, value)', 'findAll(bySmppCode, (value + 1) as V)'],
    [
      'alibaba/api.ts',
      'groupBy(alibabaApiErrorEntries, "smppCode")',
      'groupBy(alibabaApiErrorEntries.slice(1), "smppCode")',
    ],
  ],
  classifySinchDeliveryError: [
    ['classified.ts', 'answers.get(code) ?? { known: false, code }', '{ known: false, code }'],
    ['classified.ts', '?? { known: false, code }', '?? { known: false, code: String(code) }'],
    ['classified.ts', 'known: true, code, entry, sentence', 'known: true, code, entry, sentence: undefined'],
  ],
  classifyAlibabaApiError: [
    [
      'classified.ts',
      'Object.freeze({ known: true, code, entries, sentence })',
      '({ known: true, code, entries, sentence })',
    ],
    [
      'classified.ts',
      'known: true, code, entries, sentence',
      'known: true, code, entries: entries.slice(0, 1), sentence',
    ],
  ],
  classifyBandwidthMessageError: [
    ['classified.ts', 'scheme: prefixFor(scheme, code)', 'scheme: undefined'],
    ['classified.ts', 'frozen(entry)', 'Object.freeze(entry)'],
    ['classified.ts', 'Math.max(...entries', 'Math.min(...entries'],
    ['classified.ts', 'text.slice(0, end)', 'text.slice(0, 1)'],
    ['classified.ts', 'text.length !== length', 'text.length < length'],
    ['classified.ts', 'if (typeof code !== type)', 'if (false)'],
    ['classified.ts', '!Number.isSafeInteger(code)', 'Number.isNaN(code)'],
  ],
  classify: [
    ['classify.ts', 'classifyCode?.(code) ?? unlisted(code)', 'unlisted(code)'],
    ['classify.ts', 'classifyCode?.(code)', 'classifyCode?.(Number(code))'],
    ['classify.ts', 'return classifyCode?.(code)', 'return structuredClone(classifyCode?.(code))'],
  ],
  everyEntry: [['listings.ts', 'provider: "sinch"', 'provider: "bandwidth"']],
  entriesByCategory: [['listings.ts', 'classification.category === category', 'classification.category !== category']],
  categorySentences: [['sentences.ts', 'Nothing has gone wrong', 'Something has gone wrong']],
  isFinal: [
    ['holds.ts', '!== true', '=== true'],
    ['predicates.ts', '"final"', '"intermediate"'],
  ],
  shouldSuppressRecipient: [['holds.ts', 'return true;', 'return false;']],
};

describe.each(Object.entries(bodies))('%s that is wrong is found', (name, slips) => {
  test.each(slips)('in %s: "%s" is "%s"', (...slip) => {
    expect(wronglyAnsweredAfter(slip, real)).toContain(name);
  });
});
