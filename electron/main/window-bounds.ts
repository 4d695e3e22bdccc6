import { readFileSync, writeFileSync } from 'node:fs';

export interface Bounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

export const defaultPlace: WindowPlace = { bounds: { width: 1366, height: 768 }, maximized: false };
const smallest = { width: 1024, height: 640 };
/** So much of the title bar must lie on a screen that the window can be taken hold of. */
const graspPx = 80;

/** Reads where the window was; an unreadable note means the default place, for it is worth nothing more. */
export function readPlace(file: string): WindowPlace {
  try {
    return placeFrom(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return defaultPlace;
  }
}

export function writePlace(file: string, place: WindowPlace): void {
  writeFileSync(file, JSON.stringify(place));
}

/** A place that can be used: whole numbers, not too small, and on a screen that still exists; else the default size, centred. */
export function usablePlace(place: WindowPlace, screens: readonly Required<Bounds>[]): WindowPlace {
  const { x, y, width, height } = place.bounds;
  const size = { width: Math.max(width, smallest.width), height: Math.max(height, smallest.height) };
  if (x === undefined || y === undefined) return { ...place, bounds: size };
  const visible = screens.some((screen) =>
    x + size.width >= screen.x + graspPx && x <= screen.x + screen.width - graspPx &&
    y >= screen.y - graspPx / 2 && y <= screen.y + screen.height - graspPx);
  return { ...place, bounds: visible ? { x, y, ...size } : size };
}

function placeFrom(value: unknown): WindowPlace {
  const place = value as { bounds?: Partial<Bounds>; maximized?: unknown } | null;
  const { x, y, width, height } = place?.bounds ?? {};
  if (!Number.isInteger(width) || !Number.isInteger(height)) return defaultPlace;
  const size = { width: width ?? 0, height: height ?? 0 };
  const placed = Number.isInteger(x) && Number.isInteger(y) ? { x: x ?? 0, y: y ?? 0, ...size } : size;
  return { bounds: placed, maximized: place?.maximized === true };
}
