import { describe, expect, it } from 'vitest';
import { decodeHex, weightsOf } from './feeding.ts';

const good = '02 2B 30 30 30 37 38 36 32 31 30 03';

describe('yaohua-tf0', () => {
  it('reads a weight without unit and says nothing about its stability', () => {
    expect(decodeHex('yaohua-tf0', good)).toEqual([
      { value: '7.86', unit: null, grams: null, stable: null, net: null, tare: null, status: 'ok', raw: good },
    ]);
  });

  it('takes the unit of the site', () => {
    expect(decodeHex('yaohua-tf0', good, { unit: 'kg' })[0]).toMatchObject({ unit: 'kg', grams: '7860' });
  });

  it('reads a negative weight', () => {
    expect(weightsOf(decodeHex('yaohua-tf0', '02 2D 30 30 30 30 34 32 31 31 41 03'))).toEqual(['-4.2']);
  });

  it('gives no weight for a wrong check', () => {
    expect(decodeHex('yaohua-tf0', good.replace('37 38', '37 39'))).toMatchObject([{ status: 'bad_checksum', value: null, grams: null }]);
  });

  it('gives no weight for a right check over characters that are no number', () => {
    // Blanks instead of two zeros leave the XOR as it was.
    expect(decodeHex('yaohua-tf0', '02 2B 20 20 30 37 38 36 32 31 30 03')).toMatchObject([{ status: 'bad_frame', value: null }]);
  });

  it('finds the frame behind a cut one and behind noise', () => {
    const readings = decodeHex('yaohua-tf0', `FF 02 2B 30 30 ${good} 80 ${good}`);
    expect(weightsOf(readings)).toEqual(['7.86', '7.86']);
    expect(readings.map((reading) => reading.status)).toEqual(['garbage', 'ok', 'garbage', 'ok']);
  });

  it('finds the frame that begins inside a bad one', () => {
    // The byte before the end byte was lost, so the next frame is near.
    expect(weightsOf(decodeHex('yaohua-tf0', `02 2B 30 30 30 37 38 36 32 31 03 ${good}`))).toEqual(['7.86']);
  });

  it('calls a frame cut by the end of the stream incomplete', () => {
    expect(decodeHex('yaohua-tf0', good.slice(0, 20)).map((reading) => reading.status)).toEqual(['incomplete']);
  });

  it('reads 7E1 taken as 8N1 when the site says so, and keeps the bytes as they came', () => {
    const withParity = good.split(' ').map((pair) => {
      const byte = Number.parseInt(pair, 16);
      const ones = byte.toString(2).replaceAll('0', '').length;
      return (ones % 2 === 0 ? byte : byte | 0x80).toString(16).toUpperCase().padStart(2, '0');
    }).join(' ');
    expect(weightsOf(decodeHex('yaohua-tf0', withParity))).toEqual([]);
    expect(decodeHex('yaohua-tf0', withParity, { strip_parity: true })).toMatchObject([{ status: 'ok', value: '7.86', raw: withParity }]);
  });
});
