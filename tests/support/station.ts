import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Approval, Envelope } from '../../electron/contract/envelope.ts';
import type { InputOf, OperationName, OutputOf } from '../../electron/contract/operations.ts';
import type { CoreHost } from '../../electron/core/host/core-host.ts';
import type { Clock } from '../../electron/core/platform/clock.ts';
import { systemIds } from '../../electron/core/platform/ids.ts';
import { newSession } from '../../electron/core/rpc/session.ts';
import type { Session } from '../../electron/core/rpc/session.ts';
import { startCore } from '../../electron/core/start.ts';
import type { Core } from '../../electron/core/start.ts';
import { emptyPlace, foundAt } from './founded-copies.ts';
import type { StationPlace } from './founded-copies.ts';
import { programs, projectRoot } from './programs.ts';
import { quietHost } from './quiet-host.ts';
import type { FolderKind } from '../../electron/core/station.ts';

/** A clock that moves only when told; both hands move together unless a test says otherwise. */
export interface HandClock extends Clock {
  forward(ms: number): void;
  /** Sets the computer's time without the monotonic clock noticing, as a person or a dead battery would. */
  setComputerTime(at: number): void;
}

/** 2026-11-20, a Friday, 09:00 in Shanghai. */
export const fridayMorning = Date.UTC(2026, 10, 20, 1, 0, 0);

export function handClock(start: number = fridayMorning): HandClock {
  let now = start;
  let monotonic = 1_000;
  return {
    now: () => now,
    monotonic: () => monotonic,
    forward(ms) {
      now += ms;
      monotonic += ms;
    },
    setComputerTime(at) {
      now = at;
    },
  };
}

/** PINs of the three people every test station starts with. */
export const people = {
  manager: { login: 'wang', name: '王站长', pin: '2580' },
  accountant: { login: 'li', name: '李会计', pin: '1470' },
  clerk: { login: 'zhang', name: '张司磅', pin: '3690' },
} as const;
export type PersonKey = keyof typeof people;

export interface TestStation {
  readonly core: Core;
  readonly clock: HandClock;
  readonly folder: string;
  readonly config: string;
  /** A session signed in as this person. */
  as(person: PersonKey): Promise<Session>;
  call<N extends OperationName>(session: Session, op: N, input: InputOf<N>, extra?: { commandId?: string; approval?: Approval }): Promise<Envelope<OutputOf<N>>>;
  /** Like `call`, and fails the test when the answer is not the data. */
  must<N extends OperationName>(session: Session, op: N, input: InputOf<N>, extra?: { commandId?: string; approval?: Approval }): Promise<OutputOf<N>>;
  approval(person: PersonKey): Approval;
  /** Stops core and opens the same folder again. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export interface TestStationOptions {
  readonly kind?: FolderKind;
  readonly host?: CoreHost;
  readonly clock?: HandClock;
  /** Leaves the folder empty, before the first run. */
  readonly empty?: boolean;
  /** Product codes to found the station with; all of the scheme file when left out. */
  readonly prices?: InputOf<'setup.create'>['prices'];
  /** Whether every answer is checked against the contract; on unless a test measures. */
  readonly checkReplies?: boolean;
  /** The script of the worker threads, where a test measures what is shipped. */
  readonly worker?: string;
}

const foundingPlan = (prices: InputOf<'setup.create'>['prices'], products: string[]): InputOf<'setup.create'> => ({
  locale: 'zh',
  cooperative: { name: '示例农民专业合作社', creditCode: null, phone: null, address: null },
  station: { code: 'GZ01', name: '示例村服务站', village: '示例村', deskLetter: 'A' },
  people: [{ ...people.manager, role: 'manager' }, { ...people.accountant, role: 'accountant' }, { ...people.clerk, role: 'clerk' }],
  products, prices,
});

/** A real core on a real SQLite file in a folder of its own, founded and ready, with a clock in the test's hand. */
export async function testStation(options: TestStationOptions = {}): Promise<TestStation> {
  const clock = options.clock ?? handClock();
  const ids = systemIds(clock);
  const kind = options.kind ?? 'live';
  const open = (place: StationPlace, host: CoreHost): Promise<Core> => startCore({
    paths: { data: place.data, resources: join(projectRoot, 'resources'), config: place.config, worker: options.worker ?? programs().worker },
    kind, host, clock, ids, pinCost: { logN: 10, r: 8, p: 1 }, checkReplies: options.checkReplies ?? true,
  });
  let core: Core;
  const call: TestStation['call'] = (session, op, input, extra = {}) =>
    core.dispatcher.call(session, { op, input, commandId: extra.commandId ?? ids.ulid(), approval: extra.approval }) as never;
  const must: TestStation['must'] = async (session, op, input, extra) => {
    const envelope = await call(session, op, input, extra);
    if (!envelope.ok) throw new Error(`${op}: ${JSON.stringify(envelope)}`);
    return envelope.data;
  };
  async function found(): Promise<void> {
    const session = newSession('cli');
    const offer = await must(session, 'setup.offer', {});
    const prices = options.prices ?? offer.products.flatMap((product) => product.grades.map((grade, index) => ({ productCode: product.code, grade: grade.id, priceE4: 60_000 - 10_000 * Math.min(index, 4) })));
    await must(session, 'setup.create', foundingPlan(prices, offer.products.map((product) => product.code)));
  }
  const place = emptyPlace();
  if (!options.empty) {
    await foundAt(place, JSON.stringify([kind, clock.now(), clock.monotonic(), options.prices]), async (first) => {
      core = await open(first, quietHost);
      await found();
      await core.stop();
    });
  }
  const host = options.host ?? quietHost;
  core = await open(place, host);
  return {
    get core() {
      return core;
    },
    clock, folder: place.data, config: place.config, call, must,
    async as(person) {
      const session = newSession('desk');
      await must(session, 'session.signIn', { user: people[person].login, pin: people[person].pin });
      return session;
    },
    approval: (person) => ({ user: people[person].login, pin: people[person].pin }),
    async reopen() {
      await core.stop();
      core = await open(place, host);
    },
    async close() {
      await core.stop();
      rmSync(place.data, { recursive: true, force: true });
      rmSync(place.config, { recursive: true, force: true });
    },
  };
}
