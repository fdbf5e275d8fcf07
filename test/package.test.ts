/** The packed tarball, installed in a fresh folder and used as a stranger would. Packed once, so one file runs it all. */
import { afterAll, beforeAll, describe } from 'vitest';
import { bundle } from './consumer/bundle.ts';
import { command } from './consumer/command.ts';
import { contents } from './consumer/contents.ts';
import { jest } from './consumer/jest.ts';
import { runtime } from './consumer/runtime.ts';
import { sdks } from './consumer/sdks.ts';
import { types } from './consumer/types.ts';
import { type Consumer, installed, removed } from './support/consumer.ts';

let consumer: Consumer;

beforeAll(async () => {
  consumer = await installed();
});

afterAll(() => removed(consumer));

describe('contents', () => contents(() => consumer));
describe('command', () => command(() => consumer));
describe('types', () => types(() => consumer));
describe("beside the providers' own packages", () => sdks(() => consumer));
describe('run time', () => runtime(() => consumer));
describe('bundle', () => bundle(() => consumer));
describe('Jest', () => jest(() => consumer));
