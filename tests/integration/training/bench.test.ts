import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let manager: Session;
beforeAll(async () => {
  station = await testStation({ kind: 'training' });
  manager = await station.as('manager');
});
afterAll(() => station.close());

test('what lies on a simulated scale and what is broken of it is told', async () => {
  const told = async () => (await station.must(manager, 'scale.simulated', {})).rows.find(({ id }) => id === 'training');
  expect(await told()).toMatchObject({ onGrams: 0, faults: [] });
  await station.must(manager, 'scale.simulate', { scaleId: 'training', change: { action: 'put', grams: 23_450 } });
  await station.must(manager, 'scale.simulate', { scaleId: 'training', change: { action: 'fault', fault: 'unstable', on: true } });
  expect(await told()).toMatchObject({ onGrams: 23_450, faults: ['unstable'] });
  await station.must(manager, 'scale.simulate', { scaleId: 'training', change: { action: 'fault', fault: 'unstable', on: false } });
  await station.must(manager, 'scale.simulate', { scaleId: 'training', change: { action: 'remove' } });
  expect(await told()).toMatchObject({ onGrams: 0, faults: [] });
});

test('a simulated printer says at once that it has no paper, and that it has some again; a real one cannot be broken', async () => {
  const slips = { id: 'slips', name: '练习小票机', papers: ['queue_slip'], language: 'escpos', widthMm: 80, port: { kind: 'simulator' }, mode: 'raster', invert: false, nativeQr: false } as const;
  await station.must(manager, 'printer.configure', { printers: [{ ...slips, papers: [...slips.papers] }, { ...slips, id: 'real', papers: [], port: { kind: 'file', path: '/dev/null' } }] });
  const broken = async () => (await station.must(manager, 'printer.simulated', {})).rows;
  const condition = async () => (await station.must(manager, 'printer.list', {})).rows.find(({ id }) => id === 'slips')?.condition;
  await expect.poll(broken).toEqual([{ id: 'slips', name: '练习小票机', fault: null }]);
  await station.must(manager, 'printer.simulate', { printerId: 'slips', fault: 'paper_out' });
  expect([await broken(), await condition()]).toEqual([[{ id: 'slips', name: '练习小票机', fault: 'paper_out' }], 'paper_out']);
  await station.must(manager, 'printer.simulate', { printerId: 'slips', fault: null });
  expect([await broken(), await condition()]).toEqual([[{ id: 'slips', name: '练习小票机', fault: null }], 'well']);
  expect(await station.call(manager, 'printer.simulate', { printerId: 'real', fault: 'silent' })).toMatchObject({ ok: false, refusal: { code: 'printer_not_simulated' } });
  expect(await station.call(manager, 'printer.simulate', { printerId: 'nobody', fault: null })).toMatchObject({ ok: false, refusal: { code: 'printer_unknown' } });
});

test('a paper of the queue is looked at as it comes out, though no document stands behind it', async () => {
  const { jobId } = await station.must(manager, 'queue.take', { memberId: null, productId: null });
  const look = await station.must(manager, 'print.look', { jobId });
  expect([look.widthMm, Buffer.from(look.png, 'base64').subarray(1, 4).toString()]).toEqual([80, 'PNG']);
  expect(await station.call(manager, 'print.look', { jobId: '01JD0000000000000000000000' })).toMatchObject({ ok: false, refusal: { code: 'job_unknown' } });
});

test('where real money runs nothing is simulated', async () => {
  const live = await testStation();
  try {
    const person = await live.as('manager');
    expect((await live.must(person, 'scale.simulated', {})).rows).toEqual([]);
    expect((await live.must(person, 'printer.simulated', {})).rows).toEqual([]);
    expect(await live.call(person, 'printer.simulate', { printerId: 'slips', fault: 'paper_out' })).toMatchObject({ ok: false, refusal: { code: 'training_only' } });
  } finally {
    await live.close();
  }
});
