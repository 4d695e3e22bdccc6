import type { PoleProfile } from '../../../electron/contract/display.ts';

/** The pole display as it is being set up; what is typed stays text until it is saved. */
export interface PoleDraft {
  readonly kind: 'none' | 'serial' | 'tcp';
  readonly path: string;
  readonly host: string;
  readonly port: string;
  readonly baudRate: string;
  readonly charset: PoleProfile['charset'];
}

const empty: PoleDraft = { kind: 'none', path: '', host: '', port: '9100', baudRate: '9600', charset: 'ascii' };

/** Reads what core keeps; null is no display. Core alone writes it, in this shape. */
export function poleDraftOf(stored: unknown): PoleDraft {
  if (typeof stored !== 'object' || stored === null) return empty;
  const { port, line, charset } = stored as PoleProfile;
  const draft = { ...empty, baudRate: String(line.baudRate), charset };
  return port.kind === 'serial' ? { ...draft, kind: 'serial', path: port.path } : { ...draft, kind: 'tcp', host: port.host, port: String(port.port) };
}

/** What is saved; null is no display. `incomplete` while an address is missing or a number cannot be used. */
export function poleOf(draft: PoleDraft): PoleProfile | null | 'incomplete' {
  if (draft.kind === 'none') return null;
  const baudRate = Number(draft.baudRate);
  const line = { baudRate: draft.kind === 'serial' ? baudRate : 9_600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
  if (draft.kind === 'serial') {
    if (draft.path.trim() === '' || !(baudRate >= 110 && baudRate <= 921_600)) return 'incomplete';
    return { port: { kind: 'serial', path: draft.path.trim(), identity: null }, line, charset: draft.charset };
  }
  const port = Number(draft.port);
  if (draft.host.trim() === '' || !(port >= 1 && port <= 65_535)) return 'incomplete';
  return { port: { kind: 'tcp', host: draft.host.trim(), port }, line, charset: draft.charset };
}
