import type { Session } from '../../electron/core/rpc/session.ts';
import type { TestStation } from './station.ts';

/** Opens a batch over the year up to today, calculates it and waits for the figures. */
export async function calculatedBatch(station: TestStation, session: Session, over: { capBp?: number; dateFrom?: string; dateTo?: string } = {}): Promise<string> {
  const { id } = await station.must(session, 'settlement.createBatch', { title: '测试批次', dateFrom: over.dateFrom ?? '2026-01-01', dateTo: over.dateTo ?? '2026-11-20', productId: null, capBp: over.capBp ?? 5_000 });
  await station.must(session, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  return id;
}

/** Takes a calculated batch through review and approval. */
export async function approvedBatch(station: TestStation, session: Session, id: string): Promise<void> {
  await station.must(session, 'settlement.review', { id });
  await station.must(session, 'settlement.approve', { id }, { approval: station.approval('manager') });
}
