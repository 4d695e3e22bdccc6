import { settingValue } from '../../../db/queries/setting.queries.ts';
import type { DisplaySheet, PoleProfile } from '../../contract/display.ts';
import { poleProfileSchema } from '../../contract/display.ts';
import { PoleLine } from '../devices/display/pole-line.ts';
import { findPort } from '../devices/scale/port/find-port.ts';
import { listPorts } from '../devices/scale/port/port-list.ts';
import type { PortOpener } from '../devices/scale/port/scale-port.ts';
import { serialPortOpener } from '../devices/scale/port/serial-port.ts';
import { tcpPortOpener } from '../devices/scale/port/tcp-port.ts';
import { systemTimers } from '../devices/scale/session/timers.ts';
import { Fault } from '../platform/fault.ts';
import type { CommandContext, HandlersOf } from '../rpc/handler.ts';
import { ask, change, task } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import type { Station } from '../station.ts';
import { createMaster, reviseMaster } from './books/masters.ts';
import { CustomerDisplay } from './display/customer-display.ts';
import { sheetFor } from './display/sheet.ts';
import { sessionState } from './session/state.ts';

const poleKey = 'display.pole';

function poleOpener({ port, line }: PoleProfile): PortOpener {
  if (port.kind === 'tcp') return tcpPortOpener(port.host, port.port);
  return async (handlers) => serialPortOpener(await findPort(port, listPorts), line, {})(handlers);
}

function storedPole(station: Station): PoleProfile | null {
  const row = settingValue.first(station.db, { key: poleKey });
  return row ? poleProfileSchema.nullable().parse(JSON.parse(row.value)) : null;
}

/** Begins what the farmer sees; the pole display, where there is one, is opened at once. */
export function startDisplay(station: Station): CustomerDisplay {
  const display = new CustomerDisplay({
    emit: (sheet: DisplaySheet | null) => station.emit('display.sheet', sheet),
    openPole: (profile) => new PoleLine(profile.charset, poleOpener(profile), systemTimers),
  });
  void display.configurePole(storedPole(station));
  return display;
}

function savePole(context: CommandContext, pole: PoleProfile | null): void {
  const fields = { key: poleKey, value: JSON.stringify(pole) };
  const kept = settingValue.first(context.tx, { key: poleKey });
  if (kept) reviseMaster(context, 'setting', kept.ulid, fields);
  else createMaster(context, 'setting', fields);
}

/** Two devices on one line would hear each other's bytes. */
function isScalePort(station: Station, { port }: PoleProfile): boolean {
  return station.live.scales.list().some(({ profile }) =>
    (port.kind === 'serial' && profile.port.kind === 'serial' && profile.port.path === port.path) ||
    (port.kind === 'tcp' && profile.port.kind === 'tcp' && profile.port.host === port.host && profile.port.port === port.port));
}

export const displayHandlers = {
  'display.state': ask((context) => {
    const { cooperative, station } = sessionState(context);
    const { display, scales } = context.station.live;
    return { cooperative, station: station?.name ?? null, sheet: display.sheet, scales: scales.list().map(({ profile, live }) => ({ id: profile.id, ageLimitMs: profile.ageLimitMs, live })) };
  }),
  'display.show': task((context, shown) => {
    context.station.live.display.show(sheetFor(context.db, shown, context.now));
    return {};
  }, { once: false }),
  'display.turn': task(async ({ station }, { shown }) => {
    if (station.host.showCustomerDisplay === undefined) throw new Fault('window_missing');
    return { shown: await station.host.showCustomerDisplay(shown) };
  }, { once: false }),
  'display.configurePole': change((context, { pole }) => {
    if (pole !== null && isScalePort(context.station, pole)) refuse('pole_port_is_a_scale');
    savePole(context, pole);
    context.afterCommit(() => void context.station.live.display.configurePole(pole));
    return {};
  }),
} satisfies HandlersOf<'display.state' | 'display.show' | 'display.turn' | 'display.configurePole'>;
