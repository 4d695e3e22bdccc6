import type { Permission } from '../../electron/contract/permission.ts';
import type { Area, Finding, Gate, Screen, Section } from './area.ts';

/** Every area registers itself by its file; nobody edits this list. */
const areaFiles = import.meta.glob<{ readonly area: Area }>(['./home/home-area.ts', '../features/*/area.ts'], { eager: true });

export const areas: readonly Area[] = Object.values(areaFiles).map((file) => file.area);
export const screens: readonly Screen[] = areas.flatMap((area) => area.screens);

export interface ScreenMatch {
  readonly screen: Screen;
  readonly params: Readonly<Record<string, string>>;
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

/** The screen of a path; one without named parts wins over one with. */
export function matchScreen(path: string): ScreenMatch | null {
  const found = screens.flatMap((screen) => {
    const params = paramsOf(screen.path, path);
    return params === null ? [] : [{ screen, params }];
  });
  return found.find((match) => !match.screen.path.includes(':')) ?? found[0] ?? null;
}

/** The tabs of a section that the person may open, in their order. */
export function tabsOf(section: Section, may: (permission: Permission) => boolean): readonly Screen[] {
  return screens.filter((screen) => screen.section === section && screen.tab !== undefined && may(screen.permission))
    .sort((left, right) => (left.tab ?? 0) - (right.tab ?? 0));
}

export function gateOf(gate: Gate): NonNullable<Area['gates']>[Gate] {
  return areas.find((area) => area.gates?.[gate] !== undefined)?.gates?.[gate];
}

/** Asks all areas for what a person typed; an area that fails is left out and does not hold up the others. */
export async function findEverywhere(text: string, may: (permission: Permission) => boolean): Promise<readonly Finding[]> {
  const sources = areas.flatMap((area) => area.findings ?? []).filter((source) => may(source.permission));
  const found = await Promise.allSettled(sources.map((source) => source.find(text)));
  return found.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}
