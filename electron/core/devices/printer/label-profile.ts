import type { LabelDpi } from '../../documents/label-head.ts';
import { dotsPerMillimetre } from '../../documents/label-head.ts';
import type { LabelPicture, PlacedCode } from '../../documents/label-picture.ts';
import type { Substitution } from '../../documents/substitution.ts';

/** Languages that label printers speak. */
export const LABEL_LANGUAGES = ['tspl', 'zpl', 'epl2', 'cpcl'] as const;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];

/** What a label printer needs to be told, in words that hold for every language. */
export interface LabelProfile {
  readonly language: LabelLanguage;
  /** Dots of the head to an inch. */
  readonly dpi: LabelDpi;
  /** A few clones burn the bits that should stay white. */
  readonly inverted: boolean;
  /** Who draws QR and Code 128: the printer where it can, or our picture. */
  readonly codes: 'native' | 'raster';
  /** How the picture travels where the language leaves a choice: hex passes every line, binary is half as long. */
  readonly transfer: 'hex' | 'binary';
  /** How the printer finds the next label. */
  readonly media: 'gap' | 'mark' | 'continuous';
  readonly gapMillimetres: number;
  /** Which edge leaves the printer first, where the language asks. */
  readonly direction: 0 | 1;
  readonly darkness: 'light' | 'usual' | 'dark';
  /** `usual` leaves the printer's own speed; slow is for thin bars and cold mornings. */
  readonly speed: 'usual' | 'slow';
}

/** A new printer of this language as it comes out of its box. */
export function standardLabelProfile(language: LabelLanguage): LabelProfile {
  return { language, dpi: 203, inverted: false, codes: 'raster', transfer: 'hex', media: 'gap', gapMillimetres: 2, direction: 1, darkness: 'usual', speed: 'usual' };
}

/** The finished bytes with what the desk should be told. */
export interface LabelJob {
  readonly bytes: Buffer;
  readonly substitutions: readonly Substitution[];
  readonly shortened: readonly string[];
}

/** Copies of one label in one job; more is surely a mistake in the call. */
const MOST_COPIES = 500;

/** Refuses a number of copies that can only be a mistake. */
export function checkCopies(copies: number): void {
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) throw new RangeError('copies of a label: 1 to 500');
}

/** Letters, figures and marks that no firmware takes for a quote, an escape, a command or the end of a line. Blanks only inside. */
const SAFE_NATIVE = /^[0-9A-Za-z./:|+=_-]([0-9A-Za-z ./:|+=_-]*[0-9A-Za-z./:|+=_-])?$/;

/** Whether a text may stand in a command for the printer to draw as a code; everything else is drawn by us. */
export function isSafeNativeText(text: string): boolean {
  return SAFE_NATIVE.test(text);
}

/** Which codes of a label are left to the printer. `kinds` are those that the language can draw on every printer that speaks it. */
export function leftToPrinter(profile: LabelProfile, kinds: readonly PlacedCode['kind'][]): (code: Pick<PlacedCode, 'kind' | 'text'>) => boolean {
  return (code) => profile.codes === 'native' && kinds.includes(code.kind) && isSafeNativeText(code.text);
}

/** The job of a picture: what goes to the printer and what the desk is told. */
export function labelJob(picture: LabelPicture, parts: readonly (string | Uint8Array)[]): LabelJob {
  return { bytes: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))), substitutions: picture.substitutions, shortened: picture.shortened };
}

/** The dots as the printer wants them. Our pictures have 1 for black; `burns` is the bit that this language burns. */
export function printerDots({ bitmap }: LabelPicture, profile: LabelProfile, burns: 0 | 1): Buffer {
  const flipped = (burns === 0) !== profile.inverted;
  return Buffer.from(flipped ? bitmap.data.map((byte) => ~byte & 0xff) : bitmap.data);
}

/** Distance between two labels in dots. */
export function gapDots(profile: LabelProfile): number {
  return Math.round(profile.gapMillimetres * dotsPerMillimetre(profile.dpi));
}
