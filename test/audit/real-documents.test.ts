/** The documents as received hold what the specs hold, imported or audited; every kind of difference is found and can be followed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint, run } from '../support/cli.ts';
import { emptyFolder, ROOT, workspace } from '../support/workspace.ts';

const folder = process.env['SMS_ERROR_CODES_DOCUMENTS'];
const hasDocuments = folder !== undefined && existsSync(folder);
const names = hasDocuments ? readdirSync(folder).sort() : [];
if (!hasDocuments) console.info('Audit: not run on the documents. Name their folder in SMS_ERROR_CODES_DOCUMENTS.');

interface Row {
  readonly index: number;
  readonly text: string;
}

/** The lines that are rows of codes, in each of the three forms. */
function rowsIn(lines: readonly string[]): Row[] {
  return lines.flatMap((text, index) =>
    /^\| *\d{3,4} *\||^(?:OK|is[vp]\.\w+|BUSINESS\w+) \d\d |^[A-Z]+_[A-Z_]+ [A-Z]/.test(text) ? [{ index, text }] : [],
  );
}

/** What a row has done that stands last on its page: gone to another table, below another heading, or further down. */
const lastOnPage: Readonly<Record<string, readonly string[]>> = {
  alibaba: ['row-added', 'row-removed'],
  bandwidth: ['cell-changed'],
  sinch: ['row-moved'],
};

describe.skipIf(!hasDocuments)('the documents', () => {
  test.each(names)('%s: no difference, and not another edition', async (name) => {
    expect(await run(ROOT, 'audit', join(folder ?? '', name))).toEqual({
      exitCode: 0,
      out: '',
      err: 'no difference\n',
    });
  });

  test.each(names)('%s: what is imported of it has the cells of the committed spec', async (name) => {
    const [provider = ''] = name.split('-');
    const root = emptyFolder();
    await run(root, 'import', join(folder ?? '', name), '--provider', provider);
    const digestsIn = (of: string) =>
      readFileSync(join(of, `spec/${provider}.yaml`), 'utf8').match(/(?<=cells_sha256: ).*/g);
    expect(digestsIn(root)).toEqual(digestsIn(ROOT));
  });

  describe.each(names)('%s', (name) => {
    const lines = hasDocuments ? readFileSync(join(folder, name), 'utf8').split('\n') : [];
    const rows = rowsIn(lines);

    async function audited(edited: readonly string[], ...args: readonly string[]) {
      const root = workspace(['spec']);
      mkdirSync(join(root, 'pages'));
      writeFileSync(join(root, 'pages', name), edited.join('\n'));
      const audit = async () => {
        const { exitCode, out } = await run(root, 'audit', `pages/${name}`, '--format', 'json', ...args);
        const { findings }: { findings: { id: string; code?: unknown }[] } = JSON.parse(out);
        return { exitCode, ids: findings.map(({ id }) => id).filter((id) => id !== 'edition-changed') };
      };
      return { root, audit, first: await audit() };
    }

    test('has rows', () => {
      expect(rows.length).toBeGreaterThanOrEqual(18);
    });

    test('each row that is deleted is the one that is missed', async () => {
      for (const { index } of [rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)].filter(
        (row) => row !== undefined,
      )) {
        const { first } = await audited(lines.toSpliced(index, 1));
        expect(first).toEqual({ exitCode: 1, ids: ['row-removed'] });
      }
    });

    test('a row that moves is the only one that has moved', async () => {
      const [from, to] = [rows[1], rows[6]];
      if (from === undefined || to === undefined) throw new Error('too few rows');
      const { first } = await audited(lines.toSpliced(from.index, 1).toSpliced(to.index, 0, from.text));
      expect(first).toEqual({ exitCode: 1, ids: ['row-moved'] });
    });

    test('--write follows all of it, and then nothing is left', async () => {
      const [gone, moved, changed, last] = [rows[2], rows[4], rows[7], rows.at(-1)];
      if (gone === undefined || moved === undefined || changed === undefined || last === undefined)
        throw new Error('too few rows');
      const edited = lines
        .with(changed.index, changed.text.replace(/[a-z]{4,}(?! *`)/, 'zounds'))
        .with(last.index, `${moved.text}\n${last.text}`)
        .toSpliced(moved.index, 1)
        .toSpliced(gone.index, 1);
      const { root, audit, first } = await audited(edited, '--write');
      const [provider = ''] = name.split('-');
      expect(first.ids.sort()).toEqual(['cell-changed', 'row-removed', ...(lastOnPage[provider] ?? [])].sort());
      expect(first.exitCode).toBe(1);
      expect(await audit()).toEqual({ exitCode: 0, ids: [] });
      const { exitCode, ids } = await lint(root);
      expect({ exitCode, others: ids.filter((id) => id !== 'needs-review') }).toEqual({ exitCode: 0, others: [] });
    });
  });
});
