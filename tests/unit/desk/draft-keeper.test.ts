import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftKeeper, type DraftSave } from '../../../renderer/features/ticket/desk/draft/draft-keeper.ts';
import { draftToResume } from '../../../renderer/features/ticket/desk/draft/stored-drafts.ts';
import { newDeskState } from '../../../renderer/features/ticket/desk/model/desk-state.ts';
import { after, chosen, id, take, weighed } from './desk-sample.ts';

describe('keeping the draft', () => {
  let saved: DraftSave[] = [];
  const keeper = () => createDraftKeeper((draft) => {
    saved.push(draft);
    return Promise.resolve(true);
  });
  beforeEach(() => {
    saved = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('an empty desk is not worth a draft', async () => {
    keeper().keep(newDeskState(id(0)));
    await vi.advanceTimersByTimeAsync(500);
    expect(saved).toEqual([]);
  });

  test('whoever types without stopping is saved within 150 milliseconds all the same, each time with a higher revision', async () => {
    const drafts = keeper();
    for (let key = 0; key < 10; key += 1) {
      drafts.keep(after(...weighed, take(key, 5_000)));
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(150);
    expect(saved.length).toBeGreaterThanOrEqual(4);
    expect(saved.map((draft) => draft.revision)).toEqual(saved.map((_, index) => index + 1));
    expect(saved.at(-1)?.payload.baskets.at(-1)?.gross).toMatchObject({ grams: 5_000, readingId: id(1_009) });
  });

  test('a step sends what waits at once', async () => {
    const drafts = keeper();
    drafts.keep(after(chosen));
    await drafts.flush();
    expect(saved).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(saved).toHaveLength(1);
  });

  test('saves go one after the other, so that an older one never overtakes', async () => {
    const order: number[] = [];
    const drafts = createDraftKeeper(async (draft) => {
      await new Promise((resolve) => { setTimeout(resolve, 1_000 / draft.revision); });
      order.push(draft.revision);
      return true;
    });
    drafts.keep(after(chosen));
    void drafts.flush();
    drafts.keep(after(...weighed));
    void drafts.flush();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(order).toEqual([1, 2]);
  });

  test('a ticket taken up again goes on from its stored revision', async () => {
    const drafts = keeper();
    const state = after(...weighed);
    drafts.adopt(state.draftId, 41);
    drafts.keep(state);
    await drafts.flush();
    expect(saved[0]?.revision).toBe(42);
  });

  test('a ticket that could not be kept says so when it is put aside, and the next save is tried all the same', async () => {
    let works = false;
    const drafts = createDraftKeeper(() => (works ? Promise.resolve(true) : Promise.reject(new Error('the line is gone'))));
    await expect(drafts.hold(after(...weighed))).rejects.toThrow('the line is gone');
    works = true;
    await expect(drafts.hold(after(...weighed))).resolves.toBe(true);
  });

  test('a ticket put aside is saved as held; a posted one is never saved again', async () => {
    const drafts = keeper();
    await drafts.hold(after(...weighed));
    expect(saved.at(-1)).toMatchObject({ state: 'held', label: '张建国 石桥组' });
    drafts.keep(after(...weighed, take(9, 1_000)));
    drafts.forget();
    await vi.advanceTimersByTimeAsync(500);
    expect(saved).toHaveLength(1);
  });
});

test('after a restart the open draft touched last is taken up, and one that cannot be read is said to be so', () => {
  const stored = (number: number, state: 'open' | 'held', updatedAt: number, payload: object) => ({ id: id(number), state, label: '', revision: 3, updatedAt, userName: '', payload: { ...payload } });
  const state = after(...weighed);
  const found = draftToResume([stored(1, 'held', 9, state), stored(2, 'open', 5, state), stored(3, 'open', 7, state)]);
  expect(found).toMatchObject({ draft: { id: id(3) }, state });
  expect(draftToResume([stored(4, 'open', 1, { form: 'old' })])).toMatchObject({ state: null });
  expect(draftToResume([])).toBeNull();
});
