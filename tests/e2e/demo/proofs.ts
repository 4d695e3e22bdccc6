import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { escposPng } from '../../support/escpos-picture.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { picturePng } from '../../support/dot-picture.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import { parseTspl, tsplPicture } from '../../support/tspl-parser.ts';
import type { Approver } from './core-talk.ts';
import type { DemoApp } from './demo-app.ts';
import type { DemoReport } from './checks.ts';
import type { TicketOutcome } from './proofs-ticket.ts';
import { households } from './story-decide.ts';

const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

export interface Outcome {
  readonly ticket: TicketOutcome;
  readonly settlement: { readonly id: string; readonly number: string; readonly grossFen: number; readonly recoveredFen: number; readonly paidFen: number };
  readonly payout: { readonly number: string; readonly totalFen: number };
}

/** What the test pages left behind: two printers, where they were plugged in, told as the person ticked. */
export async function provePrinters(demo: DemoApp, as: Approver, ports: { readonly slips: number; readonly labels: number }, report: DemoReport): Promise<void> {
  const { rows } = await demo.command(as, 'printer.list', {});
  const said = rows.map(({ name, language, widthMm, mode, nativeQr, port }) => `${name} ${language} ${widthMm} ${mode} ${nativeQr ? 'own code' : 'drawn code'} ${port.kind === 'tcp' ? port.port : port.kind}`);
  report.equal('printers: set up on the screen, told as ticked', said.join(' · '), `小票机 escpos 80 text own code ${ports.slips} · 标签机 tspl 60 raster drawn code ${ports.labels}`);
}

/** The voucher of goods on credit, as its bytes reached the slip printer. */
export async function proveVoucher(folder: string, voucher: Buffer, sold: { readonly goods: string; readonly fen: number }, report: DemoReport): Promise<void> {
  writeFileSync(join(folder, 'voucher.png'), await escposPng(voucher, 576));
  const text = printedText(parseEscpos(voucher, 576)).join('\n');
  report.holds('voucher says the goods and the amount', text.includes(sold.goods) && text.includes(yuan(sold.fen)), `${sold.goods} ${yuan(sold.fen)}`);
}

/** Decodes the bytes the printers received, draws them, and reads the codes back. */
export async function provePapers(folder: string, papers: { slip: Buffer; label: Buffer }, ticket: TicketOutcome, lotCode: string, report: DemoReport): Promise<void> {
  writeFileSync(join(folder, 'receipt.png'), await escposPng(papers.slip, 576));
  const text = printedText(parseEscpos(papers.slip, 576)).join('\n');
  report.holds('slip carries number and amount', text.includes(ticket.number) && text.includes(yuan(ticket.totalFen)), ticket.number);
  report.holds('slip is marked as practice', text.includes('练习'), '练习-无效');
  report.holds('slip says the deduction and the override', text.includes('扣泥') && text.includes('3.5%(标准1%)') && text.includes('-0.87公斤') && text.includes('改判'), '扣泥 3.5% -0.87公斤 改判');
  const parts = ticket.owners.map((owner) => `${owner.code} ${yuan(owner.amountFen)}`);
  report.holds('slip says what each household gets', ticket.owners.every((owner) => text.includes(owner.code) && text.includes(yuan(owner.amountFen))), parts.join(' · '));
  const label = await tsplPicture(parseTspl(papers.label));
  writeFileSync(join(folder, 'label.png'), picturePng(label));
  const [code = ''] = await readQrCodes(label);
  report.holds('code on the label reads back', code.includes(lotCode), code);
}

/** The settlement's figures (`otherFen`: what the other deliveries of the days come to), its statement and the payout sheet. */
export async function proveSettlement(demo: DemoApp, as: Approver, batchId: string, folder: string, { ticket, otherFen }: { readonly ticket: TicketOutcome; readonly otherFen: number }, report: DemoReport): Promise<Omit<Outcome, 'ticket'>> {
  const batch = await demo.command(as, 'settlement.batch', { id: batchId });
  const row = batch.settlements.find((each) => each.payeeName === households[0].name);
  if (!row) throw new Error('the batch has nothing for the seller');
  const settlement = await demo.command(as, 'settlement.get', { id: row.id });
  report.equal('the settlements together take both tickets, fen', batch.settlements.reduce((sum, each) => sum + each.grossFen, 0), ticket.totalFen + otherFen);
  report.equal("the seller's settlement is the seller's part, fen", settlement.grossFen, ticket.owners[0]?.amountFen ?? 0);
  report.equal('gross = recovered + paid, fen', settlement.grossFen, settlement.recoveredFen + settlement.paidFen);
  report.holds('recovered stays under half', settlement.recoveredFen * 2 <= settlement.grossFen && settlement.recoveredFen > 0, `${yuan(settlement.recoveredFen)} of ${yuan(settlement.grossFen)}`);
  const order = { kind: 'statement', settlementId: row.id } as const;
  const statement = await demo.command(as, 'sheet.print', { order });
  const again = await demo.command(as, 'sheet.print', { order });
  const pdf = Buffer.from(statement.pdf, 'base64');
  writeFileSync(join(folder, 'settlement.pdf'), pdf);
  report.holds('statement is a PDF', pdf.subarray(0, 5).toString() === '%PDF-', `${pdf.length} bytes`);
  report.equal('the statement the second time is copy 1', again.copyNo, 1);
  const payoutId = await payoutOf(demo, as, row.payoutNumber ?? '');
  const sheet = await demo.command(as, 'settlement.payoutSheet', { payoutId, format: 'xlsx' });
  const bytes = Buffer.from(sheet.base64, 'base64');
  writeFileSync(join(folder, 'payout.xlsx'), bytes);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const cells = workbook.worksheets.flatMap((page) => page.getSheetValues()).flat().map(String).join(' ');
  report.holds('payout sheet is a marked sample', sheet.name.startsWith('LX-') && cells.includes('TRAINING'), sheet.name);
  report.holds('payout sheet names every payee', households.every((household) => cells.includes(household.name)), households.map((household) => household.name).join(' '));
  return {
    settlement: { id: settlement.id, number: settlement.number ?? '', grossFen: settlement.grossFen, recoveredFen: settlement.recoveredFen, paidFen: settlement.paidFen },
    payout: { number: row.payoutNumber ?? '', totalFen: batch.paidFen },
  };
}

async function payoutOf(demo: DemoApp, as: Approver, number: string): Promise<string> {
  const box = (await demo.command(as, 'cash.boxes', {})).rows[0];
  const book = await demo.command(as, 'cash.book', { cashBoxId: box?.id ?? '' });
  return book.rows.find((entry) => entry.number === number)?.documentId ?? '';
}

/** The books as a whole: ledger, chain, cash. */
export async function proveBooks(demo: DemoApp, as: Approver, report: DemoReport): Promise<void> {
  const verdict = await demo.command(as, 'system.verify', { full: true });
  report.equal('chain verified, rows equal events, projections rebuilt equal', verdict.ok, true);
  report.equal('findings', verdict.findings.length, 0);
  report.holds('events in the chain', verdict.events > 50, String(verdict.events));
}
