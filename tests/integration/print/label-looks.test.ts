import { afterAll, beforeAll, expect, test } from 'vitest';
import { standardLabelLayout, type LabelLayout, type LabelPaper } from '../../../electron/contract/label-layout.ts';
import type { PrinterProfile } from '../../../electron/contract/printing.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { readPicture } from '../../support/dot-picture.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { burntLabel } from '../../support/label-paper.ts';
import { testStation, type TestStation } from '../../support/station.ts';
import { parseTspl } from '../../support/tspl-parser.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
const roll = (id: string, papers: PrinterProfile['papers']): PrinterProfile => ({ id, name: id, papers, language: 'tspl', widthMm: 60, port: { kind: 'simulator' }, mode: 'raster', invert: false, nativeQr: false });

beforeAll(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  await station.must(manager, 'printer.configure', { printers: [roll('labels', ['lot_label']), roll('cards', ['member_card'])] });
});
afterAll(() => station.close());

const looks = async (paper: LabelPaper, change: Partial<LabelLayout>, printerId: string | null = null) => {
  const { version, layout } = await station.must(manager, 'labels.layout', { paper, printerId });
  return station.must(manager, 'labels.saveLayout', { paper, printerId, layout: { ...layout, ...change }, expectedVersion: version });
};

async function posted(grossGrams: number) {
  const member = await givenMember(station, clerk, `标签${grossGrams}`);
  const { productId, grades: [grade = ''], priceE4 } = await givenGoods(station, clerk);
  const ticket = await station.must(clerk, 'ticket.post', plainTicket(station, { memberId: member.id, productId, grade, grossGrams, tareGrams: 0, totalFen: lineAmountFen(grossGrams, priceE4.get(grade) ?? 0) }));
  return { ...ticket, member, lot: ticket.lots[0] ?? '' };
}

/** What was burnt for a job, from the kept bytes, and in which language it is kept. */
async function burnt(jobId: string) {
  await expect.poll(async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.find(({ id }) => id === jobId)?.state).toBe('sent');
  const kept = station.core.station.db.file.prepare('SELECT k.bytes, k.locale FROM kept_paper k JOIN print_job j ON j.id = k.print_job_id WHERE j.ulid = ?').get(jobId) as { bytes: Uint8Array; locale: string };
  return { locale: kept.locale, dots: Buffer.from((await burntLabel(parseTspl(Buffer.from(kept.bytes)), 0)).black) };
}
const shown = async (documentId: string, lotCode: string): Promise<Buffer> =>
  Buffer.from(readPicture(Buffer.from((await station.must(clerk, 'print.preview', { documentId, paper: 'lot_label', lotCode })).png, 'base64')).black);

test('a label is burnt as its looks say, the preview is the same dot for dot, and a copy keeps the looks of the first print', async () => {
  const plain = await posted(20_000);
  const plainDots = await burnt(plain.jobs.at(-1) ?? '');
  expect(plainDots.locale).toBe('zh');
  await looks('lot_label', { language: 'both', hidden: ['member', 'weekday'], words: '订货 0851-12345' });
  const before = await shown(plain.id, plain.lot);
  const ticket = await posted(21_000);
  const first = await burnt(ticket.jobs.at(-1) ?? '');
  expect(first.locale).toBe('both');
  await looks('lot_label', { ...standardLabelLayout });
  // What was printed before keeps its looks, whatever they are by now: plain and changed ones alike, but for the mark of the copy.
  expect(await shown(plain.id, plain.lot)).toEqual(before);
  const copy = await shown(ticket.id, ticket.lot);
  const again = await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'lot_label', lotCode: ticket.lot });
  const printed = await burnt(again.jobId);
  expect(printed.locale).toBe('both');
  expect(printed.dots.equals(copy)).toBe(true);
  const width = 480;
  const left = (dots: Buffer): Buffer => Buffer.concat(Array.from({ length: 250 }, (_, y) => dots.subarray(y * width, y * width + 296)));
  expect(left(printed.dots).equals(left(first.dots))).toBe(true);
});

test('one printer may have looks of its own, every save is a version, and what a lot is known by cannot be left out', async () => {
  const { member } = await posted(22_000);
  await looks('member_card', { hidden: ['group'] });
  await looks('member_card', { language: 'en' }, 'cards');
  const card = await station.must(clerk, 'print.label', { order: { kind: 'member_card', memberId: member.id } });
  expect(await burnt(card.jobId)).toMatchObject({ locale: 'en' });
  // Other looks do not make it another card.
  await looks('member_card', { language: 'both' }, 'cards');
  expect(await station.must(clerk, 'print.label', { order: { kind: 'member_card', memberId: member.id } })).toMatchObject({ copyNo: 1 });
  const kept = await station.must(manager, 'labels.layout', { paper: 'member_card', printerId: 'cards' });
  expect(kept.versions.map(({ version, layout }) => [version, layout.language])).toEqual([[2, 'both'], [1, 'en']]);
  expect(kept.layout.hidden).toEqual(['group']);
  const save = (paper: LabelPaper, layout: LabelLayout, expectedVersion: number, printerId: string | null = null) => station.call(manager, 'labels.saveLayout', { paper, printerId, layout, expectedVersion });
  expect(await save('member_card', standardLabelLayout, 0)).toMatchObject({ refusal: { code: 'version_changed' } });
  expect(await save('member_card', { ...standardLabelLayout, hidden: ['phone'] }, 1)).toMatchObject({ refusal: { code: 'block_required', params: { block: 'phone' } } });
  expect(await save('lot_label', standardLabelLayout, 0, 'nowhere')).toMatchObject({ refusal: { code: 'printer_unknown' } });
  expect(await station.call(clerk, 'labels.saveLayout', { paper: 'lot_label', printerId: null, layout: standardLabelLayout, expectedVersion: 0 })).toMatchObject({ refusal: { code: 'not_permitted' } });
});

test('the sample beside the editor has the size of the roll and follows each change', async () => {
  const sample = (paper: LabelPaper, layout: LabelLayout, widthMm: 30 | 40 | 60 | 100) => station.must(manager, 'labels.preview', { paper, printerId: null, layout, widthMm });
  for (const [widthMm, dots] of [[30, [240, 160]], [40, [320, 240]], [60, [480, 320]], [100, [800, 800]]] as const) {
    const plain = await sample('crate_tag', standardLabelLayout, widthMm);
    expect([plain.widthDots, plain.heightDots]).toEqual(dots);
    expect((await sample('crate_tag', { ...standardLabelLayout, hidden: ['cooperative'] }, widthMm)).png).not.toBe(plain.png);
  }
});
