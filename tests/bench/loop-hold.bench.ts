import { resolve } from 'node:path';
import { loopTurns } from '../support/loop-turns.ts';
import { addSeller, inTransaction } from '../support/payables.ts';
import { testStation } from '../support/station.ts';
import type { TestStation } from '../support/station.ts';
import { part, productOf, publish, scaled, ticketForm } from '../support/tickets.ts';
import { median, row } from './measure.ts';
import type { BenchRow } from './measure.ts';
import { seasonDay, seedSeason } from './season.ts';

const rounds = 3;
const bigTicket = { baskets: 60, owners: 8 } as const;
const [fewTickets, manyTickets] = [3_000, 30_000];
/** Sixty baskets and eight owners are many rows more, and yet one short transaction. */
const mostOfTicket = 6;
/** A settlement goes in steps: ten times the tickets are more steps, not longer ones. A step grows to its aim, half of what the desk may be held. */
const mostOfStep = 3;

async function post(station: TestStation, owners: readonly string[], baskets: number): Promise<number> {
  const clerk = await station.as('clerk');
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  const form = ticketForm(station, {
    productId, owners: owners.map((memberId) => ({ memberId, share: 1 })), baskets: Array.from({ length: baskets }, () => scaled(station, 10_000)), parts: [part('G1')], expectedTotalFen: baskets * 2_600,
  });
  return Math.max(...await loopTurns(() => station.must(clerk, 'ticket.post', form)));
}

/** The longest turn of the loop while the seeded tickets are settled; the run is given up afterwards, so that the next round finds them again. */
async function settle(station: TestStation): Promise<number> {
  const accountant = await station.as('accountant');
  const { id } = await station.must(accountant, 'settlement.createBatch', { title: '旬结', dateFrom: seasonDay, dateTo: seasonDay, productId: null, capBp: 5_000 });
  const held = await loopTurns(async () => {
    await station.must(accountant, 'settlement.calculate', { id });
    await station.core.station.live.settlementRuns.idle();
  });
  await station.must(accountant, 'settlement.cancelRun', { id });
  await station.core.station.live.settlementRuns.idle();
  return Math.max(...held);
}

async function seeded(tickets: number): Promise<TestStation> {
  const station = await testStation({ checkReplies: false, worker: resolve(import.meta.dirname, '../../out/main/worker.cjs') });
  seedSeason(station, tickets / 10, tickets);
  return station;
}

/**
 * How long the loop that carries the scales' bytes is held in one piece, in CPU time: by a large ticket against a small one, and by settling
 * many tickets against few. Both floors come from the same program in the same minutes, so the ratios are the shape of the work, not the machine's.
 */
export async function benchLoopHold(): Promise<BenchRow[]> {
  const [few, many] = [await seeded(fewTickets), await seeded(manyTickets)];
  try {
    await publish(few, (await productOf(few, await few.as('manager'), 'SWPO-ZY')).id, { G1: 26_000 });
    const owners = inTransaction(few, (context) => Array.from({ length: bigTicket.owners }, (_, index) => addSeller(context, `L${String(index)}`).id));
    const held: { small: number; big: number; few: number; many: number }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const turn = { small: await post(few, owners.slice(0, 1), 1), big: await post(few, owners, bigTicket.baskets), few: await settle(few), many: await settle(many) };
      // The first round does what a station at work has done before.
      if (round > 0) held.push(turn);
    }
    const middle = (name: keyof (typeof held)[number]): number => median(held.map((turn) => turn[name]));
    return [
      row(`loop held by a ticket of ${bigTicket.baskets} baskets`, middle('big'), middle('small'), mostOfTicket, 'ms'),
      row(`loop held settling ${manyTickets} tickets, not ${fewTickets}`, middle('many'), middle('few'), mostOfStep, 'ms'),
    ];
  } finally {
    await few.close();
    await many.close();
  }
}
