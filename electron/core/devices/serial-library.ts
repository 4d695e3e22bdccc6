import type * as SerialLibrary from 'serialport';

let loaded: Promise<typeof SerialLibrary> | null = null;

/** The library behind serial lines. It is a fifth of what core would load before the first screen, so it waits for the first line that is opened or listed. */
export function serialLibrary(): Promise<typeof SerialLibrary> {
  return (loaded ??= import('serialport'));
}
