import type { DecoderConfig } from '../../../../electron/contract/scale-profile.ts';

/** What the bits of a status word may say, the gravest first. */
export const statusMasks = ['fault_mask', 'overload_mask', 'underload_mask', 'unstable_mask', 'stable_mask', 'net_mask'] as const;
type MaskKey = (typeof statusMasks)[number] | 'decimals_mask';

/** `9,10` or `11-15` as a mask of sixteen bits; null for what names no bit. */
export function maskOf(text: string): number | null {
  let mask = 0;
  for (const piece of text.split(/[,，]/u)) {
    const match = /^\s*(\d{1,2})(?:\s*-\s*(\d{1,2}))?\s*$/u.exec(piece);
    const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    if (match === null || from > to || to > 15) return null;
    for (let bit = from; bit <= to; bit += 1) mask |= 1 << bit;
  }
  return mask;
}

/** The bits of a mask by their numbers, the lowest first. */
export function bitsText(mask = 0): string {
  return Array.from({ length: 16 }, (_, bit) => bit).filter((bit) => (mask & (1 << bit)) !== 0).join(',');
}

export function withMask(config: DecoderConfig, key: MaskKey, mask: number | undefined): DecoderConfig {
  const { [key]: former, ...rest } = config;
  void former;
  return mask === undefined ? rest : { ...rest, [key]: mask };
}

/** A register typed by its number; none while the field is empty. */
export function withNumber(config: DecoderConfig, key: 'status_register' | 'decimals_register', typed: string): DecoderConfig {
  const { [key]: former, ...rest } = config;
  void former;
  return /^\d{1,5}$/u.test(typed.trim()) ? { ...rest, [key]: Math.min(0xffff, Number(typed)) } : rest;
}
