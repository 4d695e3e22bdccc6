import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../../electron/contract/operations.ts';
import { newSession } from '../../../electron/core/rpc/session.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { channelPair } from '../../support/channel-pair.ts';
import { givenGoods, givenMember } from '../../support/intake.ts';
import { quietHost } from '../../support/quiet-host.ts';
import { testStation } from '../../support/station.ts';
import type { TestStation } from '../../support/station.ts';

let station: TestStation;
let clerk: Session;
let turned: (boolean | null)[];

beforeEach(async () => {
  turned = [];
  station = await testStation({ kind: 'training', host: { ...quietHost, showCustomerDisplay: (shown) => { turned.push(shown); return Promise.resolve(shown ?? true); } } });
  clerk = await station.as('clerk');
});
afterEach(() => station.close());

const display = newSession('customer');

async function shown(more: Partial<InputOf<'display.show'>> = {}): Promise<InputOf<'display.show'>> {
  const member = await givenMember(station, clerk, '张三丰');
  const goods = await givenGoods(station, clerk);
  return {
    moment: 'open', locale: 'zh', traded: 'jin', scaleId: 'training', memberId: member.id, productId: goods.productId, grade: goods.grades[0] ?? '',
    baskets: 2, price: '¥3.20/斤', tare: null, net: '87.5 斤', otherNet: '43.75 公斤', amount: '¥280.00', ...more,
  };
}

test('the display shows what the desk shows: product and grade by name in both languages, the seller by the surname alone', async () => {
  await station.must(clerk, 'display.show', await shown());
  const { sheet, scales, cooperative } = await station.must(display, 'display.state', {});
  expect(sheet).toMatchObject({ who: '张**', amount: '¥280.00', net: '87.5 斤', moment: 'open' });
  expect(sheet?.product?.zh).toMatch(/薯/);
  expect(sheet?.product?.en).toMatch(/sweet potato/i);
  expect(sheet?.grade).not.toBeNull();
  expect(JSON.stringify(sheet)).not.toContain('三丰');
  expect(cooperative).toBe('示例农民专业合作社');
  expect(scales.map(({ id }) => id)).toEqual(['training']);
});

test('a station that chose so shows the whole name', async () => {
  await station.must(await station.as('manager'), 'setting.save', { key: 'display.mask_name', value: false });
  await station.must(clerk, 'display.show', await shown());
  expect((await station.must(display, 'display.state', {})).sheet?.who).toBe('张三丰');
});

test('when the clerk signs out nothing of the last delivery stays in sight', async () => {
  await station.must(clerk, 'display.show', await shown());
  await station.must(clerk, 'session.signOut', {});
  expect((await station.must(display, 'display.state', {})).sheet).toBeNull();
});

test('a weight has no place in what the desk tells, and a display cannot tell anything', async () => {
  const told = await shown();
  expect(await station.call(clerk, 'display.show', { ...told, grams: 23_450 } as InputOf<'display.show'>)).toMatchObject({ refusal: { code: 'invalid_input' } });
  expect(await station.call(display, 'display.show', told)).toMatchObject({ refusal: { code: 'not_permitted' } });
  expect(await station.call(display, 'display.turn', { shown: true })).toMatchObject({ refusal: { code: 'not_permitted' } });
});

test('the display hears its sheet and the scale, and not what is done at the desk; the desk hears all of it', async () => {
  const heard = { customer: new Set<string>(), desk: new Set<string>() };
  for (const scope of ['customer', 'desk'] as const) {
    const [core, window] = channelPair();
    window.onMessage((message) => heard[scope].add((message as { a: [string] }).a[0]));
    station.core.serve(core, { scope, locale: 'zh' });
  }
  await station.must(clerk, 'display.show', await shown());
  await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'put', grams: 23_450 } });
  // The scale speaks ten times a second by the clock, which stands still in the test's hand.
  await expect.poll(() => {
    station.clock.forward(100);
    return heard.customer.has('scale.live');
  }).toBe(true);
  expect([...heard.customer].sort()).toEqual(['display.sheet', 'scale.live']);
  expect(heard.desk.has('changed')).toBe(true);
});

test('opening and closing goes to whoever has windows; without any it says so', async () => {
  expect(await station.must(clerk, 'display.turn', { shown: null })).toEqual({ shown: true });
  expect(await station.must(clerk, 'display.turn', { shown: false })).toEqual({ shown: false });
  expect(turned).toEqual([null, false]);
  const windowless = await testStation();
  expect(await windowless.call(await windowless.as('clerk'), 'display.turn', { shown: true })).toMatchObject({ fault: { code: 'window_missing' } });
  await windowless.close();
});
