/** What a frame says of itself is what a message is made of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/workspace.ts';

test.each(['spec/spec.schema.json', 'templates/target.schema.json'])('%s: a pattern has a title', (path) => {
  const untitled: string[] = [];
  JSON.parse(readFileSync(join(ROOT, path), 'utf8'), (_, value) => {
    if (typeof value?.pattern === 'string' && value.title === undefined) untitled.push(value.pattern);
    return value;
  });
  expect(untitled).toEqual([]);
});
