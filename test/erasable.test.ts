/** The flavour without enums: the same names and values, in TypeScript whose types can be taken away. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Project } from 'ts-morph';
import { expect, test } from 'vitest';
import * as alibaba from '../generated/typescript/alibaba/codes.ts';
import * as bandwidth from '../generated/typescript/bandwidth/codes.ts';
import * as erasableAlibaba from '../generated/typescript/erasable/alibaba.ts';
import * as erasableBandwidth from '../generated/typescript/erasable/bandwidth.ts';
import * as erasableSinch from '../generated/typescript/erasable/sinch.ts';
import * as sinch from '../generated/typescript/sinch/codes.ts';
import { nodes, WHERE_INSTALLED } from './support/nodes.ts';
import { ROOT } from './support/workspace.ts';

const flavours = [
  { provider: 'alibaba', enums: alibaba, objects: erasableAlibaba },
  { provider: 'bandwidth', enums: bandwidth, objects: erasableBandwidth },
  { provider: 'sinch', enums: sinch, objects: erasableSinch },
];

test.each(flavours)('$provider: both flavours have the same members and values', ({ enums, objects }) => {
  expect(Object.keys(objects).sort()).toEqual(Object.keys(enums).sort());
  for (const [name, members] of Object.entries(enums)) {
    // A numeric enum also has its names by value.
    const own = Object.entries(members).filter(([key]) => Number.isNaN(Number(key)));
    expect(Object.entries(Reflect.get(objects, name))).toEqual(own);
  }
});

test.each(flavours)('$provider: nothing but types has to be taken away', ({ provider }) => {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { erasableSyntaxOnly: true, lib: ['lib.es2022.d.ts'], strict: true, types: [] },
  });
  const text = readFileSync(join(ROOT, `generated/typescript/erasable/${provider}.ts`), 'utf8');
  project.createSourceFile('/codes.ts', text);
  const problems = project.getPreEmitDiagnostics().map((problem) => problem.getMessageText());
  expect(problems).toEqual([]);
});

for (const { version, program, isInstalled } of nodes) {
  test.skipIf(!isInstalled)(`Node ${version} runs them as they are (${WHERE_INSTALLED})`, () => {
    for (const { provider, objects } of flavours) {
      const path = join(ROOT, `generated/typescript/erasable/${provider}.ts`);
      const script = `console.log(JSON.stringify(await import(${JSON.stringify(pathToFileURL(path).href)})))`;
      const flags = ['--experimental-strip-types', '--no-warnings', '--input-type=module'];
      const out = execFileSync(program, [...flags, '-e', script], { encoding: 'utf8' });
      expect(JSON.parse(out)).toEqual({ ...objects });
    }
  });
}

test('a member is a type, too', () => {
  const code: erasableBandwidth.BandwidthMessageErrorCode.MessagingToCountryForbidden = 4432;
  const same: erasableBandwidth.BandwidthMessageErrorCode = code;
  expect(same).toBe(erasableBandwidth.BandwidthMessageErrorCode.MessagingToCountryForbidden);
});
