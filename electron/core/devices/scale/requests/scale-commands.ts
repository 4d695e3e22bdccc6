import type { ScaleCommand } from '../../../../contract/scale.ts';

type Commands = Readonly<Partial<Record<ScaleCommand, string>>>;

/**
 * Zero and tare where the maker's manual gives them (device reference 1.5 to 1.15). They are sent when a person asks for it, never to find out anything.
 * Tare is left out where the frames do not say whether they are net: the tare would be taken off once more on the ticket.
 */
const COMMANDS: Readonly<Record<string, Commands>> = {
  'toledo-continuous': { zero: 'Z', tare: 'T' },
  'toledo-8217': { zero: 'Z', tare: 'T' },
  'mt-sics': { zero: 'Z\r\n' },
  'kern-kcp': { zero: 'Z\r\n' },
  'and-st': { zero: 'Z\r\n' },
  ohaus: { zero: 'Z\r\n' },
  sma: { zero: '\nZ\r', tare: '\nT\r' },
};

/** What a scale of this protocol can be told to do. */
export function commandsOf(protocol: string): ScaleCommand[] {
  const commands = Object.hasOwn(COMMANDS, protocol) ? COMMANDS[protocol] : undefined;
  return (['zero', 'tare'] as const).filter((command) => commands?.[command] !== undefined);
}

/** The bytes of a command; null where the protocol has none. */
export function commandBytes(protocol: string, command: ScaleCommand): Uint8Array | null {
  const text = Object.hasOwn(COMMANDS, protocol) ? COMMANDS[protocol]?.[command] : undefined;
  return text === undefined ? null : Buffer.from(text, 'latin1');
}
