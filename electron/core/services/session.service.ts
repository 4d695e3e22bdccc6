import { believing, clockCorrectionRow } from './session/clock-correction.ts';
import { sessionState } from './session/state.ts';
import { listPeople, resetPin, savePerson } from './session/people.ts';
import { reviseMaster } from './books/masters.ts';
import { appendEvent } from './books/event-log.ts';
import { currentUserFields } from './session/user-fields.ts';
import type { OperationName } from '../../contract/operations.ts';
import type { AuditLine } from '../rpc/audit.ts';
import { auditAside } from '../rpc/audit.ts';
import { checkPin } from '../rpc/people.ts';
import type { HandlersOf, QueryContext, TaskContext } from '../rpc/handler.ts';
import { ask, change, changeAfter, signedIn, task } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { hashPin, pinProblem } from '../platform/passwords.ts';
import { digestOf } from '../platform/digest.ts';
import { personOf } from './session/person.ts';

type Own = 'session.state' | 'session.signIn' | 'session.signOut' | 'session.prefer' | 'session.confirmDate' | 'session.correctClock' | 'session.echo' | 'user.list' | 'user.save' | 'user.resetPin';

const hashOrRefuse = async ({ station }: QueryContext, pin: string): Promise<string> => {
  const problem = pinProblem(pin);
  return problem ? refuse('pin_weak', { problem }) : hashPin(pin, station.pinCost);
};

const sessionLine = ({ now, commandId }: TaskContext, userId: number, op: OperationName): AuditLine => ({ at: now, userId, op, outcome: 'ok', code: null, commandId, correlationId: null });

export const sessionHandlers = {
  'session.state': ask((context) => sessionState(context)),
  'session.echo': ask(() => ({})),
  'session.signIn': task(async (context, { user, pin }) => {
    const outcome = await checkPin(context.station, user, pin, 'session.signIn');
    if (!outcome.ok) refuse(outcome.why, { seconds: outcome.waitSeconds });
    context.session.user = outcome.user;
    auditAside(context.station, sessionLine(context, outcome.user.rowId, 'session.signIn'));
    return { user: personOf(context.station.db, outcome.user.rowId) };
  }, { once: false }),
  'session.signOut': task((context) => {
    auditAside(context.station, sessionLine(context, signedIn(context).rowId, 'session.signOut'));
    context.session.user = null;
    context.station.live.display.clear();
    return {};
  }, { once: false }),
  'session.prefer': change((context, wish) => {
    const user = signedIn(context);
    const fields = currentUserFields(context.tx, user.rowId);
    reviseMaster(context, 'user', user.id, { ...fields, locale: wish.locale ?? fields.locale, density: wish.density ?? fields.density });
    context.afterCommit(() => {
      context.session.user = { ...user, locale: wish.locale ?? user.locale, density: wish.density ?? user.density };
    });
    return {};
  }),
  'session.confirmDate': change((context, { businessDate }) => {
    const { clockGuard } = context.station;
    if (clockGuard.finding() !== 'rested_confirm') refuse('nothing_to_confirm');
    if (businessDate !== context.businessDate) refuse('date_differs', { computer: context.businessDate });
    const fact = { businessDate, restedSince: clockGuard.lastEventAt() };
    context.afterCommit(() => clockGuard.confirm());
    appendEvent(believing(context), { type: 'clock.date_confirmed', docType: 'folder', docId: context.station.folderUlid, docHash: digestOf(fact), payload: fact });
    return {};
  }),
  'session.correctClock': change((context, { reason }) => {
    const finding = context.station.clockGuard.finding();
    if (finding === 'ok' || finding === 'rested_confirm') refuse('clock_is_fine');
    clockCorrectionRow(context, finding, reason);
    return {};
  }),
  'user.list': ask(({ db }) => ({ rows: listPeople(db) })),
  'user.save': changeAfter(
    async (context, input) => (input.pin === undefined ? null : hashOrRefuse(context, input.pin)),
    (context, input, pinHash) => savePerson(context, input, pinHash),
  ),
  'user.resetPin': changeAfter(async (context, input) => hashOrRefuse(context, input.pin), (context, input, pinHash) => resetPin(context, input.id, pinHash)),
} satisfies HandlersOf<Own>;
