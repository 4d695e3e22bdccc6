import type { LineSettings, ScaleProfile } from '../../../../electron/contract/scale-profile.ts';
import type { OutputOf } from '../../../api/operation-types.ts';

export type ScaleRow = OutputOf<'scale.list'>['rows'][number];
export type Protocol = OutputOf<'scale.protocols'>['rows'][number];
export type FoundPort = OutputOf<'scale.ports'>['rows'][number];
export type PortKind = ScaleProfile['port']['kind'];

export const portKinds = ['serial', 'tcp', 'simulator'] as const satisfies readonly PortKind[];

/** The profile without the live weight that core shows beside it. */
export function profileOf(row: ScaleRow): ScaleProfile {
  const { live, ...profile } = row;
  void live;
  return profile;
}

export function newScale(known: readonly ScaleProfile[], protocols: readonly Protocol[], training: boolean): ScaleProfile {
  const taken = new Set(known.map((scale) => scale.id));
  const id = Array.from({ length: 9 }, (_, index) => `scale-${String(index + 1)}`).find((candidate) => !taken.has(candidate)) ?? 'scale-9';
  return {
    id, name: '', port: training ? { kind: 'simulator' } : { kind: 'serial', path: '', identity: null }, protocol: protocols[0]?.key ?? 'yaohua-tf0', line: null, config: {},
    capacityGrams: null, intervalGrams: null, minimumGrams: null, ageLimitMs: 2_000, settle: { readings: 5, milliseconds: 800 }, sendsOnce: false, pollMs: null,
  };
}

export function portOf(kind: PortKind, former: ScaleProfile['port']): ScaleProfile['port'] {
  if (kind === former.kind) return former;
  switch (kind) {
    case 'serial': return { kind, path: '', identity: null };
    case 'tcp': return { kind, host: '', port: 4001 };
    case 'simulator': return { kind };
  }
}

/** A port of this computer with what the system knows of its adapter, so that it is found again under another name. */
export function serialPort(path: string, found: readonly FoundPort[]): ScaleProfile['port'] {
  return { kind: 'serial', path, identity: found.find((port) => port.path === path)?.identity ?? null };
}

export function scaleHolds(scale: ScaleProfile): boolean {
  if (scale.name.trim() === '') return false;
  if (scale.port.kind === 'serial') return scale.port.path.trim() !== '';
  return scale.port.kind === 'simulator' || (scale.port.host.trim() !== '' && scale.port.port >= 1 && scale.port.port <= 65_535);
}

/** `9600 8N1`, as it stands on the plate of an indicator. */
export function lineText(line: LineSettings): string {
  return `${String(line.baudRate)} ${String(line.dataBits)}${line.parity.slice(0, 1).toUpperCase()}${String(line.stopBits)}`;
}
