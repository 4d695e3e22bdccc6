import { describe, expect, it } from 'vitest';
import { deskReducer, type DeskAction } from '../../../renderer/features/ticket/desk/model/desk-reducer.ts';
import { previewOf } from '../../../renderer/features/ticket/desk/model/desk-preview.ts';
import { firstOpenStep, isUntouched, labelOf, readDeskState } from '../../../renderer/features/ticket/desk/model/desk-state.ts';
import { ticketInput } from '../../../renderer/features/ticket/desk/model/ticket-input.ts';
import { mayWait, pendingBasket } from '../../../renderer/features/ticket/desk/model/yard-reducer.ts';
import { after, bamboo, chilliChosen, chosen, firstGrade, goods, reading, take, weighed } from './desk-sample.ts';

const entered: DeskAction = { type: 'yardEntered', plate: '贵A12345', since: 1_000 };
const full = [chosen, chilliChosen, { type: 'advanced' } as const, take(1, 3_250_000), entered];

describe('a vehicle in the yard', () => {
  it('waits for its second weighing and lets nobody past the scale', () => {
    const state = after(...full);
    expect(pendingBasket(state)).toBe(0);
    expect(firstOpenStep(state)).toBe('weigh');
    expect(labelOf(state)).toBe('贵A12345 张建国 石桥组');
    expect(deskReducer(state, { type: 'wentTo', step: 'confirm' }).step).toBe('weigh');
    expect(readDeskState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('takes the lighter second weighing as tare and the heavier as gross', () => {
    expect(after(...full, take(2, 1_250_000)).baskets).toEqual([{ gross: reading(1, 3_250_000), tare: reading(2, 1_250_000) }]);
    expect(after(...full, take(2, 5_250_000)).baskets).toEqual([{ gross: reading(2, 5_250_000), tare: reading(1, 3_250_000) }]);
  });

  it('keeps a tare chosen meanwhile from the vehicle, which gets its own from the scale', () => {
    for (const scope of ['next', 'last', 'all'] as const) {
      const state = after(...full, { type: 'tareSet', tare: bamboo(1), scope }, take(2, 1_250_000));
      expect(state.baskets).toEqual([{ gross: reading(1, 3_250_000), tare: reading(2, 1_250_000) }]);
    }
  });

  it('is unchanged by a second weighing that weighs the same', () => {
    expect(pendingBasket(after(...full, take(2, 3_250_000)))).toBe(0);
  });

  it('loses the second weighing by undo, never the first', () => {
    for (const second of [1_250_000, 5_250_000]) {
      const state = after(...full, take(2, second), { type: 'basketUndone' });
      expect(state.baskets).toEqual([{ gross: reading(1, 3_250_000), tare: { kind: 'none' } }]);
      expect(after(...full, take(2, second), { type: 'basketUndone' }, { type: 'basketUndone' }).baskets).toHaveLength(1);
    }
  });

  it('goes on to grade and confirm with the plate as its note once both weighings are there', () => {
    const state = after(...full, take(2, 1_250_000), { type: 'advanced' }, ...firstGrade);
    expect(ticketInput(state, previewOf(state, goods), null)).toMatchObject({ note: '贵A12345', baskets: [{ tare: { kind: 'reading' } }] });
  });

  it('drops the container that was chosen for the next basket: the vehicle is its own tare', () => {
    const state = after(chosen, chilliChosen, { type: 'tareSet', tare: bamboo(), scope: 'next' }, take(1, 3_250_000), entered);
    expect(state.baskets[0]?.tare).toEqual({ kind: 'none' });
  });

  it('needs a weighing on the scale, and only one vehicle stands on a ticket', () => {
    expect(mayWait(after(chosen, chilliChosen))).toBe(false);
    expect(mayWait(after(chosen, chilliChosen, { type: 'basketTaken', gross: { kind: 'typed', grams: 5_000, reason: '停电' } }))).toBe(false);
    expect(mayWait(after(...full))).toBe(false);
    expect(isUntouched(after())).toBe(true);
  });
});

describe('any basket', () => {
  it('is taken off and put back in its place, not only the last', () => {
    const off = after(...weighed, { type: 'basketRemoved', index: 0 });
    expect(off.baskets.map((basket) => basket.gross.grams)).toEqual([22_100]);
    expect(off.removed).toHaveLength(1);
    expect(deskReducer(off, { type: 'basketRestored', index: 0 }).baskets).toEqual(after(...weighed).baskets);
  });

  it('undone by the key can be put back too', () => {
    const state = after(...weighed, { type: 'basketUndone' }, { type: 'basketRestored', index: 0 });
    expect(state.baskets).toEqual(after(...weighed).baskets);
    expect(state.removed).toEqual([]);
  });

  it('put back does not use a weighed tare a second time', () => {
    const weighedTare: DeskAction = { type: 'tareSet', tare: reading(9, 900), scope: 'next' };
    const given = after(chosen, chilliChosen, weighedTare, take(1, 20_000), { type: 'basketUndone' });
    expect(given.tare).toEqual(reading(9, 900));
    const back = deskReducer(given, { type: 'basketRestored', index: 0 });
    expect([back.baskets[0]?.tare, back.tare]).toEqual([reading(9, 900), { kind: 'none' }]);
    const used = deskReducer(deskReducer(given, take(2, 21_000)), { type: 'basketRestored', index: 0 });
    expect(used.baskets.map((basket) => basket.tare.kind).sort()).toEqual(['none', 'reading']);
  });

  it('taken off and put back a thousand times at random leaves every weighing once', () => {
    let state = after(chosen, chilliChosen, ...Array.from({ length: 40 }, (_, number) => take(number, 10_000 + number)));
    let seed = 7;
    const below = (limit: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % Math.max(1, limit);
    for (let round = 0; round < 1_000; round += 1) {
      state = deskReducer(state, below(2) === 0 ? { type: 'basketRemoved', index: below(state.baskets.length) } : { type: 'basketRestored', index: below(state.removed.length) });
    }
    const all = [...state.baskets, ...state.removed.map(({ basket }) => basket)].map((basket) => basket.gross.grams).sort();
    expect(all).toEqual(Array.from({ length: 40 }, (_, number) => 10_000 + number));
  });

  it('one of two hundred is computed in a frame', () => {
    const state = after(chosen, chilliChosen, { type: 'tareSet', tare: bamboo(), scope: 'next' }, ...Array.from({ length: 200 }, (_, number) => take(number, 10_000 + number)));
    const started = performance.now();
    for (let round = 0; round < 20; round += 1) expect(previewOf(state, goods).baskets).toHaveLength(200);
    expect((performance.now() - started) / 20).toBeLessThan(16);
  });
});

describe('crates and returned goods', () => {
  it('go to core with the reason and whole counts only', () => {
    const state = after(...weighed, { type: 'advanced' }, ...firstGrade, { type: 'returnedTyped', kilograms: '1.5' }, { type: 'returnReasonGiven', reason: '太小' }, { type: 'cratesTyped', containerId: goods.containers[0]?.id ?? '', count: '3' }, { type: 'cratesTyped', containerId: 'x', count: '0' });
    expect(ticketInput(state, previewOf(state, goods), null)).toMatchObject({ returns: [{ grams: 1_500, reason: '太小' }], cratesOut: [{ containerId: goods.containers[0]?.id, count: 3 }] });
  });
});

describe('an unusual weight that was accepted', () => {
  const accepted = [chosen, chilliChosen, { type: 'advanced' } as const, take(1, 90_000), { type: 'unusualAccepted' } as const];

  it('stays accepted while nothing of the goods changes, and is asked anew for another seller, product, basket or tare', () => {
    expect(after(...accepted, { type: 'advanced' }).unusualAccepted).toBe(true);
    const changes: readonly DeskAction[] = [chosen, { type: 'productChosen', productId: 'another' }, take(2, 5_000), { type: 'basketUndone' }, { type: 'basketRemoved', index: 0 }, { type: 'tareSet', tare: bamboo(2), scope: 'last' }];
    for (const change of changes) expect([change.type, after(...accepted, change).unusualAccepted]).toEqual([change.type, false]);
  });
});
