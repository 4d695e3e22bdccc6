import { isStationAddress } from './pages/page-address.ts';

/** The parts of an IPC event that say who sent it. */
export interface SentBy {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** True when a message comes from the top frame of the station's own page. A frame that has gone in the meantime is nobody. */
export function isFromStationPage(event: SentBy): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isStationAddress(frame.url);
}
