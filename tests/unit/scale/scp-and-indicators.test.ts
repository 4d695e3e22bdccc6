import { describe, expect, it } from 'vitest';
import type { DecoderConfig } from '../../../electron/contract/scale-profile.ts';
import type { Reading } from '../../../electron/domain/reading.ts';
import { decodeHex, decodeInPieces, decodeText, weightsOf } from './feeding.ts';

const one = (key: string, text: string, config: DecoderConfig = {}): Reading | undefined => decodeText(key, text, config)[0];
const statusOf = (key: string, text: string, config: DecoderConfig = {}): string | undefined => one(key, text, config)?.status;

describe('sma', () => {
  const frame = (head: string, field: string, unit = 'kg '): string => `\n${head}${field.padStart(10)}${unit}\r`;

  it('reads the example byte by byte as written down', () => {
    const raw = '0A 20 31 47 20 20 20 20 20 20 20 20 37 2E 38 36 6B 67 20 0D';
    expect(decodeHex('sma', raw)).toEqual([{ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw }]);
  });

  it('tells motion, net and a weight below zero', () => {
    expect(one('sma', frame(' 1NM ', '-1.20'))).toMatchObject({ status: 'ok', value: '-1.20', stable: false, net: true });
  });

  it.each([[frame('O1G  ', '9999.99'), 'overload'], [frame('U1G  ', '-0.50'), 'underload'], [frame('E1G  ', '----------'), 'error'], [frame('I1G  ', '0.00'), 'not_ready'], [frame(' 1T  ', '0.35'), 'tare'], [frame(' 1g  ', '7.860'), 'not_weight'], ['\n?\r', 'error'], [frame(' 1G  ', '12', 'pcs'), 'not_weight'], [frame(' 1G  ', '7.86', 'L  '), 'bad_unit']])('gives no weight for %j', (text, status) => {
    expect(statusOf('sma', text)).toBe(status);
  });
});

describe('nci', () => {
  it('reads the example byte by byte as written down', () => {
    const raw = '0A 30 30 30 37 2E 38 36 6B 67 0D 0A 30 30 0D 03';
    expect(decodeHex('nci', raw)).toEqual([{ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw }]);
  });

  it.each([['\n0007.86kg\r\n10\r\u0003', { stable: false }], ['\n0007.86kg\r\nS00\r\u0003', { stable: true }], ['\n0007.86kg\r\n0p4\r\u0003', { net: true }], ['\n0007.86kg\r\n004\r\u0003', { net: true }]])('reads %j', (text, expected) => {
    expect(one('nci', text)).toMatchObject({ status: 'ok', value: '7.86', ...expected });
  });

  it.each([['\n0007.86kg\r\n02\r\u0003', 'overload'], ['\n0000.00kg\r\n01\r\u0003', 'underload'], ['\n^^^^^^^kg\r\n00\r\u0003', 'overload'], ['\n_______kg\r\n00\r\u0003', 'underload'], ['\n-------kg\r\n00\r\u0003', 'not_ready'], ['\n0007.86kg\r\n40\r\u0003', 'error'], ['\n?\r\u0003', 'error'], ['\n00\r\u0003', 'not_weight'], ['\n0007.86kg\r\n0p\r\u0003', 'bad_frame'], ['\n0007.86kg\r\n00', 'incomplete']])('gives no weight for %j', (text, status) => {
    expect(statusOf('nci', text)).toBe(status);
  });
});

describe('dini-argeo', () => {
  it('reads the standard and the extended answer', () => {
    expect(one('dini-argeo', 'ST,GS,    7.86,kg\r\n')).toMatchObject({ status: 'ok', value: '7.86', stable: true, net: false, grams: '7860' });
    expect(one('dini-argeo', '01US,NT,   -1.20,kg\r\n', { address: 1 })).toMatchObject({ status: 'ok', value: '-1.20', stable: false, net: true });
    expect(one('dini-argeo', '1,ST,      7.86,PT      0.35,         0,         0,kg\r\n')).toMatchObject({ status: 'ok', value: '7.86', net: true, tare: '0.35' });
    expect(one('dini-argeo', '1,ST,      7.86,        0.00,         0,         0,kg\r\n')).toMatchObject({ status: 'ok', net: false });
  });

  it.each([['OL,GS,    9.99,kg\r\n', 'overload'], ['UL,GS,    0.00,kg\r\n', 'underload'], ['ERR02\r\n', 'error'], ['ER,GS,    7.86,kg\r\n', 'error']])('gives no weight for %j', (text, status) => {
    expect(statusOf('dini-argeo', text)).toBe(status);
  });

  it('takes no weight of another scale on the line, nor one whose address was cut', () => {
    expect(statusOf('dini-argeo', '02ST,GS,    7.86,kg\r\n', { address: 1 })).toBe('wrong_address');
    expect(weightsOf(decodeText('dini-argeo', '2ST,GS,    7.86,kg\r\n', { address: 1 }))).toEqual([]);
  });
});

describe('condec', () => {
  it.each([['\u0002    7.86KG \r\n', { value: '7.86', unit: 'kg', stable: true, net: false }], ['\u0002-   1.20KNM\r\n', { value: '-1.20', stable: false, net: true }], ['\u0002    7.86LG \r\n', { unit: 'lb' }]])('reads %j', (text, expected) => {
    expect(one('condec', text)).toMatchObject({ status: 'ok', ...expected });
  });

  it.each([['\u0002    7.86KGO\r\n', 'overload'], ['\u0002-   7.86KGO\r\n', 'underload'], ['\u0002    7.86KGI\r\n', 'not_ready'], ['\u0002    7.86TG \r\n', 'bad_unit']])('gives no weight for %j', (text, status) => {
    expect(statusOf('condec', text)).toBe(status);
  });
});

describe('pt200', () => {
  it('reads both formats', () => {
    expect(one('pt200', '\u0002 0007.86G\u0003', { unit: 'kg' })).toMatchObject({ status: 'ok', value: '7.86', stable: true, net: false, grams: '7860' });
    expect(one('pt200', '\u0002-0001.20M\u0003', { unit: 'kg' })).toMatchObject({ status: 'ok', value: '-1.20', stable: false, net: null });
    expect(one('pt200', '\u0002 0007.86N  1kg \u0003')).toMatchObject({ status: 'ok', unit: 'kg', stable: true, net: true });
    expect(one('pt200', '\u0002 0007.86G  1   \u0003', { unit: 'kg' })).toMatchObject({ status: 'ok', stable: false });
  });

  it.each([['\u0002 0007.86O\u0003', 'overload'], ['\u0002 0007.86U\u0003', 'underload'], ['\u0002 0007.86E\u0003', 'error'], ['\u0002 0007.8', 'incomplete']])('gives no weight for %j', (text, status) => {
    expect(statusOf('pt200', text, { unit: 'kg' })).toBe(status);
  });
});

describe('gram-pc0', () => {
  it('tells gross, net and motion by the status', () => {
    expect(one('gram-pc0', '\u0002a 0007.86kg\r\u0003')).toMatchObject({ status: 'ok', value: '7.86', stable: true, net: false, grams: '7860' });
    expect(one('gram-pc0', '\u0002"-0001.20kg\r\u0003')).toMatchObject({ status: 'ok', value: '-1.20', stable: false, net: true });
  });

  it('gives no weight for a full or an empty display', () => {
    expect(statusOf('gram-pc0', '\u0002a ^^^^^^^kg\r\u0003')).toBe('overload');
    expect(statusOf('gram-pc0', '\u0002a _______kg\r\u0003')).toBe('underload');
  });
});

describe('registers', () => {
  const KEY = 'modbus-rtu';
  const bytes = (hex: string, config: DecoderConfig = {}): Reading[] => decodeHex(KEY, hex, { unit: 'kg', ...config });

  it('are read in the shape that the site names, and only whole', () => {
    expect(bytes('01 03 02 03 12 38 B9', { decimals: 2 })).toMatchObject([{ status: 'ok', value: '7.86', grams: '7860', stable: null }]);
    const long = '01 03 04 00 00 03 12 7A CE';
    expect(bytes(long)).toMatchObject([{ status: 'not_weight', grams: null }]);
    expect(bytes(long, { type: 'int32be', decimals: 2 })).toMatchObject([{ status: 'ok', value: '7.86' }]);
    expect(bytes(long, { type: 'int32le', decimals: 2 })[0]?.value).toBe('515112.96');
  });

  it('give no weight for a wrong sum, an exception, a foreign address or no number', () => {
    expect(weightsOf(bytes('01 03 02 03 13 38 B9'))).toEqual([]);
    expect(bytes('01 83 02 C0 F1')).toMatchObject([{ status: 'error' }]);
    expect(bytes('01 83 02 C0 F1', { address: 2 })).toMatchObject([{ status: 'wrong_address' }]);
    expect(bytes('01 03 02 03 12 38 B9', { address: 2 })).toMatchObject([{ status: 'wrong_address', grams: null }]);
    expect(bytes('01 03 04 7F C0 00 00 E3 DB', { type: 'float32be' }).every((reading) => reading.grams === null)).toBe(true);
  });

  it('are told from the own question that the line sends back', () => {
    const readings = bytes('01 03 00 50 00 01 84 1B 01 03 02 03 12 38 B9', { decimals: 2 });
    expect(readings.map(({ status, value }) => [status, value])).toEqual([['not_weight', null], ['ok', '7.86']]);
    expect(decodeInPieces(KEY, Buffer.from('010300500001841B010302031238B9', 'hex'), [1], { unit: 'kg', decimals: 2 })).toEqual(readings);
  });
});

describe('usb-hid', () => {
  const bytes = (hex: string): Reading[] => decodeHex('usb-hid', hex);

  it('reads the example, with and without its report id', () => {
    expect(bytes('03 04 03 FE 12 03')).toEqual([{ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw: '03 04 03 FE 12 03' }]);
    expect(bytes('04 03 FE 12 03')).toMatchObject([{ status: 'ok', value: '7.86' }]);
    expect(bytes('03 03 02 00 12 03')).toMatchObject([{ status: 'ok', value: '786', unit: 'g', stable: false }]);
  });

  it.each([['03 01 03 FE 12 03', 'error'], ['03 05 03 FE 12 03', 'underload'], ['03 06 03 FE 12 03', 'overload'], ['03 07 03 FE 12 03', 'error'], ['03 08 03 FE 12 03', 'not_ready'], ['03 04 04 FE 12 03', 'bad_unit'], ['03 04 03 FE', 'incomplete']])('gives no weight for %s', (hex, status) => {
    expect(bytes(hex)).toMatchObject([{ status, grams: null }]);
  });
});
