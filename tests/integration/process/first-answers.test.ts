import { expect, test } from 'vitest';
import { newSession } from '../../../electron/core/rpc/session.ts';
import { startCore } from '../../../electron/core/start.ts';
import { people, testStation } from '../../support/station.ts';

test('the window learns who may sign in before the rest of core is loaded; whoever asks for more waits for it; what was never needed still ends', async () => {
  const station = await testStation();
  await station.core.stop();
  const { paths, host, clock, ids, pinCost } = station.core.station;
  const failures: unknown[] = [];
  const open = (): ReturnType<typeof startCore> => startCore({ paths, host, clock, ids, pinCost, kind: 'live', checkReplies: true, restFailed: (error) => failures.push(error) });
  const core = await open();
  const session = newSession('desk');
  const state = await core.dispatcher.call(session, { op: 'session.state', input: {} });
  expect(state).toMatchObject({ ok: true, data: { phase: 'sign_in', people: expect.arrayContaining([expect.objectContaining({ login: people.clerk.login })]) } });
  expect(core.station.live).toBeUndefined();

  const [signedIn, unknown] = await Promise.all([
    core.dispatcher.call(session, { op: 'session.signIn', input: { user: people.clerk.login, pin: people.clerk.pin }, commandId: ids.ulid() }),
    core.dispatcher.call(newSession('desk'), { op: 'no.such', input: {} }),
  ]);
  expect(signedIn).toMatchObject({ ok: true });
  expect(unknown).toMatchObject({ ok: false, refusal: { code: 'unknown_operation' } });
  expect(core.station.live.spool).toBeDefined();
  await core.stop();

  const unused = await open();
  await unused.stop();
  expect(unused.station.live).toBeUndefined();
  expect(failures).toEqual([]);
  await station.reopen();
  await station.close();
});

test('a rest that cannot be started is told, and whoever waits for it hears of a fault instead of waiting for ever', async () => {
  const station = await testStation();
  await station.core.stop();
  const { host, clock, ids, pinCost } = station.core.station;
  const failures: unknown[] = [];
  // Nobody asks where the worker threads' script lies until what lives as long as core is started.
  const paths = { ...station.core.station.paths, get worker(): string { throw new Error('the program is torn'); } };
  const core = await startCore({ paths, host, clock, ids, pinCost, kind: 'live', restFailed: (error) => failures.push(error) });
  expect(await core.dispatcher.call(newSession('desk'), { op: 'session.echo', input: {} })).toMatchObject({ ok: false, fault: { code: 'internal' } });
  expect(failures).toEqual([new Error('the program is torn')]);
  await core.stop();
  await station.reopen();
  await station.close();
});
