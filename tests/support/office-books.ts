import { resolve } from 'node:path';
import type { Approval } from '../../electron/contract/envelope.ts';
import type { InputOf, OperationName, OutputOf } from '../../electron/contract/operations.ts';
import type { Session } from '../../electron/core/rpc/session.ts';
import { newSession } from '../../electron/core/rpc/session.ts';
import { startCore, type Core } from '../../electron/core/start.ts';
import { givenReading } from './intake.ts';
import { programs, projectRoot } from './programs.ts';
import { quietHost } from './quiet-host.ts';
import { handClock, type HandClock } from './station.ts';

const dayMs = 86_400_000;

/** People of the practice station. */
export const office = {
  manager: { user: 'zhanzhang', pin: '2580' }, accountant: { user: 'kuaiji', pin: '1470' }, clerk: { user: 'siban', pin: '3690' },
} as const satisfies Record<string, Approval>;

export interface OfficeBooks {
  readonly core: Core;
  readonly clock: HandClock;
  readonly members: OutputOf<'member.list'>['rows'];
  readonly as: (person: keyof typeof office) => Promise<Session>;
  readonly must: <N extends OperationName>(session: Session, op: N, input: InputOf<N>, approval?: Approval) => Promise<OutputOf<N>>;
  readonly post: (session: Session, ticket: PracticeTicket) => Promise<OutputOf<'ticket.post'>>;
}

export interface PracticeTicket {
  readonly member: number;
  readonly code: string;
  readonly grade: string;
  readonly grams: readonly number[];
  readonly typed?: boolean;
  readonly measures?: InputOf<'ticket.post'>['measures'];
}

/** What practice sellers bring on the days before today: days ago, hour, and the goods. */
const season: readonly (readonly [number, number, PracticeTicket])[] = [
  [33, 9, { member: 1, code: 'CHILI-CTJ', grade: 'G2', grams: [42_300, 38_150] }], [33, 10, { member: 4, code: 'SWPO-ZY', grade: 'G1', grams: [58_200] }],
  [12, 8, { member: 0, code: 'SWPO-ZY', grade: 'G1', grams: [61_350, 57_900] }], [12, 9, { member: 2, code: 'CHILI-CTJ', grade: 'G1', grams: [31_050] }], [11, 9, { member: 7, code: 'CHILI-CTJ', grade: 'G3', grams: [22_400, 24_150] }],
  [10, 8, { member: 5, code: 'CILI', grade: 'TH', grams: [33_600, 29_450] }], [8, 8, { member: 10, code: 'CILI', grade: 'TH', grams: [40_200] }], [8, 10, { member: 3, code: 'KIWI-XW', grade: 'G1', grams: [27_750, 26_100] }],
  [6, 9, { member: 6, code: 'KIWI-XW', grade: 'G2', grams: [31_900] }], [5, 8, { member: 12, code: 'CILI', grade: 'CJ', grams: [18_850] }], [4, 9, { member: 8, code: 'APPLE-WN', grade: 'G1', grams: [45_550, 44_300] }],
  [3, 8, { member: 9, code: 'CHILI-CTJ', grade: 'G2', grams: [36_250] }], [2, 10, { member: 13, code: 'SWPO-ZY', grade: 'G2', grams: [52_100] }], [1, 9, { member: 0, code: 'CHILI-CTJ', grade: 'G1', grams: [28_650, 30_200] }],
];

const today: readonly (readonly [number, PracticeTicket])[] = [
  [310, { member: 2, code: 'PLUM-ZN', grade: '3A', grams: [12_350] }], [280, { member: 3, code: 'TEA-DYMJ', grade: 'G2', grams: [3_450] }], [250, { member: 5, code: 'PLUM-ZN', grade: '2A', grams: [15_800, 14_250] }],
  [190, { member: 0, code: 'CHILI-CTJ', grade: 'G1', grams: [33_400, 31_150, 29_900] }], [130, { member: 8, code: 'TEA-DYMJ', grade: 'G3', grams: [5_100] }], [90, { member: 1, code: 'CILI', grade: 'TH', grams: [24_700] }],
  [60, { member: 11, code: 'SWPO-ZY', grade: 'G3', grams: [20_000], typed: true }], [30, { member: 25, code: 'PLUM-ZN', grade: 'A', grams: [9_950] }], [12, { member: 4, code: 'TEA-MTCY', grade: 'G1', grams: [4_250] }],
];

/** Founds a practice station in this folder, some days ago by its hand clock. The caller stops the core. */
export async function foundBooks(data: string, config: string, locale: 'zh' | 'en', daysAgo = 33): Promise<OfficeBooks> {
  const clock = handClock(Date.now() - daysAgo * dayMs - 3_600_000);
  const core = await startCore({ paths: { data, config, resources: resolve(projectRoot, 'resources'), worker: programs().worker }, kind: 'training', host: quietHost, clock });
  const { ids } = core.station;
  const must: OfficeBooks['must'] = async (session, op, input, approval) => {
    const reply = await core.dispatcher.call(session, { op, input, commandId: ids.ulid(), ...(approval === undefined ? {} : { approval }) });
    if (!reply.ok) throw new Error(`${op}: ${JSON.stringify(reply)}`);
    return reply.data as never;
  };
  const as: OfficeBooks['as'] = async (person) => {
    const session = newSession('desk');
    await must(session, 'session.signIn', office[person]);
    return session;
  };
  await must(newSession('desk'), 'setup.createTraining', { locale });
  const accountant = await as('accountant');
  for (const person of ['accountant', 'manager', 'clerk'] as const) await must(await as(person), 'session.prefer', { locale, density: 'office' });
  const { rows: members } = await must(accountant, 'member.list', { limit: 50 });
  const { rows: products } = await must(accountant, 'product.list', {});
  const post: OfficeBooks['post'] = async (session, ticket) => {
    const product = products.find((row) => row.code === ticket.code);
    const member = members[ticket.member];
    if (product === undefined || member === undefined) throw new Error(`no ${ticket.code} or member ${ticket.member}`);
    const form: InputOf<'ticket.post'> = {
      draftId: ids.ulid(), owners: [{ memberId: member.id, share: 1 }], productId: product.id, returnedGrams: 0, sortingLossGrams: 0, measures: ticket.measures ?? [], paperNo: null, note: null, expectedTotalFen: 1,
      baskets: ticket.grams.map((grams) => (ticket.typed === true ? { gross: { kind: 'typed', grams, reason: '秤坏了' }, tare: { kind: 'none' } } : { gross: givenReading({ core }, grams), tare: givenReading({ core }, 900) })),
      parts: [{ grade: ticket.grade, netGrams: null, overrideReason: '按样品', deductions: [] }],
    };
    const first = await core.dispatcher.call(session, { op: 'ticket.post', input: form, commandId: ids.ulid() });
    const now = !first.ok && 'refusal' in first && first.refusal.code === 'amount_changed' ? first.refusal.params['now'] : null;
    if (typeof now !== 'number') throw new Error(`ticket.post: ${JSON.stringify(first)}`);
    return must(session, 'ticket.post', { ...form, expectedTotalFen: now });
  };
  return { core, clock, members, as, must, post };
}

/** Moves the hand clock to a moment, as if people had worked on all days between. */
export function bookAt({ core, clock }: OfficeBooks, at: number): void {
  clock.forward(at - clock.now());
  core.station.clockGuard.finding();
  core.station.clockGuard.confirm();
}

/** Fills the books with five weeks of deliveries, one reversal, one batch paid and one waiting, an advance, and the tickets of this morning. */
export async function fillBooks(books: OfficeBooks): Promise<{ readonly today: readonly OutputOf<'ticket.post'>[] }> {
  const { must, as, post, members } = books;
  const now = Date.now();
  const begin = (daysAgo: number, hour: number): number => Math.floor((now - daysAgo * dayMs + 8 * 3_600_000) / dayMs) * dayMs - 8 * 3_600_000 + hour * 3_600_000;
  for (const [daysAgo, hour, ticket] of season) {
    bookAt(books, Math.max(begin(daysAgo, hour), books.clock.now() + 60_000));
    await post(await as('clerk'), ticket);
  }
  const accountant = await as('accountant');
  const [box] = (await must(accountant, 'cash.boxes', {})).rows;
  await must(accountant, 'debt.advance', { memberId: members[2]?.id ?? '', cashBoxId: box?.id ?? '', amountFen: 30_000, consent: '当面同意' }, office.manager);
  const posted: OutputOf<'ticket.post'>[] = [];
  for (const [minutesAgo, ticket] of today) {
    // Shortly after midnight the morning is squeezed, so that these stay tickets of today.
    bookAt(books, Math.max(now - minutesAgo * 60_000, begin(0, 0) + posted.length * 1_000, books.clock.now() + 1_000));
    posted.push(await post(await as('clerk'), ticket));
  }
  const wrong = await post(await as('clerk'), { member: 6, code: 'CILI', grade: 'TH', grams: [10_900] });
  await must(await as('clerk'), 'ticket.reverse', { id: wrong.id, reason: '重量记错了' }, office.accountant);
  await must(await as('clerk'), 'settlement.payNow', { ticketId: posted[0]?.id ?? '', cashBoxId: box?.id ?? '' });
  return { today: posted };
}
