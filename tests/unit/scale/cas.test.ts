import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, fromHex, only, statuses, xorOfAll } from './each-way.ts';
import { weightsOf } from './feeding.ts';

describe('cas-22', () => {
  const KEY = 'cas-22';
  const frame = (field: string, { head = 'ST,GS', id = '\u0001', lamp = '\u00c4', filler = ' ', unit = 'kg' } = {}): string => `${head},${id}${lamp},${field}${filler}${unit}\r\n`;

  it('reads the example', () => {
    const raw = '53 54 2C 47 53 2C 01 C4 2C 20 20 20 20 37 2E 38 36 20 6B 67 0D 0A';
    expect(only(KEY, fromHex(raw))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw });
  });

  it('reads net, moving and negative weights, blanks behind the sign and a NUL as filler', () => {
    expect(only(KEY, frame('-   13.5', { head: 'US,NT', filler: '\0' }))).toMatchObject({ status: 'ok', value: '-13.5', stable: false, net: true, grams: '-13500' });
    expect(only(KEY, frame('    1.25', { unit: ' t' }))).toMatchObject({ status: 'ok', unit: 't', grams: '1250000' });
  });

  it.each([',', '\n', '\r', 'S', '7', '\u00ff'])('goes by position, also where the device id is %j', (id) => {
    expect(weightsOf(eachWay(KEY, `${frame('    7.86', { id })}${frame('    7.90', { id, lamp: ',' })}`))).toEqual(['7.86 kg', '7.90 kg']);
  });

  it('takes the frames of the device of the site and no others', () => {
    expect(statuses(eachWay(KEY, `${frame('    7.86')}${frame('    9.99', { id: '\u0002' })}`, { address: 1 }))).toEqual(['ok', 'wrong_address']);
    expect(statuses(eachWay(KEY, frame('    7.86', { id: ',' }), { address: '0x2C' }))).toEqual(['ok']);
  });

  it('never turns the digits of an overload into a weight', () => {
    expect(only(KEY, frame('99999999', { head: 'OL,GS' }))).toMatchObject({ status: 'overload', value: null, grams: null });
    expect(only(KEY, frame('-9999999', { head: 'OL,NT' }))).toMatchObject({ status: 'underload', value: null });
  });

  it('gives no weight for pieces, foreign units and broken numbers', () => {
    expect(only(KEY, frame('      12', { unit: 'pc' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, frame('    45.2', { unit: ' %' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, frame('    7.86', { unit: 'ct' }))).toMatchObject({ status: 'bad_unit', value: null });
    expect(only(KEY, frame('   7.8.6'))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, frame('  - 7-86'))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, frame('    7.86', { head: 'SL,GS' }))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, 'ERR 12\r\n')).toMatchObject({ status: 'garbage' });
  });

  it('finds the frame behind noise and behind a cut one', () => {
    const good = frame('    7.86');
    expect(statuses(eachWay(KEY, `S,O${good.slice(0, 12)}${good}US${good}${good.slice(0, 15)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
    expect(only(KEY, good.slice(0, 20))).toMatchObject({ status: 'ok', value: '7.86' });
  });
});

describe('cas-enq', () => {
  const KEY = 'cas-enq';
  const reply = (payload: string): string => `\u0001\u0002${payload}${String.fromCharCode(xorOfAll(payload))}\u0003\u0004`;

  it('reads the example', () => {
    const raw = '01 02 53 20 30 37 2E 38 36 30 6B 67 68 03 04';
    expect(only(KEY, fromHex(raw))).toEqual({ value: '7.860', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw });
  });

  it('reads moving and negative weights and units in capitals', () => {
    expect(only(KEY, reply('U-01.200KG'))).toMatchObject({ status: 'ok', value: '-1.200', unit: 'kg', stable: false, grams: '-1200' });
    expect(only(KEY, reply('S   1.25lb'))).toMatchObject({ status: 'ok', value: '1.25', unit: 'lb' });
  });

  it('accepts a check byte that equals the end byte', () => {
    const payload = 'S  8.200 T';
    expect(xorOfAll(payload)).toBe(0x03);
    expect(only(KEY, reply(payload))).toMatchObject({ status: 'ok', value: '8.200', grams: '8200000' });
  });

  it('is silent about the acknowledgement and tells a scale that is not ready', () => {
    expect(statuses(eachWay(KEY, `\u0006${reply('S 07.860kg')}\u0006${reply('S 07.860kg')}\u0015`))).toEqual(['ok', 'ok', 'not_ready']);
  });

  it('never turns the digits of an overload into a weight', () => {
    expect(only(KEY, reply('SF07.860kg'))).toMatchObject({ status: 'overload', value: null, grams: null });
    expect(only(KEY, reply('S FFFFFFkg'))).toMatchObject({ status: 'overload', value: null });
    expect(only(KEY, reply('F 07.860kg'))).toMatchObject({ status: 'error', value: null });
  });

  it('gives no weight for a wrong check, pieces, foreign units and broken numbers', () => {
    expect(only(KEY, fromHex('01 02 53 20 30 37 2E 38 37 30 6B 67 68 03 04'))).toMatchObject({ status: 'bad_checksum', value: null });
    expect(only(KEY, reply('S 000012pc'))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, reply('S 07.860 L'))).toMatchObject({ status: 'bad_unit', value: null });
    expect(only(KEY, reply('S 07..60kg'))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, reply('S       kg'))).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('finds the answer behind noise and behind a cut one', () => {
    const good = reply('S 07.860kg');
    expect(statuses(eachWay(KEY, `\u0001\u0001${good}${good.slice(0, 9)}${good}${good.slice(0, 14)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
  });

  it('asks in two steps, and never for a tare or zero', () => {
    expect(protocolOf(KEY)?.safePolls).toEqual([{ name: 'ENQ DC1', bytes: Uint8Array.of(0x05), next: { after: 0x06, bytes: Uint8Array.of(0x11) } }]);
  });
});
