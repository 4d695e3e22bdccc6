import type { Candidate, Detection, Way } from '../../../../../electron/contract/scale-detection.ts';
import type { ScaleProfile } from '../../../../../electron/contract/scale-profile.ts';
import { compareDecimals, parseDecimal } from '../../../../../electron/domain/decimal.ts';
import { toGrams } from '../../../../../electron/domain/mass.ts';
import type { MassUnit } from '../../../../../electron/domain/reading.ts';

/** Events come untyped over the port; this one is how the search for a scale stands. */
export function isDetection(payload: unknown): payload is Detection {
  return typeof payload === 'object' && payload !== null && 'detectionId' in payload && 'phase' in payload && 'candidates' in payload;
}

/** Units an indicator may show without sending them; 斤 is what many platform scales are set to. */
export const siteUnits = ['kg', 'jin', 'g', 't', 'lb'] as const satisfies readonly MassUnit[];

export function wayOf(candidate: Candidate): Way {
  return { protocol: candidate.protocol, line: candidate.line, config: candidate.config, pollMs: candidate.pollMs };
}

/** Whether the display and the value read show the same number; zeros behind the point make no difference. */
export function showsSame(typed: string, value: string | null): boolean {
  const [shown, read] = [parseDecimal(typed), value === null ? null : parseDecimal(value)];
  return shown !== null && read !== null && compareDecimals(shown, read) === 0;
}

/** Whether the display shows ten times what is read: the scale's last zero is painted on. */
export function showsTenfold(typed: string, value: string | null): boolean {
  const [shown, read] = [parseDecimal(typed), value === null ? null : parseDecimal(value)];
  return shown !== null && read !== null && read.digits !== 0n && compareDecimals(shown, { digits: read.digits * 10n, scale: read.scale }) === 0;
}

const massUnits: ReadonlySet<string> = new Set<MassUnit>(['g', 'kg', 't', 'lb', 'oz', 'jin', 'liang', 'qian']);
const isMassUnit = (unit: string): unit is MassUnit => massUnits.has(unit);

/** What is read, in whole grams; null while nothing usable is shown. */
export function gramsShown(candidate: Candidate | undefined): number | null {
  if (candidate?.status !== 'ok' || candidate.value === null || candidate.unit === null || !isMassUnit(candidate.unit)) return null;
  return toGrams(candidate.value, candidate.unit)?.wholeGrams ?? null;
}

/** The step of the display as far as its decimals tell, in grams: the least by which two readings can differ. */
export function stepGrams(candidate: Candidate | undefined): number {
  const value = candidate?.value ?? null;
  const unit = candidate?.unit ?? null;
  if (value === null || unit === null || !isMassUnit(unit)) return 1;
  const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  return Math.max(1, toGrams(decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`, unit)?.wholeGrams ?? 1);
}

/** The scale as it will be saved. */
export function foundScale(scale: ScaleProfile, way: Way): ScaleProfile {
  return { ...scale, protocol: way.protocol, line: scale.port.kind === 'serial' ? way.line : null, config: way.config, pollMs: way.pollMs };
}
