import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, fromHex, only, statuses, weightsOfBeginnings } from './each-way.ts';

describe.each(['mt-sics', 'kern-kcp'])('%s', (key) => {
  const answer = (state: string, value: string, unit = 'kg'): string => `S ${state} ${value.padStart(10)} ${unit}\r\n`;

  it('reads the example', () => {
    const raw = '53 20 53 20 20 20 20 20 20 20 37 2E 38 36 20 6B 67';
    expect(only(key, fromHex(`${raw} 0D 0A`))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw });
  });

  it('reads moving and negative weights, other units and the widths of other models', () => {
    expect(only(key, answer('D', '7.86'))).toMatchObject({ status: 'ok', value: '7.86', stable: false });
    expect(only(key, answer('S', '-0.250'))).toMatchObject({ status: 'ok', value: '-0.250', grams: '-250' });
    expect(only(key, answer('S', '1.2', 't'))).toMatchObject({ status: 'ok', unit: 't', grams: '1200000' });
    expect(only(key, 'S S     7.86 kg\r\n')).toMatchObject({ status: 'ok', value: '7.86', stable: true });
    expect(only(key, 'S S 123456.78 g\r\n')).toMatchObject({ status: 'ok', grams: '123456.78' });
  });

  it.each([['S I', 'busy'], ['S +', 'overload'], ['S -', 'underload'], ['ES', 'error'], ['ET', 'error'], ['EL', 'error'], ['S S Error 10b', 'error'], ['S D Error 3', 'error']])('takes %j for %s and no weight', (line, status) => {
    expect(only(key, `${line}\r\n`)).toMatchObject({ status, value: null, grams: null });
  });

  it('gives no weight for pieces, percent, foreign units and what is no plain number', () => {
    expect(only(key, answer('S', '12', 'PCS'))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(key, answer('S', '45.2', '%'))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(key, answer('S', '7.86', 'ct'))).toMatchObject({ status: 'bad_unit', value: null });
    for (const value of ['7.8.6', '7,86', '1e3', '0x12', '------', '7.86 1']) expect(only(key, answer('S', value))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(key, 'S S       7.86\r\n')).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('never takes a tare or a serial number for a weighing', () => {
    expect(only(key, 'TA A     1.200 kg\r\n')).toMatchObject({ status: 'tare', value: '1.200', tare: '1.200' });
    expect(only(key, 'T S     1.200 kg\r\n')).toMatchObject({ status: 'tare', tare: '1.200' });
    expect(only(key, 'I4 A "0123456789"\r\n')).toMatchObject({ status: 'not_weight', value: null });
  });

  it('gives no weight for any beginning of an answer', () => {
    const whole = answer('S', '23.45');
    expect(weightsOfBeginnings(key, whole, whole.indexOf('kg') + 2)).toEqual([]);
    expect(only(key, whole.trimEnd())).toMatchObject({ status: 'ok', value: '23.45' });
    expect(statuses(eachWay(key, 'S +'))).toEqual(['incomplete']);
  });

  it('finds the answer behind noise and behind a cut one, and reads no tail of one', () => {
    const good = answer('S', '7.86');
    expect(statuses(eachWay(key, `\u00ff\u0000x${good}${good}`))).toEqual(['garbage', 'ok', 'ok']);
    expect(statuses(eachWay(key, `${good.slice(0, 12)}${good}`))).toEqual(['garbage', 'ok']);
    expect(statuses(eachWay(key, '76 kg\r\n 7.86 kg\r\n'))).toEqual(['bad_frame', 'bad_frame']);
  });

  it('reads seven data bits with the parity in the eighth', () => {
    const even = [...answer('S', '7.86')].map((character) => {
      const code = character.charCodeAt(0);
      return String.fromCharCode(code | ([...code.toString(2)].filter((bit) => bit === '1').length % 2) << 7);
    }).join('');
    expect(only(key, even, { strip_parity: true })).toMatchObject({ status: 'ok', value: '7.86' });
  });

  it('asks for the weight alone', () => {
    expect(protocolOf(key)?.safePolls.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toEqual(['SI\r\n', 'S\r\n']);
  });
});
