import type { Session } from '../../electron/core/rpc/session.ts';
import { givenMember } from './intake.ts';
import type { TestStation } from './station.ts';
import { testStation } from './station.ts';
import { productOf, publish } from './tickets.ts';

/** A station at work: a clerk, a manager, one member, and one product with its prices. */
export interface PricedStation {
  readonly station: TestStation;
  readonly clerk: Session;
  readonly manager: Session;
  readonly member: string;
  readonly productId: string;
}

/** Founds a station whose only prices are those of one product, 1/10,000 yuan per kg by grade; other `options` found it otherwise. */
export async function pricedStation(code: string, prices: Readonly<Record<string, number>>, options: Parameters<typeof testStation>[0] = { prices: [] }): Promise<PricedStation> {
  const station = await testStation(options);
  const clerk = await station.as('clerk');
  const manager = await station.as('manager');
  const member = (await givenMember(station, clerk, '张三')).id;
  const productId = (await productOf(station, clerk, code)).id;
  await publish(station, productId, prices, manager);
  return { station, clerk, manager, member, productId };
}
