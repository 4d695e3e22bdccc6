import type { ReadHandle } from '../../../db/connection.ts';
import { settingValue } from '../../../db/queries/setting.queries.ts';
import type { ScaleProfile } from '../../contract/scale-profile.ts';
import { scaleProfileSchema } from '../../contract/scale-profile.ts';
import type { FolderKind } from '../station.ts';

export const scalesKey = 'scale.profiles';

/** The scale a training station begins with: bytes of a real protocol, made inside the program. */
const trainingScale: ScaleProfile = scaleProfileSchema.parse({
  id: 'training', name: '练习秤', port: { kind: 'simulator' }, protocol: 'st-gs', capacityGrams: 150_000, intervalGrams: 10,
});

/** Read out once for every row: the same row is asked for with every weight and ticket. */
const readOut = new WeakMap<object, ScaleProfile[]>();

function profilesIn(row: { readonly value: string }): ScaleProfile[] {
  const profiles = readOut.get(row) ?? scaleProfileSchema.array().parse(JSON.parse(row.value));
  readOut.set(row, profiles);
  return profiles;
}

/** The scales of this station as set up by a manager; a training station has one from the start. */
export function scaleProfiles(db: ReadHandle, kind: FolderKind): ScaleProfile[] {
  const row = settingValue.first(db, { key: scalesKey });
  return row ? profilesIn(row) : startingProfiles(kind);
}

/** The scales of a station in which nobody has set up any. */
export const startingProfiles = (kind: FolderKind): ScaleProfile[] => (kind === 'training' ? [trainingScale] : []);

/** Where a scale is plugged in, as it stands in the evidence of its weights. */
export function portText({ port }: ScaleProfile): string {
  if (port.kind === 'serial' || port.kind === 'file') return port.path;
  return port.kind === 'tcp' ? `${port.host}:${port.port}` : 'simulator';
}
