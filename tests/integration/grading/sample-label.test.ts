import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleLabel } from '../../../electron/core/documents/sample-label.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { productOf, refusedWith } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  manager = await station.as('manager');
});
afterEach(() => station.close());

const labelPrinter = { id: 'labels', name: '标签机', papers: ['lot_label' as const], language: 'tspl' as const, widthMm: 60 as const, port: { kind: 'simulator' as const }, mode: 'raster' as const, invert: false, nativeQr: false };
const taken = async () => {
  const owners = [(await givenMember(station, clerk, '张三')).id];
  const productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  return station.must(clerk, 'grading.takeSample', { draftId: station.core.station.ids.ulid(), productId, owners, place: '留样柜', keepUntil: '2026-12-20' });
};
const job = async (id: string) => (await station.must(clerk, 'print.jobs', { open: false })).rows.find((row) => row.id === id);

test('the label of a sample is a row of the spool before it is paper, waits for a printer and comes out where lot labels do', async () => {
  const { jobId } = await taken();
  expect(await job(jobId)).toMatchObject({ paper: 'sample_label', copyNo: 0, state: 'waiting', printer: null });
  await station.must(manager, 'printer.configure', { printers: [labelPrinter] });
  await expect.poll(async () => (await job(jobId))?.state).toBe('sent');
  const kept = station.core.station.db.file.prepare("SELECT format, bytes FROM kept_paper WHERE paper = 'sample_label'").all() as Array<{ format: string; bytes: Uint8Array }>;
  expect(kept.map(({ format }) => format)).toEqual(['tspl']);
  expect(kept[0]?.bytes.length).toBeGreaterThan(5_000);
});

test('a label that waited for a printer that is gone comes out of the next one, still as the label of its sample', async () => {
  await station.must(manager, 'printer.configure', { printers: [{ ...labelPrinter, port: { kind: 'tcp', host: '127.0.0.1', port: 1 } }] });
  const { jobId, code } = await taken();
  await expect.poll(async () => (await job(jobId))?.state).toBe('waiting');
  await station.must(manager, 'printer.configure', { printers: [{ ...labelPrinter, id: 'other', name: '新标签机' }] });
  const labels = async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.filter((row) => row.paper === 'sample_label').map(({ state, printer }) => `${printer ?? '-'} ${state}`);
  await expect.poll(labels).toContain('other sent');
  const samples = station.core.station.db.file.prepare('SELECT code FROM sample_label JOIN sample ON sample.id = sample_id').all();
  expect(samples).toEqual([{ code }, { code }]);
});

test('a second label is a copy and says so, however often it is asked for', async () => {
  await station.must(manager, 'printer.configure', { printers: [labelPrinter] });
  const { code } = await taken();
  const first = await station.must(clerk, 'grading.printSample', { code });
  const second = await station.must(clerk, 'grading.printSample', { code });
  expect([first.copyNo, second.copyNo]).toEqual([1, 2]);
  await expect.poll(async () => (await job(second.jobId))?.state).toBe('sent');
  const papers = station.core.station.db.file.prepare("SELECT k.sha256 FROM kept_paper k WHERE k.paper = 'sample_label'").all() as Array<{ sha256: string }>;
  expect(new Set(papers.map(({ sha256 }) => sha256)).size).toBe(3);
  expect(await station.call(clerk, 'grading.printSample', { code: '2222-2222' })).toMatchObject(refusedWith('sample_unknown'));
});

test('the label says the code, the goods, where it lies and until when, and nothing of whose it is', () => {
  const data = { code: '7KQ2-M4RT', productName: '刺梨', place: '留样柜', keepUntil: '2026-12-20', takenOn: '2026-11-20', stationName: '示例站', cooperativeName: '示例合作社', training: false };
  const label = sampleLabel(data, 'zh');
  const words = JSON.stringify(label.elements);
  for (const part of ['7KQ2-M4RT', '刺梨', '留样柜', '2026-12-20', '留样']) expect(words).toContain(part);
  expect(JSON.stringify(sampleLabel({ ...data, training: true }, 'zh').elements)).toContain('练习-无效');
  expect(JSON.stringify(sampleLabel(data, 'en', { copy: { number: 2, at: 0, byName: '李会计' } }).elements)).toContain('COPY 2');
});
