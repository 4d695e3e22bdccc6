import type { Session } from '../../electron/core/rpc/session.ts';
import type { TestStation } from './station.ts';
import { productOf, publish } from './tickets.ts';

export interface Till {
  readonly clerk: Session;
  readonly office: Session;
  readonly cashBoxId: string;
  readonly productId: string;
}

/** Red sweet potatoes at 1.00 yuan for the first grade and nothing for the second, clerk and accountant at work, and 10,000 yuan in the box. */
export async function givenTill(station: TestStation): Promise<Till> {
  const clerk = await station.as('clerk');
  const office = await station.as('accountant');
  const cashBoxId = (await station.must(clerk, 'cash.boxes', {})).rows[0]?.id ?? '';
  const productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 10_000, G2: 0 });
  await station.must(clerk, 'cash.float', { cashBoxId, direction: 'in', amountFen: 1_000_000, note: '备用金' }, { approval: station.approval('manager') });
  return { clerk, office, cashBoxId, productId };
}
