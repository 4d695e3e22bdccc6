import { expect, test } from '@playwright/test';
import { startSandboxedShell, wallsOf, wallsOfPage } from '../support/shell/sandboxed-shell.ts';

test.describe('the sandbox of the operating system', () => {
  test.skip(process.platform !== 'linux', 'the walls are read from the Linux kernel');

  test('the page runs behind a filter of system calls and in a user namespace of its own', async () => {
    const shell = await startSandboxedShell();
    try {
      await expect.poll(() => wallsOfPage(shell.mark) !== null || shell.process.exitCode !== null, { timeout: 30_000 }).toBe(true);
      test.skip(/No usable sandbox|setuid sandbox|namespace/i.test(shell.complaint()) && shell.process.exitCode !== null, 'this machine grants no user namespaces, so Chromium has no sandbox here');
      await expect.poll(() => wallsOfPage(shell.mark)?.seccomp, { timeout: 10_000 }).toBe(2);
      const page = wallsOfPage(shell.mark);
      expect(page?.noNewPrivileges).toBe(true);
      expect(page?.userNamespace).not.toBe(wallsOf(String(process.pid)).userNamespace);
    } finally {
      await shell.close();
    }
  });
});
