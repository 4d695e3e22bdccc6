import type { Session } from '../../electron/core/rpc/session.ts';
import { addDays, businessDate } from '../../electron/domain/business-date.ts';
import { lineAmountFen } from '../../electron/domain/line-amount.ts';
import { approvedBatch } from './batch-steps.ts';
import { givenGoods, givenMember, plainTicket } from './intake.ts';
import type { TestStation } from './station.ts';

/** A moment before now that leaves room for a day's work by a hand clock, so that a program opened afterwards finds its own time later than the last event. */
export const shortlyBeforeNow = (): number => Date.now() - 10 * 60_000;

/** Members who each brought one load today, settled in one batch that is approved. Answers the batch. */
export async function givenPostedBatch(station: TestStation, clerk: Session, office: Session, members: number): Promise<string> {
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  for (let at = 0; at < members; at += 1) {
    const seller = await givenMember(station, clerk, `欧阳第${at}`);
    station.clock.forward(1_000);
    const grossGrams = 20_000 + at * 500;
    await station.must(clerk, 'ticket.post', plainTicket(station, { memberId: seller.id, productId: goods.productId, grade, grossGrams, tareGrams: 1_500, totalFen: lineAmountFen(grossGrams - 1_500, goods.priceE4.get(grade) ?? 0) }));
  }
  const today = businessDate(station.clock.now());
  const { id } = await station.must(office, 'settlement.createBatch', { title: '测试批次', dateFrom: addDays(today, -1), dateTo: today, productId: null, capBp: 5_000 });
  await station.must(office, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  await approvedBatch(station, office, id);
  return id;
}
