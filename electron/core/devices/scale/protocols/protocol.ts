import type { DecoderConfig, LineSettings } from '../../../../contract/scale-profile.ts';
import type { Decoder } from '../decoder/decoder.ts';

/** A request that only reads: it never tares, zeroes, prints or clears. */
export interface SafePoll {
  /** What the manual calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In a dialogue: once the scale has answered with the byte `after`, these bytes ask for the weight. */
  readonly next?: { readonly after: number; readonly bytes: Uint8Array };
  /** Seldom the right one: asked when every other question found nobody, and not waited for as long. */
  readonly rare?: boolean;
}

/** One row of the table of protocols: what the set-up screen, the port session and the decoder need to know. */
export interface ScaleProtocol {
  readonly key: string;
  /** Makes and format as an installer knows them, in both languages. */
  readonly title: { readonly zh: string; readonly en: string };
  /** Usual settings, the likeliest first. */
  readonly lines: readonly [LineSettings, ...LineSettings[]];
  /** Keys of the decoder's configuration that mean something here. */
  readonly configKeys: readonly (keyof DecoderConfig)[];
  /** The check lets wrong frames through now and then, or there is none: one frame alone proves nothing. */
  readonly weakCheck: boolean;
  /**
   * So many equal frames in a row make a weight usable: one behind a strong check, two behind a weak one, three behind
   * none. With one frame in four damaged, two equal wrong lines without any check came up 149 times in a million frames, three never;
   * but for the five bare digits of 8217, where three did five times, and the packed digits of the frame of six bytes, where three did once: those two ask for four.
   */
  readonly equalFrames: 1 | 2 | 3 | 4;
  /** Whether frames say if the weight has settled; otherwise the session decides. */
  readonly tellsStability: boolean;
  /** Text lines: the first one after opening is nearly always the tail of a frame. */
  readonly lineBased: boolean;
  /** The longest frame, in bytes. */
  readonly frameBytes: number;
  /** Empty where the scale speaks by itself. */
  readonly safePolls: readonly SafePoll[];
  /** The request for a scale whose address the site has set; null for an address that does not fit. Left out where requests carry none. */
  pollFor?(config: DecoderConfig): SafePoll | null;
  /** Such a scale never speaks before it was asked, so it is asked also where nobody has said how often. */
  readonly onlyAnswers?: boolean;
  decoder(config: DecoderConfig): Decoder;
}

/** A request of plain characters. */
export function textPoll(name: string, text: string): SafePoll {
  return { name, bytes: Buffer.from(text, 'latin1') };
}

/** `line(9600)` is 8 data bits, no parity, 1 stop bit; `line(9600, '7E1')` as it says. */
export function line(baudRate: number, frame = '8N1'): LineSettings {
  const parity = frame[1] === 'E' ? 'even' : frame[1] === 'O' ? 'odd' : 'none';
  return { baudRate, dataBits: frame.startsWith('7') ? 7 : 8, parity, stopBits: frame.endsWith('2') ? 2 : 1 };
}
