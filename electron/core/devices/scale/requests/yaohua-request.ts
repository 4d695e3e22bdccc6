/**
 * Yaohua command mode: STX, address letter, command letter, XOR of the two as two hexadecimal characters, ETX (device
 * reference 1.4.2). Address 1 is `A`. Null for an address that has no letter or a command that is not one character.
 */
export function yaohuaRequest(address: number, command: string): Uint8Array | null {
  if (address < 1 || address > 26 || !/^[0-9A-Za-z]$/.test(command)) return null;
  const letter = 0x40 + address;
  const sum = letter ^ command.charCodeAt(0);
  const check = sum.toString(16).toUpperCase().padStart(2, '0');
  return Buffer.from(`\u0002${String.fromCharCode(letter)}${command}${check}\u0003`, 'latin1');
}
