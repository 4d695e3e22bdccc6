import { expect } from '@playwright/test';
import type { DemoReport } from './checks.ts';
import type { PaperSocket } from './demo-printers.ts';
import type { Hand } from './hand.ts';

/** What the person sees on the test page of each printer, by the keys that tick it, and what the printer is then called. */
export const slipPrinter = { name: '小票机', ticks: ['1', '2', '4', '5', '8', '9'] } as const;
export const labelPrinter = { name: '标签机', ticks: ['1', '3'] } as const;

/** The practice printers inside the program go; real ones take their place. */
async function removePractice(hand: Hand): Promise<void> {
  await hand.go('/settings/printers');
  await expect(hand.page.getByRole('heading', { level: 1, name: '打印机' })).toBeVisible();
  const removing = hand.page.getByRole('main').getByRole('button', { name: '去掉' });
  await expect(removing.first()).toBeVisible();
  for (let left = await removing.count(); left > 0; left -= 1) {
    await removing.first().click();
    await expect(removing).toHaveCount(left - 1);
  }
}

/** Address, a test page, what came out right, a name. */
async function setUp(hand: Hand, socket: PaperSocket, printer: typeof slipPrinter | typeof labelPrinter, picture: string): Promise<void> {
  const before = socket.jobs.length;
  await hand.press('F2');
  await expect(hand.page.getByRole('heading', { level: 1, name: '接一台打印机' })).toBeVisible();
  await hand.page.getByLabel('网络地址').fill('127.0.0.1');
  await hand.page.getByLabel('端口号').fill(String(socket.port));
  await hand.press('Enter');
  await hand.see(/试纸送出去了/u, 20);
  await expect.poll(() => socket.jobs.length, { timeout: 10_000 }).toBeGreaterThan(before);
  await hand.press('Enter');
  await expect(hand.page.getByRole('checkbox').first()).toBeVisible();
  await hand.press(...printer.ticks);
  await hand.picture(`${picture}-ticks`);
  await hand.press('Enter');
  await hand.see('就这样打');
  await hand.page.getByLabel('名称').fill(printer.name);
  await hand.picture(`${picture}-named`);
  await hand.press('Enter');
  await expect(hand.page.getByRole('heading', { name: printer.name })).toBeVisible();
}

/** Sets up the slip printer and the label printer as an installer does: a test page each, looked at and ticked. */
export async function setUpPrinters(hand: Hand, slips: PaperSocket, labels: PaperSocket, report: DemoReport): Promise<void> {
  await removePractice(hand);
  await setUp(hand, slips, slipPrinter, 'slip-printer');
  report.step('the slip printer is set up by its test page');
  await setUp(hand, labels, labelPrinter, 'label-printer');
  await hand.picture('printers');
  report.step('the label printer is set up by its test label');
  report.shows('a slip printer and a label printer set up on the screen, each by its test page');
}

/** Seedlings on credit: the accountant fills the form, the manager agrees in place. */
export async function sellOnCredit(hand: Hand, sold: { readonly initials: string; readonly name: string; readonly goods: string; readonly yuan: string }, report: DemoReport): Promise<void> {
  await hand.go('/cash/debts');
  await expect(hand.page.getByRole('heading', { level: 1, name: '借支和赊购' })).toBeVisible();
  await hand.press('F4');
  const dialog = hand.page.getByRole('dialog', { name: '赊购' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('combobox').fill(sold.initials);
  await hand.page.getByTitle(new RegExp(sold.name, 'u')).last().click();
  await dialog.getByLabel('赊了什么').fill(sold.goods);
  await dialog.getByLabel('金额').fill(sold.yuan);
  await hand.picture('credit');
  await dialog.getByRole('button', { name: '请第二个人' }).click();
  await hand.picture('credit-second-person');
  await hand.approve('王站长', '2580');
  await hand.see(sold.goods);
  await hand.picture('credit-done');
  report.step('seedlings were sold to the member on credit, and a second person agreed');
  report.shows('goods on credit with the second person, and the voucher that the member signs');
}
