/** Where a window's page lives. */
export const stationUrl = 'app://station/';
export const rescueUrl = 'app://rescue/';

/** True when an address belongs to the window's own page. */
export function isStationAddress(address: string): boolean {
  return hasHost(address, 'station');
}

export function isRescueAddress(address: string): boolean {
  return hasHost(address, 'rescue');
}

/**
 * Whether a page may go to an address by itself: the station's page may load itself again, the rescue screen may walk
 * among its own pages. Everything else is the shell's decision.
 */
export function mayNavigate(from: string, to: string): boolean {
  if (isStationAddress(from) && isStationAddress(to)) return withoutHash(from) === withoutHash(to);
  return isRescueAddress(from) && isRescueAddress(to);
}

function hasHost(address: string, host: string): boolean {
  const url = parsed(address);
  return url !== null && url.protocol === 'app:' && url.hostname === host && url.username === '' && url.port === '';
}

function withoutHash(address: string): string {
  return address.split('#', 1)[0] ?? '';
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    // What is no address belongs to nobody.
    return null;
  }
}
