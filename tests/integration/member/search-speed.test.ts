import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandContext } from '../../../electron/core/rpc/handler.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { addMember } from '../../../electron/core/services/member/save.ts';
import { loadNameSounds } from '../../../electron/core/services/member/name-sounds.ts';
import { businessDate } from '../../../electron/domain/business-date.ts';
import { memberForm } from '../../support/members.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

const surnames = '张王李赵杨吴罗陈韦潘石龙田覃曾单查仇解任'.split('');
const given = '国强建华小明秀英桂芳光荣大山老五春花玉兰'.split('');
let station: TestStation;
let desk: Session;

/** Five thousand people in one transaction. */
function fillVillage(count: number): void {
  const core = station.core.station;
  core.db.transact((tx) => {
    const context: CommandContext = { station: core, session: desk, db: core.db, tx, now: core.clock.now(), businessDate: businessDate(core.clock.now()), user: desk.user, approver: null, afterCommit: () => undefined };
    for (let n = 0; n < count; n += 1) {
      const name = `${surnames[n % 20] ?? ''}${given[Math.floor(n / 20) % 20] ?? ''}${given[Math.floor(n / 400) % 20] ?? ''}`;
      addMember(context, { ...memberForm({ name }), nickname: null, houseGroup: `${n % 12}组`, kind: 'member', phone: `138${String(10_000_000 + n)}`, residentId: null, birthDate: null, ownGrown: true, note: null, channel: 'cash', acceptDuplicate: true });
    }
  });
}

beforeAll(async () => {
  station = await testStation();
  desk = await station.as('manager');
  await loadNameSounds();
  fillVillage(5_000);
});
afterAll(() => station.close());

const percentile = (list: readonly number[], share: number): number => list.toSorted((a, b) => a - b)[Math.floor(list.length * share)] ?? 0;

test('a search among 5,000 members at every key stays near an empty call', async () => {
  const texts = ['张', 'z', 'zh', 'zgq', 'zhangguo', '国强', '3组', 'm12', '0001', '1380', '13810000123', '不存在的人', 'xj'];
  const core: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < 120; round += 1) {
    for (const text of texts) {
      const before = performance.now();
      await station.must(desk, 'member.search', { text });
      const between = performance.now();
      await station.must(desk, 'session.echo', {});
      core.push(between - before);
      empty.push(performance.now() - between);
    }
  }
  const [search, echo] = [percentile(core.slice(texts.length), 0.5), percentile(empty.slice(texts.length), 0.5)];
  console.info(`member.search at 5,000: median ${search.toFixed(3)} ms, p99 ${percentile(core.slice(texts.length), 0.99).toFixed(3)} ms; session.echo: median ${echo.toFixed(3)} ms, p99 ${percentile(empty.slice(texts.length), 0.99).toFixed(3)} ms`);
  // A whole table read for each key would cost several milliseconds even on a quiet machine; a busy one may still pass.
  expect(search).toBeLessThan(5);
});
