/** `.pre-commit-hooks.yaml`: by pre-commit itself, in a project that has the package installed. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../support/project.ts';
import { repository } from '../support/repository.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { edit, ROOT } from '../support/workspace.ts';

describeWith('pre-commit', ['pre-commit'], () => {
  test('the hooks pass on what is current, and stop a commit that is not', () => {
    const hooks = repository();
    cpSync(join(ROOT, '.pre-commit-hooks.yaml'), join(hooks.folder, '.pre-commit-hooks.yaml'));
    hooks.release('v1');
    const { folder } = project();
    const tryHooks = () =>
      execute('pre-commit', ['try-repo', hooks.folder, '--all-files', '--color', 'never'], {
        cwd: folder,
        env: { PRE_COMMIT_HOME: join(hooks.folder, 'home') },
      });
    expect(tryHooks().match(/^the .*(Passed|Failed)$/gm)).toEqual([
      expect.stringMatching(/^the generated error codes are current\.+Passed$/),
      expect.stringMatching(/^the specs of error codes are right\.+Passed$/),
    ]);
    edit(join(folder, 'generated/csv/sms_error_codes.csv'), 'Message unroutable', 'Message lost');
    expect(tryHooks).toThrow(/^the generated error codes are current\.+Failed$(.|\n)*error\[drift-changed\]/m);
    edit(join(folder, 'spec/sinch.yaml'), 'category: no-route', 'category: no-rout');
    expect(tryHooks).toThrow(/^the specs of error codes are right\.+Failed$(.|\n)*did you mean "no-route"\?/m);
  });
});
