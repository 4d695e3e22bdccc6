import { describe, expect, it } from 'vitest';
import { decodeText, weightsOf } from './feeding.ts';

const one = (text: string, config = {}): unknown => {
  const [first, ...more] = decodeText('st-gs', text, config);
  expect(more).toEqual([]);
  return first;
};

describe('st-gs', () => {
  it.each([
    ['ST,GS,+00007.86kg\r\n', true, false],
    ['ST,+00007.86 kg\r\n', true, null],
    ['ST,GS +   7.86 KG\r\n', true, false],
    ['US,NT,    7.86 kg\r', false, true],
    ['ST,GS,    7.86,kg\n', true, false],
    ['ST,GW, 7.86kg\r\n', true, false],
    ['ST,NW,+7.86 kg \r\n', true, true],
    ['ST,GR,+007.86kg\r\n', true, false],
    ['US,G,7.86kg\r\n', false, false],
    ['ST,N,7.86kg\r\n', true, true],
    ['STGS,+ 7.86kg\r\n', true, false],
  ])('reads 7.86 kg from %j', (text, stable, net) => {
    expect(one(text)).toMatchObject({ status: 'ok', value: '7.86', unit: 'kg', grams: '7860', stable, net });
  });

  it.each([
    ['OL\r\n', 'overload'], ['OL,GS,+        kg\r\n', 'overload'], ['OL,+99999999 kg\r\n', 'overload'], ['ST,GS,^^^^^^\r\n', 'overload'],
    ['OL,GS,-       kg\r\n', 'underload'], ['UL,GS,  0.00kg\r\n', 'underload'], ['US,GS,______kg\r\n', 'underload'],
    ['QT,+00000012 PC\r\n', 'not_weight'], ['ST,GS,    12 pcs\r\n', 'not_weight'], ['ST,GS, 45.2 %\r\n', 'not_weight'],
    ['ST,GS, 12.5 L\r\n', 'bad_unit'], ['ST,GS,7.86 mg\r\n', 'bad_unit'],
    ['US,GS,------kg\r\n', 'unstable'], ['US,GS,\r\n', 'unstable'],
    ['ST,GS,  7.8.6kg\r\n', 'bad_frame'], ['ST,GS,  7,86kg\r\n', 'bad_frame'], ['76kg\r\n', 'bad_frame'], ['ERR 12\r\n', 'bad_frame'],
    ['ST,GS,12345678901234kg\r\n', 'bad_frame'], ['\u0080\u0001\u00fe\r\n', 'garbage'],
  ])('finds no weight in %j', (text, status) => {
    expect(one(text)).toMatchObject({ status, value: null, grams: null });
  });

  it('knows a tare line from a weighing', () => {
    expect(one('ST,TR,+  0.35kg\r\n')).toMatchObject({ status: 'tare', tare: '0.35', unit: 'kg' });
    expect(one('ST,TW,+  0.35kg\r\n')).toMatchObject({ status: 'tare', tare: '0.35' });
  });

  it('reads a decimal comma only where the site says so', () => {
    expect(one('ST,GS,  7,86kg\r\n', { decimal: ',' })).toMatchObject({ status: 'ok', value: '7.86', grams: '7860' });
    expect(one('ST,GS,  7.86kg\r\n', { decimal: ',' })).toMatchObject({ status: 'bad_frame' });
  });

  it('takes the unit of the site where the line has none', () => {
    expect(one('ST,GS,  7.86\r\n')).toMatchObject({ status: 'ok', unit: null, grams: null });
    expect(one('ST,GS,  7.86\r\n', { unit: 'jin' })).toMatchObject({ status: 'ok', unit: 'jin', grams: '3930' });
  });

  it('reads the line behind noise and behind a cut line', () => {
    expect(weightsOf(decodeText('st-gs', '\u00ff\u0000ST,GS,+ 7.86kg\r\n'))).toEqual(['7.86 kg']);
    expect(weightsOf(decodeText('st-gs', 'ST,GS,+ 1234.ST,GS,+ 7.86kg\r\n'))).toEqual(['7.86 kg']);
  });

  it('reads a last line without its end only when the unit shows that the number is whole', () => {
    expect(one('ST,GS,+ 7.86kg')).toMatchObject({ status: 'ok', value: '7.86' });
    expect(one('ST,GS,+ 7.8')).toMatchObject({ status: 'incomplete', value: null });
    expect(one('ST,GS,+ 7.86k')).toMatchObject({ status: 'incomplete', value: null });
    expect(one('ST,G')).toMatchObject({ status: 'incomplete' });
  });

  it('reads nothing from the tail of a line beyond the cap', () => {
    const readings = decodeText('st-gs', `${'x'.repeat(300)}ST,GS,+ 7.86kg\r\nST,GS,+ 1.00kg\r\n`);
    expect(weightsOf(readings)).toEqual(['1.00 kg']);
  });

  it('converts every unit of mass exactly', () => {
    const grams = ['0.5 g', '7.860kg', '1.234 t', '1 lb', '2 oz'].map((shown) => decodeText('st-gs', `ST,GS,${shown}\r\n`)[0]?.grams);
    expect(grams).toEqual(['0.5', '7860', '1234000', '453.59237', '56.69904625']);
  });
});
