import { expect } from '@playwright/test';
import type { DemoReport } from './checks.ts';
import type { Hand } from './hand.ts';

/** Somebody else takes the desk. */
export async function changePerson(hand: Hand, from: string): Promise<void> {
  await hand.page.getByRole('banner').getByRole('button', { name: new RegExp(from, 'u') }).click();
  await hand.page.getByText('换人上班').first().click();
  await hand.see('今天谁来上班');
}

/** What was weighed is looked back at: the ticket with its proof, the list, the day. */
export async function lookBack(hand: Hand, ticketId: string, number: string, report: DemoReport): Promise<void> {
  await hand.go('/tickets');
  await hand.see(number);
  await hand.picture('tickets');
  await hand.go(`/tickets/${ticketId}`);
  await hand.see(number);
  await hand.picture('ticket');
  await hand.page.getByText('货是谁的').first().scrollIntoViewIfNeeded();
  await hand.picture('ticket-owners');
  await hand.go('/reports/day');
  await hand.page.waitForTimeout(1_200);
  await hand.picture('day');
  await hand.go('/prices');
  await hand.page.waitForTimeout(500);
  await hand.picture('prices');
  await hand.go('/members');
  await hand.page.waitForTimeout(500);
  await hand.picture('members');
  report.step('looked back at the ticket, the day, prices and members');
}

/** The accountant settles the ten days: calculated, reviewed, approved by the manager, paid in cash. Answers with the batch's id. */
export async function settleBatch(hand: Hand, report: DemoReport): Promise<string> {
  await hand.go('/settlement');
  await hand.page.waitForTimeout(800);
  await hand.picture('unsettled');
  await hand.go('/settlement/new');
  await expect(hand.button('建批')).toBeVisible();
  await hand.click(/^建批/u);
  await hand.click(/开始计算/u);
  await expect(hand.button(/复核无误/u)).toBeVisible({ timeout: 20_000 });
  await hand.picture('batch-calculated');
  report.step('the batch is calculated');
  await hand.click(/复核无误/u);
  await hand.click(/请第二个人审批/u);
  await hand.approve('王站长', '2580');
  await expect(hand.button(/^付款/u).first()).toBeVisible({ timeout: 20_000 });
  await hand.picture('batch-approved');
  await hand.button(/^付款/u).first().click();
  await hand.page.waitForTimeout(500);
  await hand.picture('batch-pay');
  await hand.click(/付现金/u);
  await hand.approve('王站长', '2580');
  await hand.see('已付清');
  await hand.picture('batch-paid');
  report.step('approved by a second person and paid in cash');
  report.shows('a settlement that takes back half of a debt at most, approved by a second person and paid in cash');
  return hand.page.url().split('/').at(-1) ?? '';
}
