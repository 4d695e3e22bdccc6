import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { launchShell, type ShellUnderTest } from '../support/shell/launch-shell.ts';
import { ShellPage } from '../support/shell/shell-page.ts';

/** Kills core as often as it takes to end on the rescue screen. */
async function killUntilRescue(page: ShellPage): Promise<void> {
  for (const ports of [1, 2, 3]) {
    await page.waitForPorts(ports);
    process.kill(await page.corePid(), 'SIGKILL');
  }
  await page.page.waitForURL('app://rescue/');
}

/** Lets the next file dialog answer without a person. */
async function answerDialogs(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
    dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, file);
}

const result = (page: Page) => page.locator('.result:not(.working)');

test.describe('the rescue screen', () => {
  let shell: ShellUnderTest;

  test.afterEach(() => shell.close());

  test('comes after the third death within a minute, in both languages, and leads back to the desk', async () => {
    shell = await launchShell();
    await killUntilRescue(new ShellPage(shell.page));
    await expect(shell.page.getByRole('heading', { name: '后台程序没有起来' })).toBeVisible();
    await expect(shell.page.getByRole('heading', { name: 'The station\'s engine did not start' })).toBeVisible();
    await expect(shell.page.getByRole('button')).toHaveCount(4);
    await expect(shell.page.getByRole('button', { name: '再试一次' })).toBeFocused();
    const shot = process.env['SHELL_SCREENSHOT'];
    if (shot !== undefined) await shell.page.screenshot({ path: shot });
    await shell.page.keyboard.press('Enter');
    await shell.page.waitForURL('app://station/');
    const page = new ShellPage(shell.page);
    await page.waitForPorts(1);
    expect(await page.call('echo', '好了')).toBe('好了');
  });

  test('comes at once when the books cannot be opened, and names the reason', async () => {
    shell = await launchShell({ env: { FAKE_CORE_FAILURE: 'database_from_future' } });
    await shell.page.waitForURL('app://rescue/');
    await expect(shell.page.getByText('账本是更新版本的程序写的')).toBeVisible();
    await expect(shell.page.getByText('database_from_future')).toBeVisible();
  });

  test('checks the books with the command line of core', async () => {
    shell = await launchShell({ env: { FAKE_CORE_FAILURE: 'migration_failed' } });
    await shell.page.waitForURL('app://rescue/');
    await shell.page.getByRole('button', { name: 'Verify the books' }).click();
    await expect(result(shell.page)).toContainText('账本完好');
    await expect(result(shell.page)).toContainText(`"args":["db","verify","--data","${shell.dataFolder}"]`);
  });

  test('restores the chosen backup, and does nothing when none is chosen', async () => {
    shell = await launchShell({ env: { FAKE_CORE_FAILURE: 'database_corrupt' } });
    await shell.page.waitForURL('app://rescue/');
    await answerDialogs(shell.app, null);
    await shell.page.getByRole('button', { name: '用备份恢复' }).click();
    await expect(result(shell.page)).toContainText('没有选文件');
    await answerDialogs(shell.app, '/media/usb/2026-11-21.backup');
    await shell.page.getByRole('button', { name: '用备份恢复' }).click();
    // The fake core ends every verb but `db` with 3: a failed restore is told with the tool's own words.
    await expect(result(shell.page)).toContainText('没有做成');
    await expect(result(shell.page)).toContainText('/media/usb/2026-11-21.backup');
  });

  test('saves the logs as one file', async () => {
    shell = await launchShell({ env: { FAKE_CORE_FAILURE: 'disk_full' } });
    await shell.page.waitForURL('app://rescue/');
    writeFileSync(join(shell.dataFolder, 'logs', 'core.log'), '{"msg":"core wrote this"}\n');
    const target = join(shell.dataFolder, '..', 'saved-log.txt');
    await answerDialogs(shell.app, target);
    await shell.page.getByRole('button', { name: '导出日志' }).click();
    await expect(result(shell.page)).toContainText('日志已经存好');
    expect(existsSync(target)).toBe(true);
    const text = readFileSync(target, 'utf8');
    expect(text).toContain('core wrote this');
    expect(text).toContain('Core ended unasked: disk_full');
  });

  test('runs no script and lets nothing but its own buttons through', async () => {
    shell = await launchShell({ env: { FAKE_CORE_FAILURE: 'internal' } });
    await shell.page.waitForURL('app://rescue/');
    await shell.page.evaluate(() => {
      window.location.href = 'app://station/';
    });
    await shell.page.waitForTimeout(300);
    expect(shell.page.url()).toBe('app://rescue/');
    const policy = await shell.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
      return document.title;
    });
    expect(policy).not.toBe('ran');
  });
});
