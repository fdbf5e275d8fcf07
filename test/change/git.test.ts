/** A revision is compared by its specs, the working tree stays as it is, and a release moves as far as it has to. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { repository } from '../support/repository.ts';
import { treeOf } from '../support/tree.ts';
import { edit, emptyFolder } from '../support/workspace.ts';

describe('a revision', () => {
  test('is compared with the working tree, committed or not, and nothing is touched', async () => {
    const { folder, useSpec, release, git } = repository();
    useSpec('code-removed/old');
    release('first');
    expect((await run(folder, 'diff', 'HEAD')).out).toBe('none: nothing changed\n');
    useSpec('code-removed/new');
    const before = treeOf(folder);
    for (const word of ['first', 'HEAD', 'main', git('rev-parse', '--short', 'HEAD').trim(), 'refs/tags/first']) {
      const { exitCode, out, err } = await run(folder, 'diff', word);
      expect(out).toContain('breaking[code-removed]: acme/api: code 17 "rejected" was removed; use code 18\n');
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    }
    expect(treeOf(folder)).toEqual(before);
    expect(git('status', '--porcelain')).toBe(' M spec/acme.yaml\n');
  });

  test('is compared with another, whatever the working tree holds', async () => {
    const { folder, useSpec, release, write } = repository();
    useSpec('name-changed/old');
    release('first');
    useSpec('name-changed/new');
    release('second');
    write('spec/acme.yaml', 'nothing: that compiles\n');
    const there = await run(folder, 'diff', 'first', 'second', '--format', 'json');
    expect(JSON.parse(there.out)).toMatchObject({ bump: 'major', changes: [{ before: 'busy', after: 'line_busy' }] });
    const back = await run(folder, 'diff', 'second', 'first', '--format', 'json');
    expect(JSON.parse(back.out)).toMatchObject({ bump: 'major', changes: [{ before: 'line_busy', after: 'busy' }] });
  });

  test('has its specs where --spec says, also below a folder of the repository', async () => {
    const { folder, useSpec, release } = repository();
    useSpec('value-added/old', 'deep/er/codes');
    release('first');
    useSpec('value-added/new', 'deep/er/codes');
    for (const [from, spec] of [
      ['.', 'deep/er/codes'],
      ['.', './deep/er/codes/'],
      ['deep', 'er/codes'],
      ['deep/er/codes', '.'],
      ['deep/er', join(folder, 'deep/er/codes')],
    ] as const) {
      const { out } = await run(join(folder, from), 'diff', 'first', '--spec', spec);
      expect(out).toMatch(/^risky\[value-added\]/);
    }
  });

  test('that has an error in its specs is told with the revision, and is exit code 1', async () => {
    const { folder, useSpec, release } = repository();
    useSpec('name-changed/old');
    edit(join(folder, 'spec/acme.yaml'), 'code: 18', 'code: 17');
    release('first');
    useSpec('name-changed/old');
    const { exitCode, out, err } = await run(folder, 'diff', 'first');
    expect(err).toContain(
      'error[duplicate-key]: code 17 appears twice in catalog "acme/api"\n  first:spec/acme.yaml:19:',
    );
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
  });

  test('is told from a path of the same name, and neither is guessed', async () => {
    const { folder, useSpec, release, write } = repository();
    useSpec('name-changed/old');
    release('both');
    write('both', '{}');
    const { exitCode, err } = await run(folder, 'diff', 'both');
    expect(err).toBe(
      'error: "both" is a path and a revision; write "./both" for the path, or a longer name of the revision\n',
    );
    expect(exitCode).toBe(2);
    expect((await run(folder, 'diff', 'refs/tags/both')).out).toBe('none: nothing changed\n');
    expect((await run(folder, 'diff', './both')).err).toContain('both is no registry.json of this version');
  });

  test.each([
    ['nowhere', '"nowhere" is neither a file or folder here nor a revision that git knows'],
    ['HEAD:spec', '"HEAD:spec" is neither a file or folder here nor a revision that git knows'],
    ['bare', 'revision "bare" has no specs in "spec"; name their folder with --spec'],
  ])('that cannot be compared is exit code 2: %s', async (word, says) => {
    const { folder, useSpec, release } = repository();
    release('bare');
    useSpec('name-changed/old');
    const { exitCode, out, err } = await run(folder, 'diff', word);
    expect(err).toBe(`error: ${says}\n`);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });
});

describe('--release', () => {
  /** A package that was released as a version, and what changed since. */
  function released(version: string, fixture: string) {
    const made = repository();
    made.useSpec(`${fixture}/old`);
    made.release(`v${version}`);
    made.useSpec(`${fixture}/new`);
    return made;
  }

  async function release(folder: string, version: string) {
    writeFileSync(join(folder, 'package.json'), `{\n  "name": "acme",\n  "version": "${version}"\n}\n`);
    const { exitCode, out, err } = await run(folder, 'diff', '--release', '--format', 'json', '--quiet');
    return { exitCode, err, ...(JSON.parse(out).release as object) };
  }

  test.each([
    // Since, what changed, the version now, whether it is enough, the version that is needed.
    ['1.2.3', 'code-removed', '1.3.0', false, '2.0.0'],
    ['1.2.3', 'code-removed', '2.0.0', true, '2.0.0'],
    ['1.2.3', 'code-removed', '2.0.0-rc.1', true, '2.0.0'],
    ['1.2.3', 'code-added', '1.2.4', false, '1.3.0'],
    ['1.2.3', 'code-added', '1.3.0', true, '1.3.0'],
    ['1.2.3', 'code-added', '2.0.0', true, '1.3.0'],
    ['1.2.3', 'description-edited', '1.2.3', false, '1.2.4'],
    ['1.2.3', 'description-edited', '1.2.4', true, '1.2.4'],
    ['0.4.1', 'code-removed', '0.4.2', false, '0.5.0'],
    ['0.4.1', 'code-removed', '0.5.0', true, '0.5.0'],
    ['0.4.1', 'code-removed', '1.0.0', true, '0.5.0'],
    ['0.4.1', 'code-added', '0.4.2', false, '0.5.0'],
    ['0.4.1', 'description-edited', '0.4.2', true, '0.4.2'],
    ['2.0.0-rc.1', 'code-removed', '2.0.0', true, '2.0.0'],
    ['2.0.0-rc.1', 'code-removed', '2.0.0-rc.1', false, '2.0.0'],
  ])('%s, %s, %s: %s', async (since, fixture, version, enough, needed) => {
    const { folder } = released(since, fixture);
    expect(await release(folder, version)).toMatchObject({
      exitCode: enough ? 0 : 1,
      tag: `v${since}`,
      version,
      needed,
      enough,
      err: enough
        ? ''
        : expect.stringContaining(
            `error[version-too-low]: version ${version} is too low for what changed since v${since}\n  package.json:3:14\n`,
          ),
    });
  });

  test('nothing changed: the version may stay, and may not go back', async () => {
    const { folder, useSpec } = released('1.2.3', 'code-removed');
    useSpec('code-removed/old');
    expect(await release(folder, '1.2.3')).toMatchObject({ exitCode: 0 });
    expect(await release(folder, '1.2.2')).toMatchObject({ exitCode: 1, needed: '1.2.3' });
  });

  test('takes the highest version behind HEAD, and no other tag', async () => {
    const { folder, git, release: tagged, useSpec } = repository();
    useSpec('name-changed/old');
    for (const tag of [
      'v1.9.0',
      'v1.10.0',
      'v1.10.0-rc.1',
      '3.0.0',
      'v4',
      'v5.0',
      'v06.0.0',
      'vnext',
      'vv8.0.0',
      'version',
    ])
      tagged(tag);
    git('checkout', '--quiet', '-b', 'side');
    tagged('v7.0.0');
    git('checkout', '--quiet', 'main');
    expect(await release(folder, '1.10.0')).toMatchObject({ exitCode: 0, tag: 'v1.10.0' });
  });

  test('says which version is enough, and where there is nothing to compare with; both are exit code 0', async () => {
    const { folder } = released('1.2.3', 'code-added');
    writeFileSync(join(folder, 'package.json'), '{ "version": "1.3.0" }');
    expect(await run(folder, 'diff', '--release')).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/\nminor: 0 breaking, 1 risky, 0 safe\n$/),
      err: 'version 1.3.0 is enough after v1.2.3\n',
    });
    const nothing = 'nothing to compare with: no tag v<version> is reachable from HEAD\n';
    for (const untagged of [emptyFolder(), repository().folder])
      expect(await run(untagged, 'diff', '--release', '--quiet')).toEqual({ exitCode: 0, out: nothing, err: '' });
    expect(await run(emptyFolder(), 'diff', '--release', '--format', 'json')).toEqual({
      exitCode: 0,
      out: '{\n  "bump": "none",\n  "changes": []\n}\n',
      err: nothing,
    });
  });

  test('says that the tags of a shallow clone are missing', async () => {
    const { folder, release: tagged, useSpec, git } = repository();
    useSpec('name-changed/old');
    tagged('v1.0.0');
    tagged('latest');
    const clone = join(emptyFolder(), 'clone');
    git('clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
    expect((await run(clone, 'diff', '--release')).out).toContain('; the clone is shallow, so fetch its tags first\n');
  });

  test.each([
    ['', 'package.json: it is not there'],
    ['{ "version": "next" }', 'package.json has no version of the form 1.2.3, but "next"'],
    ['{ "name": "acme" }', 'package.json has no version of the form 1.2.3\n'],
    ['[', 'package.json is not JSON: '],
    ['null', 'package.json has no version of the form 1.2.3\n'],
  ])('a package.json without a version is exit code 2: %s', async (text, says) => {
    const { folder } = released('1.0.0', 'code-added');
    if (text !== '') writeFileSync(join(folder, 'package.json'), text);
    const { exitCode, out, err } = await run(folder, 'diff', '--release');
    expect(err).toContain(says);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });
});
