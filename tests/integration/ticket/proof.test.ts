import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recheckFrames } from '../../../electron/core/devices/scale/recheck-frames.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { givenGoods, givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, refusedWith, ticketForm } from '../../support/tickets.ts';

interface ProofFile {
  readonly weights: ReadonlyArray<{ readonly outcome: string; readonly scale: { readonly protocol: string; readonly decoderConfig: Record<string, never> }; readonly written: { readonly value: string; readonly unit: string; readonly grams: number }; readonly frames: ReadonlyArray<{ readonly hex: string }> }>;
  readonly document: { readonly number: string; readonly rows: object; readonly docHash: string; readonly events: ReadonlyArray<Record<string, unknown> & { readonly hash: string; readonly docHash: string; readonly type: string }> };
}

let station: TestStation;
let clerk: Session;
let ticketId: string;
let reversalId: string;

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalize(value) ?? '', 'utf8').digest('hex');

/** A ticket whose one basket stands on a weight that the practice scale sent in bytes. */
beforeAll(async () => {
  station = await testStation({ kind: 'training' });
  clerk = await station.as('clerk');
  await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'put', grams: 23_450 } });
  const taken = await takeSoon();
  const member = await givenMember(station, clerk, '陈大山');
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, {
    productId: goods.productId, owners: [{ memberId: member.id, share: 1 }], parts: [part(grade)], baskets: [{ gross: { kind: 'reading', readingId: taken.readingId, grams: taken.grams }, tare: { kind: 'none' } }],
    expectedTotalFen: lineAmountFen(taken.grams, goods.priceE4.get(grade) ?? 0),
  }));
  ticketId = posted.id;
});
afterAll(() => station.close());

async function takeSoon(): Promise<{ readingId: string; grams: number }> {
  for (let turn = 0; turn < 100; turn += 1) {
    const answer = await station.call(clerk, 'scale.take', { scaleId: 'training' });
    if (answer.ok && answer.data.grams === 23_450) return answer.data;
    await new Promise((resolve) => setTimeout(resolve, 60));
    station.clock.forward(100);
  }
  throw new Error('the scale gave no weight');
}

async function exported(id: string): Promise<{ file: ProofFile; text: string; name: string; sha256: string }> {
  const { name, base64, sha256: digest } = await station.must(clerk, 'ticket.exportProof', { id });
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return { file: JSON.parse(text) as ProofFile, text, name, sha256: digest };
}

test('the frames of a posted weight give it again', async () => {
  expect((await station.must(clerk, 'ticket.evidence', { id: ticketId })).rows).toMatchObject([{ basketNo: 1, part: 'gross', outcome: 'agrees', value: '23.45', unit: 'kg', grams: 23_450 }]);
  expect(await station.call(clerk, 'ticket.evidence', { id: station.core.station.ids.ulid() })).toMatchObject(refusedWith('ticket_unknown'));
});

test('the exported proof is one canonical file that anybody can compute again', async () => {
  const { file, text, name, sha256: digest } = await exported(ticketId);
  expect(name).toBe(`${file.document.number}-proof.json`);
  expect(canonicalize(JSON.parse(text))).toBe(text);
  expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(digest);
  const [weight] = file.weights;
  if (!weight) throw new Error('no weight in the proof');
  expect(recheckFrames(weight.scale.protocol, weight.scale.decoderConfig, weight.frames.map((frame) => frame.hex), weight.written)).toMatchObject({ outcome: 'agrees', read: { grams: 23_450 } });
  expect(sha256(file.document.rows)).toBe(file.document.docHash);
  const [posted] = file.document.events;
  expect(posted).toMatchObject({ type: 'ticket.posted', docHash: file.document.docHash });
  for (const { hash, ...event } of file.document.events) expect(sha256(event)).toBe(hash);
});

test('the proof holds no name, and every export is in the audit by the number of the ticket', async () => {
  const before = (await station.must(clerk, 'audit.list', {})).rows.filter((row) => row.op === 'ticket.exportProof').length;
  const { file, text } = await exported(ticketId);
  expect(text).not.toContain('陈大山');
  const lines = (await station.must(clerk, 'audit.list', {})).rows.filter((row) => row.op === 'ticket.exportProof');
  expect(lines).toHaveLength(before + 1);
  expect(lines[0]).toMatchObject({ user: '张司磅', outcome: 'ok', code: file.document.number });
});

test('the plate and every free note stay out of the file unless they are asked for, and the file says so', async () => {
  const member = await givenMember(station, clerk, '李秀英');
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  const { id, number } = await station.must(clerk, 'ticket.post', ticketForm(station, {
    productId: goods.productId, owners: [{ memberId: member.id, share: 1 }], parts: [part(grade)], baskets: [{ gross: { kind: 'typed', grams: 10_000, reason: '秤坏了' }, tare: { kind: 'none' } }],
    expectedTotalFen: lineAmountFen(10_000, goods.priceE4.get(grade) ?? 0), note: '贵B·K7231',
  }));
  const plain = await exported(id);
  expect(plain.text).not.toContain('K7231');
  expect(plain.text).toContain('秤坏了');
  expect(plain.file).toMatchObject({ withheld: ['ticket.note'] });
  expect(plain.file.document.docHash).toBe(plain.file.document.events[0]?.docHash);
  const asked = await station.must(clerk, 'ticket.exportProof', { id, withNote: true });
  const file = JSON.parse(Buffer.from(asked.base64, 'base64').toString('utf8')) as ProofFile;
  expect(file).toMatchObject({ withheld: [], document: { rows: { ticket: [{ note: '贵B·K7231' }] } } });
  expect(sha256(file.document.rows)).toBe(file.document.docHash);
  expect((await exported(ticketId)).file).toMatchObject({ withheld: [] });
  const codes = (await station.must(clerk, 'audit.list', {})).rows.filter((row) => row.op === 'ticket.exportProof').map(({ code }) => code);
  expect(codes).toContain(`${number} +note`);
});

test('a reversal shows the proof of what was weighed', async () => {
  reversalId = (await station.must(clerk, 'ticket.reverse', { id: ticketId, reason: '重复过磅' }, { approval: station.approval('accountant') })).id;
  expect((await station.must(clerk, 'ticket.evidence', { id: reversalId })).rows).toMatchObject([{ outcome: 'agrees', grams: 23_450 }]);
  expect((await exported(reversalId)).file.weights).toHaveLength(1);
});

test('old frames are read with the settings their decoder had, whatever the scale is set to now', async () => {
  const manager = await station.as('manager');
  await station.must(manager, 'scale.configure', { scales: [{ id: 'training', name: '练习秤', port: { kind: 'simulator' }, protocol: 'st-gs', config: { decimal: ',', unit: 'lb' } }] });
  expect((await station.must(clerk, 'ticket.evidence', { id: ticketId })).rows).toMatchObject([{ outcome: 'agrees' }]);
});
