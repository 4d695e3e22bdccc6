const READ_HOLDING_REGISTERS = 0x03;

/** CRC-16 of Modbus over all bytes; sent low byte first. */
export function modbusCrc(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >> 1 : (crc >> 1) ^ 0xa001;
  }
  return crc;
}

/** Reads so many registers from one on (function 03). Null for a number that does not fit its field. */
export function modbusRequest(address: number, register: number, count: number): Uint8Array | null {
  if (address < 0 || address > 247 || register < 0 || register > 0xffff || count < 1 || count > 125) return null;
  const body = Buffer.of(address, READ_HOLDING_REGISTERS, register >> 8, register & 0xff, count >> 8, count & 0xff);
  const crc = modbusCrc(body);
  return Buffer.concat([body, Buffer.of(crc & 0xff, crc >> 8)]);
}
