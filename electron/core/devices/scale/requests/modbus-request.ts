const READ_HOLDING_REGISTERS = 0x03;
const REGISTERS = 0x1_0000;

/** CRC-16 of Modbus over all bytes; sent low byte first. */
export function modbusCrc(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >> 1 : (crc >> 1) ^ 0xa001;
  }
  return crc;
}

/** Reads so many registers from one on (function 03, or 04). Null for a number that does not fit its field, and for the address of all. */
export function modbusRequest(address: number, register: number, count: number, called: 3 | 4 = READ_HOLDING_REGISTERS): Uint8Array | null {
  if (address < 1 || address > 247 || register < 0 || count < 1 || count > 125 || register + count > REGISTERS) return null;
  const body = Buffer.of(address, called, register >> 8, register & 0xff, count >> 8, count & 0xff);
  const crc = modbusCrc(body);
  return Buffer.concat([body, Buffer.of(crc & 0xff, crc >> 8)]);
}
