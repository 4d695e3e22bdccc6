import { describe, expect, test } from 'vitest';
import { ticketInputSchema } from '../../../electron/contract/ticket.ts';
import { agreedShares } from '../../../electron/domain/agreed-shares.ts';
import type { DeskAction } from '../../../renderer/features/ticket/desk/model/desk-reducer.ts';
import { previewOf } from '../../../renderer/features/ticket/desk/model/desk-preview.ts';
import { nextWay, sharedAsBefore } from '../../../renderer/features/ticket/desk/model/desk-sharing.ts';
import { ticketInput } from '../../../renderer/features/ticket/desk/model/ticket-input.ts';
import { after, firstGrade, goods, id, li, weighed, zhang } from './desk-sample.ts';

const yang = { ...li, memberId: id(3), name: '杨通', code: 'M0007' };
const three: DeskAction = { type: 'ownersShared', owners: [zhang, li, yang] };
const share = (memberId: string, value: string): DeskAction => ({ type: 'shareTyped', memberId, value });
const at = (...actions: readonly DeskAction[]) => {
  const state = after(...weighed, ...firstGrade, three, ...actions);
  const preview = previewOf(state, goods);
  return { state, preview, input: ticketInput(state, preview, null) };
};

describe('several households at the desk', () => {
  test('three households share alike until somebody says otherwise', () => {
    const { input, preview } = at();
    expect(input?.owners.map((owner) => owner.share)).toEqual([1, 1, 1]);
    expect(preview.computed?.owners.map((owner) => owner.netGrams)).toEqual([14_584, 14_583, 14_583]);
  });

  test('percentages go to the hundredth, also half typed ones, and the open household takes the rest', () => {
    const { input } = at({ type: 'sharedBy', way: 'percent' }, share(zhang.memberId, '33.3'), share(li.memberId, '２５．25%'));
    expect(input?.owners.map((owner) => owner.share)).toEqual([3_330, 2_525, 4_145]);
    expect(ticketInputSchema.parse(input)).toEqual(input);
  });

  test('kilograms are kept to the gram', () => {
    const { preview, input } = at({ type: 'sharedBy', way: 'weight' }, share(zhang.memberId, '12.345'), share(li.memberId, '20'));
    expect(input?.owners.map((owner) => owner.share)).toEqual([12_345, 20_000, 11_405]);
    expect(preview.computed?.owners.map((owner) => owner.netGrams)).toEqual([12_345, 20_000, 11_405]);
  });

  test('shares that do not come out show the amount all the same, and post nothing', () => {
    const { preview, input } = at({ type: 'sharedBy', way: 'percent' }, share(zhang.memberId, '50'), share(li.memberId, '40'), share(yang.memberId, '9.99'));
    expect(preview).toMatchObject({ problem: 'percent_not_whole', sharing: { left: 1 }, computed: { amountFen: 87_500 } });
    expect(input).toBeNull();
  });

  test('a share that cannot be read posts nothing', () => {
    expect(at(share(li.memberId, '一半')).input).toBeNull();
    expect(at(share(li.memberId, '0')).input).toBeNull();
  });

  test.each([
    ['parts', 43_750, [1, 2, 1], [1, 2, 1]],
    ['percentages', 43_750, [3_333, 3_333, 3_334], [3_333, 3_333, 3_334]],
    ['kilograms that the new weighing does not hold, which posts nothing', 2_000_000, [1_200_000, 10_000, 790_000], null],
    ['kilograms, the last household taking what the new weighing leaves', 40_000, [12_345, 20_000, 7_655], [12_345, 20_000, 11_405]],
  ])('a reversed ticket is opened again with its %s', (_what, net, shares, again) => {
    const state = { ...after(...weighed, ...firstGrade, three), sharing: sharedAsBefore(agreedShares(shares, net), [zhang.memberId, li.memberId, yang.memberId]) };
    expect(ticketInput(state, previewOf(state, goods), null)?.owners.map((owner) => owner.share) ?? null).toEqual(again);
  });

  test('another basket after the kilograms were agreed stops the ticket', () => {
    const agreed: readonly DeskAction[] = [{ type: 'sharedBy', way: 'weight' }, share(zhang.memberId, '12.345'), share(li.memberId, '20'), share(yang.memberId, '11.405')];
    expect(at(...agreed).input).not.toBeNull();
    expect(at(...agreed, { type: 'basketUndone' })).toMatchObject({ input: null, preview: { problem: 'weights_not_net' } });
  });

  test('who is taken off the ticket leaves no share behind, and another seller starts alone', () => {
    const typed: readonly DeskAction[] = [{ type: 'sharedBy', way: 'percent' }, share(yang.memberId, '10')];
    expect(at(...typed, { type: 'ownersShared', owners: [zhang, li] }).state.sharing.typed).toEqual({});
    expect(at(...typed, { type: 'memberChosen', owner: li, productId: null }).input?.owners).toEqual([{ memberId: li.memberId, share: 1 }]);
  });

  test('another way starts with nothing typed, and the key goes round', () => {
    expect(at(share(zhang.memberId, '3'), { type: 'sharedBy', way: 'percent' }, { type: 'sharedBy', way: 'parts' }).input?.owners.map((owner) => owner.share)).toEqual([1, 1, 1]);
    expect(nextWay(nextWay(nextWay('parts')))).toBe('parts');
  });
});
