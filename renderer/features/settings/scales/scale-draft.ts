import { ulid } from 'ulid';
import type { LineSettings, ScaleProfile } from '../../../../electron/contract/scale-profile.ts';
import type { OutputOf } from '../../../api/operation-types.ts';

export type ScaleRow = OutputOf<'scale.list'>['rows'][number];
export type Protocol = OutputOf<'scale.protocols'>['rows'][number];
export type FoundPort = OutputOf<'scale.ports'>['rows'][number];
export type PortKind = ScaleProfile['port']['kind'];

export const portKinds = ['serial', 'tcp', 'file', 'simulator'] as const satisfies readonly PortKind[];

/** The profile without the live weight that core shows beside it. */
export function profileOf(row: ScaleRow): ScaleProfile {
  const { live, ...profile } = row;
  void live;
  return profile;
}

/** A scale that was never set up here. Its id is one that no scale ever had, for the book and the certificate of a scale go by its id. */
export function newScale(protocols: readonly Protocol[], training: boolean): ScaleProfile {
  return {
    id: `s-${ulid().toLowerCase()}`, name: '', port: training ? { kind: 'simulator' } : { kind: 'serial', path: '', identity: null }, ...usualOf(protocols[0]?.key ?? 'yaohua-tf0', protocols),
    capacityGrams: null, intervalGrams: null, minimumGrams: null, ageLimitMs: 2_000, settle: { readings: 5, milliseconds: 800 }, sendsOnce: false,
  };
}

/** What a protocol chosen by hand begins with: its usual line, kilograms where the scale may send no unit, questions where it takes any. */
export function usualOf(key: string, protocols: readonly Protocol[]): Pick<ScaleProfile, 'protocol' | 'line' | 'config' | 'pollMs'> {
  const protocol = protocols.find((candidate) => candidate.key === key);
  return { protocol: key, line: null, config: protocol?.configKeys.includes('unit') === true ? { unit: 'kg' } : {}, pollMs: protocol === undefined || protocol.asked === 'never' ? null : usualPollMs };
}

/** How often a scale is asked where nobody says otherwise, in milliseconds. */
export const usualPollMs = 500;
const streamAgeMs = 2_000;
const pressAgeMs = 60_000;

/** The interval of asking as it may be saved, in milliseconds; null for one that the scale could not follow or that is too rare. */
export function intervalOf(pollMs: number): number | null {
  return pollMs >= 100 && pollMs <= 60_000 ? pollMs : null;
}

/** A scale that sends once on a key: its weight must last until somebody has walked to the keyboard. */
export function withSendsOnce(sendsOnce: boolean): Pick<ScaleProfile, 'sendsOnce' | 'ageLimitMs'> {
  return { sendsOnce, ageLimitMs: sendsOnce ? pressAgeMs : streamAgeMs };
}

export function portOf(kind: PortKind, former: ScaleProfile['port']): ScaleProfile['port'] {
  if (kind === former.kind) return former;
  switch (kind) {
    case 'serial': return { kind, path: '', identity: null };
    case 'tcp': return { kind, host: '', port: 4001 };
    case 'file': return { kind, path: '', identity: null };
    case 'simulator': return { kind };
  }
}

/** A device of this computer with what the system knows of it, so that it is found again under another name. */
export function devicePort(kind: FoundPort['kind'], path: string, found: readonly FoundPort[]): ScaleProfile['port'] {
  return { kind, path, identity: found.find((port) => port.kind === kind && port.path === path)?.identity ?? null };
}

export function scaleHolds(scale: ScaleProfile): boolean {
  return scale.name.trim() !== '' && portHolds(scale.port) && (scale.pollMs === null || intervalOf(scale.pollMs) !== null) && settleHolds(scale.settle);
}

/** Which numbers of the rule for a settled weight cannot be saved: 2 to 50 equal readings, 0 to 20,000 milliseconds. */
export function settleFaults({ readings, milliseconds }: ScaleProfile['settle']): { readings: boolean; milliseconds: boolean } {
  return { readings: readings < 2 || readings > 50, milliseconds: milliseconds < 0 || milliseconds > 20_000 };
}

function settleHolds(settle: ScaleProfile['settle']): boolean {
  const faults = settleFaults(settle);
  return !faults.readings && !faults.milliseconds;
}

/** Whether it is said where the scale is plugged in. */
export function portHolds(port: ScaleProfile['port']): boolean {
  if (port.kind === 'serial' || port.kind === 'file') return port.path.trim() !== '';
  return port.kind === 'simulator' || (port.host.trim() !== '' && port.port >= 1 && port.port <= 65_535);
}

const speeds = [600, 1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200] as const;
const shapes = [
  { dataBits: 8, parity: 'none', stopBits: 1 }, { dataBits: 8, parity: 'none', stopBits: 2 }, { dataBits: 8, parity: 'even', stopBits: 1 }, { dataBits: 8, parity: 'odd', stopBits: 1 },
  { dataBits: 7, parity: 'even', stopBits: 1 }, { dataBits: 7, parity: 'odd', stopBits: 1 }, { dataBits: 7, parity: 'none', stopBits: 2 }, { dataBits: 7, parity: 'even', stopBits: 2 },
] as const;

/** The settings of a line to choose from: the usual ones of the format first, the one that is set, then every other that an indicator's menu may hold. */
export function linesToChoose(usual: readonly LineSettings[], set: LineSettings | null): LineSettings[] {
  const all = [...usual, ...(set === null ? [] : [set]), ...speeds.flatMap((baudRate) => shapes.map((shape) => ({ baudRate, ...shape })))];
  return [...new Map(all.map((line) => [lineText(line), line])).values()];
}

/** `9600 8N1`, as it stands on the plate of an indicator. */
export function lineText(line: LineSettings): string {
  return `${String(line.baudRate)} ${String(line.dataBits)}${line.parity.slice(0, 1).toUpperCase()}${String(line.stopBits)}`;
}
