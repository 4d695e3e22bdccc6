import type { Bitmap } from '../../documents/bitmap.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import { QR_QUIET_MODULES } from '../../documents/qr-matrix.ts';
import type { LaidPart, LaidReceipt, TextRun } from '../../documents/receipt-layout.ts';
import { partPicture } from '../../documents/receipt-picture.ts';
import type { Substitution } from '../../documents/substitution.ts';
import { alignment, beep, bold, characterSize, CHINESE_OFF, CHINESE_ON, CUT_FULL, CUT_PARTIAL, drawerPulse, feedDots, INITIALISE, LINE_FEED, linePitch, nativeCode128, nativeQr, printDensity, rasterBands } from './escpos-commands.ts';
import type { EscposProfile } from './escpos-profile.ts';
import { chineseBytes, type Charset } from './gbk.ts';

/** The bytes of one slip, and what the person at the desk should know about them. */
export interface EscposJob {
  readonly bytes: Buffer;
  /** Lines of text that went as pictures because the printer's code page lacks a character. */
  readonly pictureLines: number;
  /** Where the mark of a copy is put between the bytes, null where the slip has no such place; what follows says again how it is set. */
  readonly copyAt: number | null;
  readonly substitutions: readonly Substitution[];
}

/** Writes a laid-out slip for a printer. The layout must be made for the paper of the profile. */
export function escposJob(receipt: LaidReceipt, profile: EscposProfile, pen: PaperPen): EscposJob {
  if (receipt.paper.dots !== profile.paper.dots) throw new RangeError('the slip was laid out for another paper width');
  pen.takeBoxed();
  const writer = new EscposWriter(profile, pen, [INITIALISE, CHINESE_ON, ...(profile.density === 0 ? [] : [printDensity(profile.density)])]);
  for (const part of receipt.parts) writer.write(part);
  const bytes = writer.finish();
  return { bytes, pictureLines: writer.pictureLines, copyAt: writer.copyAt, substitutions: [...receipt.substitutions, ...pen.takeBoxed()] };
}

/**
 * The bytes of a copy: those of the original with the lines of the copy mark between them, so that nothing else can differ. `at` is the
 * original's `copyAt`; the lines must be laid out for the paper of the profile.
 */
export function copyOf(original: Uint8Array, at: number, mark: LaidReceipt, profile: EscposProfile, pen: PaperPen): Buffer {
  const writer = new EscposWriter(profile, pen, []);
  writer.forget();
  for (const part of mark.parts) writer.write(part);
  return Buffer.concat([original.subarray(0, at), writer.written(), original.subarray(at)]);
}

/** Remembers what the printer is set to, so that a setting is sent only where it changes. */
class EscposWriter {
  pictureLines = 0;
  copyAt: number | null = null;
  readonly #profile: EscposProfile;
  readonly #pen: PaperPen;
  readonly #chunks: Buffer[];
  #size = '1x1';
  #bold: boolean | null = false;
  #pitchDots = 0;

  constructor(profile: EscposProfile, pen: PaperPen, opening: readonly Buffer[]) {
    this.#profile = profile;
    this.#pen = pen;
    this.#chunks = [...opening];
  }

  write(part: LaidPart): void {
    switch (part.kind) {
      case 'line': return this.#line(part.runs, part);
      case 'image': return this.#picture(part);
      case 'qr': return this.#qr(part);
      case 'feed': return this.#send(feedDots(part.heightDots));
      case 'copyPlace': return this.#copyPlace();
      case 'code128': return this.#barcode(part);
      case 'drawer': return this.#profile.drawer === null ? undefined : this.#send(drawerPulse(this.#profile.drawer));
      case 'cut': return this.#cut();
    }
  }

  /** From here on nothing is taken for set: other lines may have been put in between. */
  forget(): void {
    this.#size = '';
    this.#bold = null;
    this.#pitchDots = 0;
  }

  written(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  finish(): Buffer {
    if (this.#profile.beeps > 0) this.#send(beep(this.#profile.beeps));
    return Buffer.concat([...this.#chunks, CHINESE_OFF]);
  }

  #line(runs: readonly TextRun[], part: LaidPart): void {
    if (this.#profile.mode === 'raster') return this.#picture(part);
    const encoded = encodeRuns(runs, this.#profile.charset);
    if (encoded === null) {
      this.pictureLines += 1;
      return this.#picture(part);
    }
    if (this.#pitchDots !== part.heightDots) this.#send(linePitch(part.heightDots));
    this.#pitchDots = part.heightDots;
    for (const { run, bytes } of encoded) this.#run(run, bytes);
    this.#send(LINE_FEED);
  }

  #run(run: TextRun, bytes: Buffer): void {
    const size = `${run.size.wide}x${run.size.high}`;
    if (size !== this.#size) this.#send(characterSize(run.size));
    if (run.bold !== this.#bold) this.#send(bold(run.bold));
    this.#size = size;
    this.#bold = run.bold;
    this.#send(bytes);
  }

  #qr(part: LaidPart & { readonly kind: 'qr' }): void {
    if (this.#profile.qr === 'raster' || this.#profile.mode === 'raster') return this.#picture(part);
    const quiet = feedDots(QR_QUIET_MODULES * part.moduleDots);
    this.#send(quiet, alignment('center'), nativeQr(part.text, part.level, part.moduleDots), alignment('left'), quiet);
  }

  #barcode(part: LaidPart & { readonly kind: 'code128' }): void {
    if (this.#profile.barcode === 'raster' || this.#profile.mode === 'raster') return this.#picture(part);
    this.#send(alignment('center'), nativeCode128(part.text, part.moduleDots, part.heightDots), alignment('left'));
  }

  #copyPlace(): void {
    this.copyAt = this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    this.forget();
  }

  #cut(): void {
    const { cut } = this.#profile;
    this.#send(cut === 'none' ? feedDots(120) : cut === 'full' ? CUT_FULL : CUT_PARTIAL);
  }

  #picture(part: LaidPart): void {
    const picture: Bitmap | null = partPicture(part, this.#profile.paper.dots, this.#pen);
    if (picture !== null) this.#send(rasterBands(picture, this.#profile.bandRows, this.#profile.invert));
  }

  #send(...bytes: readonly Buffer[]): void {
    this.#chunks.push(...bytes);
  }
}

/** Null when the line cannot go as text: a character outside the printer's set, or Chinese larger than the double that `FS !` knows. */
function encodeRuns(runs: readonly TextRun[], charset: Charset): { run: TextRun; bytes: Buffer }[] | null {
  const encoded: { run: TextRun; bytes: Buffer }[] = [];
  for (const run of runs) {
    const bytes = chineseBytes(run.text, charset);
    if (bytes === null) return null;
    const chinese = bytes.length !== run.text.length || bytes.some((byte) => byte >= 0x80);
    if (chinese && (run.size.wide > 2 || run.size.high > 2)) return null;
    encoded.push({ run, bytes });
  }
  return encoded;
}
