import { insertRow } from '../../../db/insert.ts';
import { bookEntryCount } from '../../../db/queries/scale-book.queries.ts';
import { settingValue } from '../../../db/queries/setting.queries.ts';
import { readingByUlid, readingState, ticketOfLoad } from '../../../db/queries/ticket.queries.ts';
import type { ScaleProfile } from '../../contract/scale-profile.ts';
import type { LiveWeight, Protocol, TakenWeight, WeightUse } from '../../contract/scale.ts';
import { businessDate } from '../../domain/business-date.ts';
import { listPorts } from '../devices/scale/port/port-list.ts';
import type { ScaleProtocol } from '../devices/scale/protocols/protocol.ts';
import { protocolOf, scaleProtocols } from '../devices/scale/protocols/protocol-table.ts';
import { commandsOf } from '../devices/scale/requests/scale-commands.ts';
import { ScaleDesk } from '../devices/scale/scale-desk.ts';
import type { SessionWeight } from '../devices/scale/session/scale-session.ts';
import { systemTimers } from '../devices/scale/session/timers.ts';
import { scaleEncoders } from '../devices/simulator/scale-encoders.ts';
import { auditAside } from '../rpc/audit.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, change, changeAfter, task } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import type { Station } from '../station.ts';
import { createMaster, reviseMaster } from './books/masters.ts';
import { requireExpression } from './scale-expression.ts';
import { passBook } from './scale-book/gate.ts';
import { portText, scaleProfiles, scalesKey } from './scale-profiles.ts';

/** Opens the scales of the station; what they show goes to the windows as the event `scale.live`, and to `heard`. */
export async function startScales(station: Station, heard: (live: LiveWeight) => void): Promise<ScaleDesk> {
  const emit = (live: LiveWeight): void => {
    station.emit('scale.live', live);
    heard(live);
  };
  const desk = new ScaleDesk({ clock: station.clock, timers: systemTimers, listPorts, emit });
  await desk.configure(scaleProfiles(station.db, station.kind));
  return desk;
}

/** The book is asked first: a weight it refuses must stay on the scale, for a scale that sends once on a key press sends it once. */
function takeNow(context: QueryContext, scaleId: string, use: WeightUse): { profile: ScaleProfile; weight: SessionWeight } {
  const { station, db } = context;
  const known = station.live.scales.list().find(({ profile }) => profile.id === scaleId)?.profile ?? refuse('scale_unknown');
  passBook(context, db, known);
  const found = station.live.scales.take(scaleId, use) ?? refuse('scale_unknown');
  const { profile, taken } = found;
  if ('refused' in taken) return refuse(taken.refused, { scale: profile.name, ...taken.params });
  return { profile, weight: taken };
}

/** The reading each weight was written down as. */
const written = new WeakMap<SessionWeight, TakenWeight>();

interface ReadingBefore {
  readonly taken: TakenWeight;
  /** The first reading of its load. */
  readonly load: number;
}

/** The reading of a load that stands on the scale since it was taken today; null for a new one. Refuses a load that a ticket stands on. */
function readingBefore(context: CommandContext, weight: SessionWeight): ReadingBefore | null {
  const taken = written.get(weight);
  const row = taken && businessDate(taken.at) === context.businessDate ? readingByUlid.first(context.tx, { ulid: taken.readingId }) : undefined;
  if (!taken || !row) return null;
  const load = readingState.one(context.tx, { readingId: row.id }).load ?? row.id;
  if (ticketOfLoad.first(context.tx, { load })) refuse('weight_already_taken', { scale: taken.scaleName });
  return { taken, load };
}

/** The latest reading written of the same load before its digit moved. */
function readingFollowed(context: CommandContext, weight: SessionWeight): ReadingBefore | null {
  for (let earlier = weight.follows; earlier !== null; earlier = earlier.follows) {
    const found = readingBefore(context, earlier);
    if (found) return found;
  }
  return null;
}

/** Writes the reading down with its proof: a ticket refers to the row, never to a number sent by the page. Of one load only one reading may stand on tickets. */
function keepReading(context: CommandContext, profile: ScaleProfile, weight: SessionWeight): TakenWeight {
  const { station } = context;
  const before = readingBefore(context, weight);
  if (before) return before.taken;
  const followed = readingFollowed(context, weight);
  const taken: TakenWeight = {
    readingId: station.ids.ulid(), scaleId: profile.id, scaleName: profile.name, port: portText(profile), protocol: profile.protocol, raw: [...weight.raw],
    value: weight.value, unit: weight.unit, grams: weight.mass.wholeGrams, subGram: weight.mass.subGram, stableRule: weight.rule, net: weight.net, at: weight.at,
    simulated: profile.port.kind === 'simulator',
  };
  const id = insertRow(context.tx, 'reading', {
    ulid: taken.readingId, scale_id: taken.scaleId, scale_name: taken.scaleName, port: taken.port, protocol: taken.protocol, raw: JSON.stringify(taken.raw), value: taken.value, unit: taken.unit,
    grams: taken.grams, sub_gram: taken.subGram ? 1 : 0, stable_rule: taken.stableRule, net: taken.net === null ? null : Number(taken.net), at: taken.at, monotonic: weight.monotonic,
    clock: station.clockGuard.quality(), device: station.device?.ulid ?? '', simulated: taken.simulated ? 1 : 0,
  });
  if (followed) insertRow(context.tx, 'reading_again', { reading_id: id, first_id: followed.load });
  context.afterCommit(() => written.set(weight, taken));
  return taken;
}

function checkProfiles(station: Station, profiles: readonly ScaleProfile[]): void {
  const ids = profiles.map((profile) => profile.id);
  if (new Set(ids).size !== ids.length) refuse('scale_twice');
  const ports = profiles.filter((profile) => profile.port.kind !== 'simulator').map(portText);
  if (new Set(ports).size !== ports.length) refuse('scale_port_twice');
  for (const profile of profiles) {
    if (protocolOf(profile.protocol) === null) refuse('scale_protocol_unknown', { protocol: profile.protocol });
    requireExpression(profile.config.expression);
    if (profile.port.kind !== 'simulator') continue;
    if (station.kind !== 'training') refuse('scale_simulator_live', { scale: profile.name });
    if (scaleEncoders[profile.protocol] === undefined) refuse('scale_protocol_unknown', { protocol: profile.protocol });
  }
}

/** A scale that was taken away keeps its book: another one under its id would come with its certificate and its checks. */
function refuseFormerIds({ tx, station }: CommandContext, profiles: readonly ScaleProfile[]): void {
  const present = new Set(scaleProfiles(tx, station.kind).map((profile) => profile.id));
  for (const { id, name } of profiles) {
    if (!present.has(id) && bookEntryCount.one(tx, { scaleId: id, kind: null, from: null, to: null }).n > 0) refuse('scale_id_former', { scale: name });
  }
}

function saveProfiles(context: CommandContext, profiles: readonly ScaleProfile[]): void {
  const value = JSON.stringify(profiles);
  const kept = settingValue.first(context.tx, { key: scalesKey });
  if (kept) reviseMaster(context, 'setting', kept.ulid, { key: scalesKey, value });
  else createMaster(context, 'setting', { key: scalesKey, value });
}

/** Whether a scale named by a person is asked: beyond the harmless questions of the search it may be asked in its own words. */
function askedOf({ onlyAnswers, safePolls, pollFor }: ScaleProtocol): Protocol['asked'] {
  if (onlyAnswers === true) return 'only';
  return safePolls.length > 0 || pollFor !== undefined ? 'may' : 'never';
}

export const scaleHandlers = {
  'scale.list': ask(({ station }) => ({ rows: station.live.scales.list().map(({ profile, live }) => ({ ...profile, live })) })),
  'scale.ports': ask(async () => ({ rows: await listPorts() })),
  'scale.protocols': ask(() => ({
    rows: scaleProtocols.map((protocol) => ({
      key: protocol.key, title: protocol.title, lines: [...protocol.lines], configKeys: [...protocol.configKeys], weakCheck: protocol.weakCheck, tellsStability: protocol.tellsStability,
      polls: protocol.safePolls.map((poll) => poll.name), asked: askedOf(protocol), simulated: scaleEncoders[protocol.key] !== undefined, commands: commandsOf(protocol.key),
    })),
  })),
  'scale.take': changeAfter(
    (context, { scaleId, use }) => Promise.resolve().then(() => takeNow(context, scaleId, use)),
    (context, _input, { profile, weight }) => keepReading(context, profile, weight),
  ),
  'scale.command': task(async ({ station, now, commandId, user }, { scaleId, command }) => {
    const outcome = await station.live.scales.command(scaleId, command);
    if (outcome === 'unknown') refuse('scale_unknown');
    if (outcome === 'none') refuse('scale_command_none');
    if (outcome === 'not_reached') refuse('scale_not_reached');
    // What was done to a scale happened, whatever becomes of the reply: the line names the scale and the command.
    auditAside(station, { at: now, userId: user?.rowId ?? null, op: 'scale.command', outcome: 'ok', code: `${scaleId} ${command}`, commandId, correlationId: null });
    return {};
  }),
  'scale.configure': change((context, { scales }) => {
    checkProfiles(context.station, scales);
    refuseFormerIds(context, scales);
    saveProfiles(context, scales);
    context.afterCommit(() => void context.station.live.scales.configure(scales).catch((error: unknown) => context.station.log.error({ err: error }, 'scales could not be opened')));
    return {};
  }),
  'scale.simulated': ask(({ station }) => ({ rows: [...station.live.scales.simulated()] })),
  'scale.simulate': task(({ station }, { scaleId, change: what }) => {
    if (station.kind !== 'training') refuse('training_only');
    const outcome = station.live.scales.simulate(scaleId, what);
    if (outcome === 'unknown') refuse('scale_unknown');
    if (outcome === 'not_simulated') refuse('scale_not_simulated');
    return {};
  }, { once: false }),
} satisfies HandlersOf<'scale.list' | 'scale.ports' | 'scale.protocols' | 'scale.take' | 'scale.command' | 'scale.configure' | 'scale.simulated' | 'scale.simulate'>;
