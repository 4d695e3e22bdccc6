import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from '@playwright/test';
import faultWords from '../../resources/locales/zh/fault.json' with { type: 'json' };
import ticketWords from '../../resources/locales/zh/ticket.json' with { type: 'json' };
import { DeskWindow } from './desk-window.ts';

const diskBytes = 96 * 1024 * 1024;
let disk: string;
let mounted = false;
let filling: NodeJS.Timeout | undefined;
test.beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', disk], { stdio: 'ignore' });
    mounted = true;
  } catch {
    mounted = false;
  }
});
test.afterAll(() => {
  clearInterval(filling);
  if (mounted) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Fills the small disk to the last block, never any other one, and keeps it full whatever others give back; answers how to make room again. */
function fill(): () => void {
  const ballast = join(disk, 'ballast');
  let held = 0;
  const once = (): void => {
    for (const bytes of [8 * 1024 * 1024, 64 * 1024, 4096]) {
      try {
        while (held + bytes <= diskBytes) {
          appendFileSync(ballast, Buffer.alloc(bytes));
          held += bytes;
        }
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      }
    }
  };
  once();
  filling = setInterval(once, 20);
  return () => {
    clearInterval(filling);
    rmSync(ballast);
  };
}

/**
 * The database of the window under test. Its log is emptied and cut first, because a log that begins anew inside its old
 * length needs no room; a reader that goes on looking then keeps it growing, so that every step needs room at once.
 */
function lookOn(): Database.Database {
  const file = join(disk, 'data', 'station.sqlite');
  const cutter = new Database(file);
  expect(cutter.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }]);
  cutter.close();
  const reader = new Database(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM ticket').get();
  return reader;
}

test('on a full disk the ticket is not posted and not put aside, words say so, it stays on the desk, and is kept once there is room', async () => {
  test.skip(!mounted, 'this user may not mount a small disk');
  const desk = await DeskWindow.open('zh', 'desk', disk);
  const { page } = desk;
  const reader = lookOn();
  const tickets = async (): Promise<number> => (await desk.ask('ticket.list', {})).rows.length;
  const before = await tickets();
  await desk.type('M0003');
  await expect(page.getByRole('option').first()).toContainText('M0003');
  await desk.press('Enter');
  await desk.step('what');
  await page.getByRole('radio', { name: '紫云红芯红薯' }).click();
  await desk.press('Enter');
  await desk.step('weigh');
  await desk.put(10_000);
  await desk.press('NumpadAdd');
  await expect(page.getByText('10.00').first()).toBeVisible();
  await desk.press('F9');
  await page.waitForTimeout(1_000);
  const makeRoom = fill();
  await desk.press('NumpadDivide');
  await expect(page.getByRole('alert').filter({ hasText: faultWords.disk_full.what })).toContainText(faultWords.disk_full.do);
  await expect(page.getByText(ticketWords.desk.draft.unsaved)).toBeVisible();
  await expect(page.locator('aside[aria-label="本单"]')).toContainText('王桂花');
  await desk.press('F9', 'F9');
  await expect(page.getByRole('alert').filter({ hasText: faultWords.disk_full.what }).first()).toBeVisible();
  expect(await tickets()).toBe(before);
  makeRoom();
  reader.close();
  await desk.press('NumpadDivide');
  await desk.step('who');
  const held = (await desk.ask('draft.list', {})).rows;
  expect(held.map((draft) => [draft.state, draft.label])).toEqual([['held', '王桂花 石桥组']]);
  expect(held[0]?.payload).toMatchObject({ baskets: [{ gross: { grams: 10_000 } }] });
  await desk.close();
});
