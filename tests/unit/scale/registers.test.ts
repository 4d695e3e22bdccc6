import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import type { Reading } from '../../../electron/domain/reading.ts';
import type { DecoderConfig } from '../../../electron/contract/scale-profile.ts';
import { eachWay, fromHex, only, statuses, weightsOfBeginnings } from './each-way.ts';
import { weightsOf } from './feeding.ts';

/** CRC-16 of Modbus by dividing the bits, lowest first, behind the bytes it covers. */
function summed(hex: string): string {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  let rest = 0xffff;
  for (const byte of bytes) for (let bit = 0; bit < 8; bit += 1) rest = (rest >> 1) ^ (((rest ^ (byte >> bit)) & 1) * 0xa001);
  return Buffer.concat([bytes, Buffer.of(rest % 256, Math.floor(rest / 256))]).toString('latin1');
}

describe('modbus-rtu', () => {
  const KEY = 'modbus-rtu';
  const read = (data: string, config: DecoderConfig = {}): Reading | undefined => only(KEY, summed(`01 03 ${(data.replaceAll(' ', '').length / 2).toString(16).padStart(2, '0')} ${data}`), { unit: 'kg', ...config });

  it('is checked here with the sums of published requests', () => {
    expect(summed('01 03 00 00 00 02')).toBe(fromHex('01 03 00 00 00 02 C4 0B'));
    expect(summed('01 03 00 00 00 01')).toBe(fromHex('01 03 00 00 00 01 84 0A'));
    expect(summed('01 83 02')).toBe(fromHex('01 83 02 C0 F1'));
  });

  it('reads one register with the decimals of the site, of either function', () => {
    const raw = '01 03 02 03 12 38 B9';
    expect(summed('01 03 02 03 12')).toBe(fromHex(raw));
    expect(only(KEY, fromHex(raw), { unit: 'kg', decimals: 2 })).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: null, net: null, tare: null, status: 'ok', raw });
    expect(only(KEY, summed('01 04 02 03 12'), { unit: 'kg', decimals: 2 })).toMatchObject({ status: 'ok', value: '7.86' });
    expect(read('03 12')).toMatchObject({ status: 'ok', value: '786', grams: '786000' });
    expect(read('FF 9C', { decimals: 2 })).toMatchObject({ status: 'ok', value: '-1.00', grams: '-1000' });
    expect(only(KEY, summed('01 03 02 03 12'), { decimals: 2 })).toMatchObject({ status: 'ok', unit: null, grams: null });
  });

  it('reads two registers in each order of the words', () => {
    expect(read('00 01 E2 40', { type: 'int32be', decimals: 3 })).toMatchObject({ status: 'ok', value: '123.456' });
    expect(read('E2 40 00 01', { type: 'int32le', decimals: 3 })).toMatchObject({ status: 'ok', value: '123.456' });
    expect(read('FF FF FF 9C', { type: 'int32be', decimals: 1 })).toMatchObject({ status: 'ok', value: '-10.0', grams: '-10000' });
    expect(read('40 FB 85 1F', { type: 'float32be' })).toMatchObject({ status: 'ok', value: '7.86', grams: '7860' });
    expect(read('85 1F 40 FB', { type: 'float32le' })).toMatchObject({ status: 'ok', value: '7.86', grams: '7860' });
    expect(read('C0 FB 85 1F', { type: 'float32be', decimals: 3 })).toMatchObject({ status: 'ok', value: '-7.860' });
    expect(read('80 00 00 00', { type: 'float32be', decimals: 2 })).toMatchObject({ status: 'ok', value: '0.00', grams: '0' });
  });

  it.each([['NaN', '7F C0 00 00'], ['infinity', '7F 80 00 00'], ['infinity below zero', 'FF 80 00 00'], ['1e30', '71 49 F2 CA']])('gives no weight for %s', (_, data) => {
    expect(read(data, { type: 'float32be' })).toMatchObject({ status: 'not_weight', value: null, grams: null });
    expect(read(data, { type: 'float32be', decimals: 2 })).toMatchObject({ status: 'not_weight', value: null, grams: null });
  });

  it('never takes half of a longer value for the whole', () => {
    expect(read('00 01 E2 40')).toMatchObject({ status: 'not_weight', value: null });
    expect(read('03 12', { type: 'int32be' })).toMatchObject({ status: 'not_weight', value: null });
    expect(read('40 FB', { type: 'float32be' })).toMatchObject({ status: 'not_weight', value: null });
  });

  it('tells a refusal, another address and an echoed request from a weight', () => {
    expect(only(KEY, fromHex('01 83 02 C0 F1'))).toMatchObject({ status: 'error', value: null });
    expect(only(KEY, summed('01 84 01'))).toMatchObject({ status: 'error', value: null });
    expect(only(KEY, summed('02 03 02 03 12'), { address: 1 })).toMatchObject({ status: 'wrong_address', value: null });
    expect(only(KEY, summed('02 83 02'), { address: 1 })).toMatchObject({ status: 'wrong_address', value: null });
    expect(only(KEY, summed('11 03 02 03 12'), { address: '0x11', decimals: 2 })).toMatchObject({ status: 'ok', value: '7.86' });
    const both = eachWay(KEY, `${summed('01 03 00 50 00 01')}${summed('01 03 02 03 12')}`, { unit: 'kg', decimals: 2 });
    expect(statuses(both)).toEqual(['not_weight', 'ok']);
    // A request whose register number looks like a count of bytes.
    expect(statuses(eachWay(KEY, `${summed('01 03 02 50 00 01')}${summed('01 03 02 03 12')}`))).toEqual(['not_weight', 'ok']);
  });

  it('says of an answer or refusal with a wrong sum that the sum is wrong', () => {
    for (const hex of ['01 03 02 03 13 38 B9', '01 03 02 03 12 B9 38', '01 03 02 03 12 38 B8', '01 83 03 C0 F1', '01 03 04 40 FB 85 1E 00 00']) {
      expect(only(KEY, fromHex(hex), { unit: 'kg' })).toMatchObject({ status: 'bad_checksum', value: null, grams: null });
    }
    const good = summed('01 03 02 03 12');
    expect(weightsOf(eachWay(KEY, `${fromHex('01 03 02 09 13 38 B9')}${good}${good}`, { unit: 'kg', decimals: 2 }))).toEqual(['7.86 kg', '7.86 kg']);
  });

  it('gives no weight for any beginning of an answer and finds one behind noise and a cut one', () => {
    const good = summed('01 03 02 03 12');
    expect(weightsOfBeginnings(KEY, good)).toEqual([]);
    expect(weightsOfBeginnings(KEY, summed('01 03 04 40 FB 85 1F'), undefined, { type: 'float32be' })).toEqual([]);
    expect(weightsOf(eachWay(KEY, `\u00fe\u0001\u0003${good}${good.slice(0, 5)}${good}${good}${good.slice(0, 6)}`, { unit: 'kg', decimals: 2 })).length).toBeGreaterThanOrEqual(3);
    expect(statuses(eachWay(KEY, good.slice(0, 6)))).toEqual(['incomplete']);
  });

  describe('with a status register, as of a Tuna ID551: float at 0, status at 4 with bit 9 under, 10 over, 11 net, 12 motion', () => {
    const tuna: DecoderConfig = { type: 'float32be', status_register: 4, underload_mask: 0x0200, overload_mask: 0x0400, net_mask: 0x0800, unstable_mask: 0x1000, fault_mask: 0x0001 };
    const shows = (status: string): Reading | undefined => read(`40 FB 85 1F 00 00 00 00 ${status}`, tuna);

    it('asks for weight and status in one question', () => {
      expect(Buffer.from(protocolOf(KEY)?.pollFor?.(tuna)?.bytes ?? []).toString('latin1')).toBe(summed('01 03 00 00 00 05'));
      expect(protocolOf(KEY)?.pollFor?.({ ...tuna, status_register: 400 })).toBeNull();
    });

    it.each([['04 00', 'overload'], ['06 00', 'overload'], ['02 00', 'underload'], ['04 01', 'error']])('never turns the digits beside status %s into a weight', (status, expected) => {
      expect(shows(status)).toMatchObject({ status: expected, value: null, grams: null });
    });

    it('says whether the weight has settled and is net', () => {
      expect(shows('00 00')).toMatchObject({ status: 'ok', value: '7.86', stable: true, net: false });
      expect(shows('18 00')).toMatchObject({ status: 'ok', value: '7.86', stable: false, net: true });
      expect(read('40 FB 85 1F 00 00 00 00 00 02', { type: 'float32be', status_register: 4, stable_mask: 0x0002 })).toMatchObject({ status: 'ok', stable: true, net: null });
      expect(read('40 FB 85 1F 00 00 00 00 00 00', { type: 'float32be', status_register: 4, stable_mask: 0x0002 })).toMatchObject({ status: 'ok', stable: false });
    });

    it('reads neither weight nor status out of an answer of another length', () => {
      expect(read('40 FB 85 1F', tuna)).toMatchObject({ status: 'not_weight', value: null });
      expect(read('40 FB 85 1F 00 00 00 00 00 00 00 00', tuna)).toMatchObject({ status: 'not_weight', value: null });
    });
  });

  it('takes the decimals from their register, as of a Flintec FT-112: net at 0, status of two registers at 6 with the decimals in its highest bits', () => {
    const flintec: DecoderConfig = { type: 'int32be', status_register: 7, unstable_mask: 0x0004, net_mask: 0x0008, decimals_register: 6, decimals_mask: 0xf800 };
    const shows = (high: string, low: string): Reading | undefined => read(`00 00 03 12 00 00 00 00 00 00 00 00 ${high} ${low}`, flintec);
    expect(shows('10 00', '00 08')).toMatchObject({ status: 'ok', value: '7.86', stable: true, net: true });
    expect(shows('18 00', '00 04')).toMatchObject({ status: 'ok', value: '0.786', stable: false, net: false });
    expect(shows('F8 00', '00 00')).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('reads numbers without a sign, and a weight behind its status', () => {
    expect(read('FF 9C', { type: 'uint16', decimals: 1 })).toMatchObject({ status: 'ok', value: '6543.6' });
    expect(read('FF FF FF 9C', { type: 'uint32be' })).toMatchObject({ status: 'ok', value: '4294967196' });
    expect(read('E2 40 00 01', { type: 'uint32le', decimals: 3 })).toMatchObject({ status: 'ok', value: '123.456' });
    expect(read('00 08 03 12', { register: 9, status_register: 8, overload_mask: 0x0010, decimals: 2 })).toMatchObject({ status: 'ok', value: '7.86' });
    expect(read('00 10 03 12', { register: 9, status_register: 8, overload_mask: 0x0010, decimals: 2 })).toMatchObject({ status: 'overload' });
  });

  it.each<[DecoderConfig['type'], string, string]>([
    ['int16', '7F FF', 'overload'], ['int16', '80 00', 'underload'], ['uint16', 'FF FF', 'overload'], ['int32be', '7F FF FF FF', 'overload'], ['int32le', 'FF FF 7F FF', 'overload'], ['int32be', '80 00 00 00', 'underload'],
    ['uint32be', 'FF FF FF FF', 'overload'],
  ])('takes the end of the range of %s for a load that cannot be shown, not for a weight', (type, data, expected) => {
    expect(read(data, { ...(type === undefined ? {} : { type }), decimals: 2 })).toMatchObject({ status: expected, value: null, grams: null });
  });

  it('asks for the registers of the site', () => {
    expect(protocolOf(KEY)?.safePolls).toEqual([]);
    expect(Buffer.from(protocolOf(KEY)?.pollFor?.({ address: 1, register: 0x50, type: 'int32be' })?.bytes ?? []).toString('latin1')).toBe(summed('01 03 00 50 00 02'));
    expect(Buffer.from(protocolOf(KEY)?.pollFor?.({ address: 7, register: 1, function: 4 })?.bytes ?? []).toString('latin1')).toBe(summed('07 04 00 01 00 01'));
    expect(protocolOf(KEY)?.pollFor?.({ address: 248 })).toBeNull();
  });
});

describe('usb-hid', () => {
  const KEY = 'usb-hid';
  const report = (hex: string): Reading | undefined => only(KEY, fromHex(hex));

  it('reads the example, and the same without the report id', () => {
    const raw = '03 04 03 FE 12 03';
    expect(report(raw)).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw });
    expect(report('04 03 FE 12 03')).toMatchObject({ status: 'ok', value: '7.86', unit: 'kg', stable: true, raw: '04 03 FE 12 03' });
    expect(weightsOf(eachWay(KEY, fromHex('04 03 FE 12 03 04 03 FE 13 03 04 03 FE 14 03')))).toEqual(['7.86 kg', '7.87 kg', '7.88 kg']);
    expect(weightsOf(eachWay(KEY, fromHex('03 04 03 FE 12 03 03 03 03 FE 13 03 03 04 03 FE 14 03')))).toEqual(['7.86 kg', '7.87 kg', '7.88 kg']);
  });

  it('reads moving weights, zero, other units and exponents', () => {
    expect(report('03 03 03 FE 12 03')).toMatchObject({ status: 'ok', value: '7.86', stable: false });
    expect(report('03 03 FE 12 03')).toMatchObject({ status: 'ok', value: '7.86', stable: false, raw: '03 03 FE 12 03' });
    expect(report('03 02 02 00 00 00')).toMatchObject({ status: 'ok', value: '0', grams: '0', stable: true });
    expect(report('03 04 0B FF 64 00')).toMatchObject({ status: 'ok', value: '10.0', unit: 'oz' });
    expect(report('03 04 0C FF 64 00')).toMatchObject({ status: 'ok', value: '10.0', unit: 'lb' });
    expect(report('03 04 02 01 0C 00')).toMatchObject({ status: 'ok', value: '120', unit: 'g', grams: '120' });
    expect(report('03 04 02 00 FF FF')).toMatchObject({ status: 'ok', value: '65535', grams: '65535' });
  });

  it.each([[1, 'error'], [5, 'underload'], [6, 'overload'], [7, 'error'], [8, 'not_ready']])('never turns the digits of status %i into a weight', (status, expected) => {
    expect(report(`03 0${status} 03 FE 12 03`)).toMatchObject({ status: expected, value: null, grams: null });
    expect(report(`0${status} 03 FE 12 03`)).toMatchObject({ status: expected, value: null, grams: null });
  });

  it('gives no weight for units nobody buys in, nor for what is no report', () => {
    expect(report('03 04 04 FE 12 03')).toMatchObject({ status: 'bad_unit', value: null, grams: null });
    for (const hex of ['03 00 03 FE 12 03', '03 09 03 FE 12 03', '03 04 00 FE 12 03', '03 04 0D FE 12 03', '03 04 03 80 12 03', '04 04 03 FE 12 03']) expect(weightsOf(eachWay(KEY, fromHex(hex)))).toEqual([]);
  });

  it('gives no weight for any beginning of a report', () => {
    for (const hex of ['03 04 03 FE 12 03', '04 03 FE 12 03', '03 02 03 FE 12 03', '03 03 03 FE 12 03', '03 03 FE 12 03']) expect(weightsOfBeginnings(KEY, fromHex(hex))).toEqual([]);
  });
});
