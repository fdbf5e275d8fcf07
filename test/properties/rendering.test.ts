/** Laws of what is shown: no text of a spec, however it came about, gives orders to a terminal or to a CI runner. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../generator/compile.ts';
import type { Diagnostic, Span } from '../../generator/diagnostic/diagnostic.ts';
import { renderJson } from '../../generator/diagnostic/json.ts';
import { Lines } from '../../generator/diagnostic/position.ts';
import { renderText } from '../../generator/diagnostic/text.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import { ACTED_UPON, nastyText } from './nasty.ts';
import { specOf } from './specs.ts';

function expectHarmless(text: string): void {
  expect(text).not.toMatch(ACTED_UPON);
  expect(text).not.toMatch(/^::/m);
}

const span: fc.Arbitrary<Span> = fc.record({ path: fc.constant('spec/acme.yaml'), start: fc.nat(60), end: fc.nat(90) });

const anyDiagnostic: fc.Arbitrary<Diagnostic> = fc.record({
  id: fc.constant('some-rule'),
  severity: fc.constantFrom('error', 'warning'),
  at: span,
  message: nastyText,
  hint: nastyText,
  notes: fc.array(fc.record({ message: nastyText, at: span }), { maxLength: 2 }),
});

test('any diagnostic about any text is shown as harmless lines', () => {
  fc.assert(
    fc.property(fc.array(anyDiagnostic, { maxLength: 3 }), nastyText, nastyText, (diagnostics, text, path) => {
      const moved = diagnostics.map((diagnostic) => ({ ...diagnostic, at: { ...diagnostic.at, path } }));
      for (const list of [diagnostics, moved])
        expectHarmless(renderText(list, () => new Lines(text), { color: false }));
      expect(JSON.parse(renderJson(diagnostics, () => new Lines(text))).diagnostics).toHaveLength(diagnostics.length);
    }),
  );
});

test('any damage to a spec is told, and never an exception', () => {
  const spec = specOf([{ code: 1, text: 'Busy' }]);
  const damage = fc.record({ from: fc.nat(spec.length), length: fc.nat(20), text: nastyText });
  fc.assert(
    fc.property(damage, ({ from, length, text }) => {
      const damaged = spec.slice(0, from) + text + spec.slice(from + length);
      const { value, diagnostics } = compile([{ path: 'spec/acme.yaml', text: damaged }], [typescript]);
      expectHarmless(renderText(diagnostics, () => new Lines(damaged), { color: false }));
      expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
      for (const { at, message, hint } of diagnostics) {
        expect(`${message}${hint}`).not.toMatch(/\n/);
        expect(at.start).toBeLessThanOrEqual(damaged.length);
        expect(at.start).toBeLessThanOrEqual(at.end);
      }
    }),
    { numRuns: 400 },
  );
});

test('any cell of any text is told or kept as it is', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const spec = specOf([{ code: 1, text }]);
      const { value, diagnostics } = compile([{ path: 'spec/acme.yaml', text: spec }], [typescript]);
      expectHarmless(renderText(diagnostics, () => new Lines(spec), { color: false }));
      const cell = value?.providers[0]?.catalogs[0]?.entries[0]?.cells.get('text');
      expect(cell).toBe(value === undefined ? undefined : text);
    }),
    { numRuns: 400 },
  );
});
