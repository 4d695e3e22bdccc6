import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { hexText } from '../../../electron/core/devices/scale/decoder/hex.ts';
import { eachWay, fromHex, only, statuses, withXorPair } from './each-way.ts';
import { weightsOf } from './feeding.ts';

const KEY = 'yaohua-cmd-reply';
const example = '02 41 44 2B 30 30 30 37 38 36 32 31 35 03';
const reply = (payload: string): string => `\u0002${withXorPair(payload)}\u0003`;

describe('yaohua-cmd-reply', () => {
  it('reads the net weight of the example', () => {
    expect(only(KEY, fromHex(example))).toEqual({ value: '7.86', unit: null, grams: null, stable: null, net: true, tare: null, status: 'ok', raw: example });
    expect(only(KEY, fromHex(example), { unit: 'kg' })).toMatchObject({ unit: 'kg', grams: '7860' });
  });

  it('reads a gross weight, also a negative one and one without decimals', () => {
    expect(only(KEY, reply('AB-0000421'), { unit: 'kg' })).toMatchObject({ status: 'ok', value: '-4.2', net: false, grams: '-4200' });
    expect(only(KEY, reply('AB+0010200'))).toMatchObject({ status: 'ok', value: '1020' });
  });

  it('reads the form of Keli, whose digits hold a point', () => {
    expect(only(KEY, reply('AD+0007.86'), { unit: 'kg' })).toMatchObject({ status: 'ok', value: '7.86', grams: '7860', net: true });
    expect(only(KEY, reply('AB-00001.2'))).toMatchObject({ status: 'ok', value: '-1.2' });
    expect(only(KEY, reply('AB+00.1.20'))).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('never takes the tare for a weight', () => {
    expect(only(KEY, reply('AC+0000352'), { unit: 'kg' })).toMatchObject({ status: 'tare', value: '0.35', tare: '0.35', grams: '350' });
  });

  it.each([['handshake', 'AA'], ['echo of a request', 'AB'], ['truck number', 'AE+0001230'], ['goods number', 'AF+0000070'], ['unit price of a price scale', 'AE+0012502'], ['Keli zero', 'AG']])(
    'gives no weight for a %s', (_name, payload) => {
      expect(only(KEY, reply(payload))).toMatchObject({ status: 'not_weight', value: null, grams: null });
    },
  );

  it.each([1, '1', '0x01', 'A', 'a'])('takes the frames of address %j and no others', (address) => {
    expect(statuses(eachWay(KEY, `${reply('AB+0007862')}${reply('BB+0009992')}`, { address }))).toEqual(['ok', 'wrong_address']);
  });

  it('takes no frame at all where the site names an address that does not exist', () => {
    expect(only(KEY, reply('AB+0007862'), { address: 27 })).toMatchObject({ status: 'wrong_address', value: null });
  });

  it('gives no weight for a wrong check, also when the digits look right', () => {
    expect(only(KEY, fromHex(example.replace('37 38', '37 39')))).toMatchObject({ status: 'bad_checksum', value: null });
  });

  it.each(['AB+00 7862', 'AB 0007862', 'AB+0007865', 'AB+007862', '1B+0007862'])('gives no weight for %j under a right check', (payload) => {
    expect(only(KEY, reply(payload))).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('finds the reply behind noise and behind a cut one, and calls a cut end incomplete', () => {
    const good = reply('AB+0007862');
    const readings = eachWay(KEY, `\u00ff${good.slice(0, 9)}${good}\u0003\u0080${good}${good.slice(0, 7)}`);
    expect(weightsOf(readings)).toEqual(['7.86', '7.86']);
    expect(statuses(readings)).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
  });

  it('asks for the gross weight only, of the address of the site', () => {
    const row = protocolOf(KEY);
    expect(row?.safePolls.slice(0, 3).map((poll) => [hexText(poll.bytes), poll.rare])).toEqual([['02 41 42 30 33 03', undefined], ['02 42 42 30 30 03', undefined], ['02 43 42 30 31 03', undefined]]);
    expect(row?.safePolls.slice(3).map((poll) => [poll.bytes[1], poll.rare])).toEqual([...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [letter.charCodeAt(0), true]));
    expect(hexText(row?.pollFor?.({ address: 'C' })?.bytes ?? new Uint8Array(0))).toBe('02 43 42 30 31 03');
    expect(row?.pollFor?.({ address: 40 })).toBeNull();
  });
});
