import { insertRow } from '../../../db/insert.ts';
import { keepRecoveryWrap } from '../../../db/queries/folder.queries.ts';
import { seedAccounts } from '../../../db/seed/accounts.ts';
import type { Locale } from '../../contract/fields.ts';
import type { ParsedInputOf } from '../../contract/operations.ts';
import { createSigningKey } from '../platform/signing.ts';
import { sealSigningKey } from '../platform/device-key.ts';
import { createDataKey } from '../platform/key-store.ts';
import { hashPin, pinProblem } from '../platform/passwords.ts';
import { fieldProtection } from '../platform/protected-field.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, changeAfter, task } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import type { SessionUser } from '../rpc/session.ts';
import type { StationKeys } from '../station.ts';
import { digestOfAccounts } from './books/account-digest.ts';
import { bornAs } from './books/birth-digests.ts';
import { createMaster } from './books/masters.ts';
import { openDocument } from './books/documents.ts';
import { keyPlace } from './identity.ts';
import { loadNameSounds } from './member/name-sounds.ts';
import { offeredProducts, seedGoods } from './setup-goods.ts';
import { checkIdentifier } from '../../domain/identifiers.ts';
import { seedTraining, trainingPlan } from './training-seed.ts';

export type FoundingPlan = ParsedInputOf<'setup.create'>;

interface Founding {
  readonly pinHashes: readonly string[];
  readonly keys: StationKeys;
  readonly recovery: { readonly code: string; readonly wrap: string };
}

function checkPlan(plan: FoundingPlan): void {
  const roles = new Set(plan.people.map((person) => person.role));
  if (!roles.has('manager') || !roles.has('accountant')) refuse('manager_and_accountant_needed');
  if (new Set(plan.people.map((person) => person.login)).size !== plan.people.length) refuse('login_taken');
  if (new Set(plan.people.map((person) => person.pin)).size !== plan.people.length) refuse('pins_equal');
  for (const person of plan.people) {
    const problem = pinProblem(person.pin);
    if (problem) refuse('pin_weak', { name: person.name, problem });
  }
  const { creditCode } = plan.cooperative;
  if (creditCode !== null && !checkIdentifier('uscc', creditCode).valid) refuse('credit_code_invalid');
}

/** The slow work before the transaction: PIN hashes, the data key in its place, the device's signing key. */
async function prepareFounding({ station }: QueryContext, plan: FoundingPlan): Promise<Founding> {
  if (station.device) refuse('setup_done');
  checkPlan(plan);
  const pinHashes = await Promise.all(plan.people.map((person) => hashPin(person.pin, station.pinCost)));
  const held = await createDataKey(keyPlace(station.paths, station.host, station.folderUlid));
  return { pinHashes, keys: { keeping: held.keeping, dataKey: held.dataKey, fields: fieldProtection(held.dataKey), signing: createSigningKey() }, recovery: held.recovery };
}

/** The founding, and a context that acts for the new manager in the same transaction, with the accountant as the second person. */
interface Founded { readonly recoveryCode: string; readonly acting: CommandContext }

/** Founds the station: device, people, cooperative, accounts, goods and first prices, in one transaction. */
function found(context: CommandContext, plan: FoundingPlan, founding: Founding): Founded {
  const { station, tx, now } = context;
  if (station.device) refuse('setup_done');
  const device = { ulid: station.ids.ulid(), stationCode: plan.station.code, deskLetter: plan.station.deskLetter, publicKey: founding.keys.signing.publicKey };
  const sealedKey = sealSigningKey(founding.keys.fields, device.ulid, founding.keys.signing);
  insertRow(tx, 'device', { ulid: device.ulid, station_code: device.stationCode, desk_letter: device.deskLetter, public_key: device.publicKey, sealed_key: sealedKey, origin: 'first', begun_at: now });
  keepRecoveryWrap.run(tx, { wrap: founding.recovery.wrap });
  const acting: CommandContext = { ...context, station: { ...station, device, keys: founding.keys } };
  const people = plan.people.map((person, index) => addPerson(acting, person, founding.pinHashes[index] ?? '', plan.locale));
  const manager = people.find((person) => person.role === 'manager') ?? refuse('manager_and_accountant_needed');
  const asManager: CommandContext = { ...acting, user: manager };
  seedAccounts(tx);
  createMaster(asManager, 'cooperative', { name: plan.cooperative.name, credit_code: plan.cooperative.creditCode, phone: plan.cooperative.phone, address: plan.cooperative.address });
  const { id: stationId } = createMaster(asManager, 'station', { code: plan.station.code, name: plan.station.name, village: plan.station.village });
  createMaster(asManager, 'desk', { station_id: stationId, letter: plan.station.deskLetter, name: plan.station.deskLetter });
  createMaster(asManager, 'place', { code: 'STORE', name_zh: '站内仓', name_en: 'Station store' });
  createMaster(asManager, 'cash_box', { name: plan.locale === 'zh' ? '收购现金箱' : 'Intake cash box', day_limit_fen: 500_000 });
  const birth = openDocument(asManager, { type: 'incarnation' });
  birth.add('incarnation', { document_id: birth.id, device: device.ulid, previous_device: null, previous_seq: null, previous_hash: null, cause: 'first', backup_name: null });
  birth.seal({ payload: { device: device.ulid, publicKey: device.publicKey, accounts: digestOfAccounts(tx), ...bornAs(tx) } });
  const role = openDocument(asManager, { type: 'settlement_role' });
  role.add('settlement_role', { document_id: role.id, device: device.ulid, previous_device: null });
  role.seal({ payload: { device: device.ulid } });
  seedGoods(asManager, plan);
  context.afterCommit(() => Object.assign(station, { device, keys: founding.keys }));
  return { recoveryCode: founding.recovery.code, acting: { ...asManager, approver: people.find((person) => person.role === 'accountant') ?? null } };
}

function addPerson(context: CommandContext, person: FoundingPlan['people'][number], pinHash: string, locale: Locale): SessionUser {
  const density = person.role === 'clerk' || person.role === 'grader' ? 'desk' : 'office';
  const { id, ulid } = createMaster(context, 'user', { login: person.login, name: person.name, role: person.role, pin_hash: pinHash, active: 1, locale, density });
  return { rowId: id, id: ulid, login: person.login, name: person.name, role: person.role, locale, density };
}

export const setupHandlers = {
  'setup.offer': ask(() => ({ products: offeredProducts() })),
  'setup.create': changeAfter(prepareFounding, (context, plan, founding) => ({ recoveryCode: found(context, plan, founding).recoveryCode }), { once: false }),
  'setup.createTraining': changeAfter(
    async (context, { locale }) => {
      if (context.station.kind !== 'training') refuse('training_only');
      const plan = trainingPlan(locale);
      await loadNameSounds();
      return { plan, founding: await prepareFounding(context, plan) };
    },
    (context, { locale }, { plan, founding }) => {
      const { acting } = found(context, plan, founding);
      seedTraining(acting, locale);
      return { people: plan.people.map(({ login, name, pin }) => ({ login, name, pin })) };
    },
    { once: false },
  ),
  'setup.openTraining': task(async ({ station }) => ({ opened: (await station.host.openTraining?.()) ?? false }), { once: false }),
} satisfies HandlersOf<'setup.offer' | 'setup.create' | 'setup.createTraining' | 'setup.openTraining'>;

