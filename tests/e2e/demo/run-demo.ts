import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { projectRoot, runtimeInUse } from '../../../resources/tools/runtime.mjs';
import type { DemoApp } from './demo-app.ts';
import { openDemoApp } from './demo-app.ts';
import type { PaperSocket } from './demo-printers.ts';
import { openPaperSocket } from './demo-printers.ts';
import type { DemoScale } from './demo-scale.ts';
import { openDemoScale } from './demo-scale.ts';
import { DemoReport } from './checks.ts';
import { Hand } from './hand.ts';
import type { Outcome } from './proofs.ts';
import { proveBooks, provePapers, provePrinters, proveVoucher, proveSettlement } from './proofs.ts';
import { proveScale, proveTicket } from './proofs-ticket.ts';
import { deliverUnderContract, proveContract } from './story-contract.ts';
import { grade, households, shareCart } from './story-decide.ts';
import { sellOnCredit, setUpPrinters } from './story-devices.ts';
import { findScale } from './story-scale.ts';
import { changePerson, lookBack, settleBatch } from './story-settle.ts';
import { confirmAndPost, weigh } from './story-weigh.ts';

const manager = { user: 'zhanzhang', pin: '2580' };
const accountant = { user: 'kuaiji', pin: '1470' };
const creditFen = 6_000;

interface Stage { readonly demo: DemoApp; readonly hand: Hand; readonly scale: DemoScale; readonly slips: PaperSocket; readonly labels: PaperSocket; readonly report: DemoReport; readonly folder: string }

async function found({ demo, hand, report }: Stage): Promise<void> {
  await hand.picture('first-start');
  await hand.click('中文');
  await hand.click('建练习合作社');
  await hand.see('练习合作社建好了', 30);
  await hand.picture('founded');
  await hand.click('开始练习');
  report.step(`a practice station is founded in ${demo.data}`);
}

/** The manager finds the scale in the window, proves it with a known weight, and connects the printers. */
async function connectDevices({ demo, hand, scale, slips, labels, report }: Stage): Promise<void> {
  await hand.signIn('王站长', manager.pin);
  const shown = await findScale(hand, scale, report);
  await proveScale(demo, manager, scale.path, shown, report);
  await setUpPrinters(hand, slips, labels, report);
  await provePrinters(demo, manager, { slips: slips.port, labels: labels.port }, report);
}

/** Seedlings on credit, so that the settlement has something to take back, and the voucher that the member signs. */
async function giveCredit({ hand, slips, report, folder }: Stage): Promise<void> {
  const before = slips.jobs.length;
  await sellOnCredit(hand, { ...households[0], goods: '薯苗', yuan: '60' }, report);
  await expect.poll(() => slips.jobs.length, { timeout: 20_000 }).toBe(before + 1);
  await proveVoucher(folder, slips.jobs[before] ?? Buffer.alloc(0), { goods: '薯苗', fen: creditFen }, report);
}

async function play(stage: Stage): Promise<Outcome> {
  const { demo, hand, scale, slips, labels, report, folder } = stage;
  await found(stage);
  await connectDevices(stage);
  await changePerson(hand, '王站长');
  await hand.signIn('李会计', accountant.pin);
  await giveCredit(stage);
  await changePerson(hand, '李会计');
  await hand.signIn('张司磅', '3690');
  await hand.picture('home');
  await weigh(hand, scale, report);
  await grade(hand, report);
  await shareCart(hand, report);
  const before = { slips: slips.jobs.length, labels: labels.jobs.length };
  await confirmAndPost(hand, report, { slips: () => slips.jobs.length - before.slips, labels: () => labels.jobs.length - before.labels });
  const [posted] = (await demo.command(accountant, 'ticket.list', {})).rows;
  const ticket = await proveTicket(demo, accountant, posted?.id ?? '', report);
  const lot = (await demo.command(accountant, 'ticket.get', { id: ticket.id })).lines[0]?.lotCode ?? '';
  await provePapers(folder, { slip: slips.jobs[before.slips] ?? Buffer.alloc(0), label: labels.jobs[before.labels] ?? Buffer.alloc(0) }, ticket, lot, report);
  await deliverUnderContract(hand, scale, report);
  const contractFen = await proveContract(demo, accountant, report);
  await changePerson(hand, '张司磅');
  await hand.signIn('李会计', '1470');
  await lookBack(hand, ticket.id, ticket.number, report);
  const batchId = await settleBatch(hand, report);
  const settled = await proveSettlement(demo, accountant, batchId, folder, { ticket, otherFen: contractFen }, report);
  await hand.go(`/settlement/paper/${settled.settlement.id}`);
  await hand.see(settled.settlement.number);
  await hand.picture('settlement');
  await hand.go('/cash');
  await hand.page.waitForTimeout(600);
  await hand.picture('cash');
  await proveBooks(demo, manager, report);
  return { ticket, ...settled };
}

/** Runs the story and writes `demo-output/`; true when every check holds. */
export async function runDemo(folder: string = join(projectRoot, 'demo-output')): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const report = new DemoReport();
  const runtime = runtimeInUse();
  report.step(`runtime: ${runtime.kind} Electron ${runtime.version}`);
  const [scale, slips, labels] = [await openDemoScale(), await openPaperSocket(), await openPaperSocket()];
  const demo = await openDemoApp('zh');
  const hand = new Hand(demo.page, report, folder);
  let outcome: Outcome | null = null;
  try {
    outcome = await play({ demo, hand, scale, slips, labels, report, folder });
  } catch (error) {
    await hand.picture('stopped-here');
    report.equal('the story ran to its end', error instanceof Error ? error.message : String(error), 'yes');
  } finally {
    await demo.close();
    await Promise.all([scale.stop(), slips.close(), labels.close()]);
  }
  const ok = report.ok && outcome !== null;
  writeFileSync(join(folder, 'summary.json'), `${JSON.stringify({ ok, runtime: `${runtime.kind} ${runtime.version}`, seconds: Number(report.seconds()), ...outcome, shown: report.shown, checks: report.checks }, null, 2)}\n`);
  process.stdout.write(`\n${report.table()}\n\n${report.summary()}\n\n${ok ? 'all checks hold' : 'A CHECK FAILED'} · ${report.seconds()} s · ${hand.pictures} pictures in ${folder}\n`);
  return ok;
}
