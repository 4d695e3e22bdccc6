import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, only, statuses } from './each-way.ts';
import { weightsOf } from './feeding.ts';

const LSB = 'yaohua-eq-lsb';
const MSB = 'yaohua-eq-msb';
const PRICE = 'yaohua-eq-price';

describe('yaohua-eq-lsb', () => {
  it('reads the digits from the last to the first', () => {
    expect(only(LSB, '=68.70000', { unit: 'kg' })).toEqual({
      value: '7.86', unit: 'kg', grams: '7860', stable: null, net: null, tare: null, status: 'ok', raw: '3D 36 38 2E 37 30 30 30 30',
    });
    expect(weightsOf(eachWay(LSB, '=2.40000-=2.40000-'))).toEqual(['-4.2', '-4.2']);
    expect(weightsOf(eachWay(LSB, '=02010000='))).toEqual(['1020']);
  });

  it('gives another weight than the other order, which is why the installer sees both', () => {
    expect(weightsOf(eachWay(MSB, '=02010000'))).toEqual(['2010000']);
  });
});

describe('yaohua-eq-msb', () => {
  it('reads sign and digits in their order', () => {
    expect(only(MSB, '=00007.86', { unit: 'jin' })).toMatchObject({ status: 'ok', value: '7.86', unit: 'jin', grams: '3930', stable: null });
    expect(weightsOf(eachWay(MSB, '=-0004.20=00007.86='))).toEqual(['-4.20', '7.86']);
  });

  it('gives a frame only when the next one has begun or the line is silent', () => {
    const decoder = createDecoder(MSB);
    expect(decoder?.push(Buffer.from('=00007.86'))).toEqual([]);
    expect(weightsOf(decoder?.push(Buffer.from('=')) ?? [])).toEqual(['7.86']);
    expect(decoder?.push(Buffer.from('00007.90'))).toEqual([]);
    expect(weightsOf(decoder?.end() ?? [])).toEqual(['7.90']);
  });

  it('reads indicators that send one character less', () => {
    expect(weightsOf(eachWay(MSB, '=0007.86=0007.86=0007.86'))).toEqual(['7.86', '7.86', '7.86']);
    expect(weightsOf(eachWay(MSB, '=-004.20=1234.56='))).toEqual(['-4.20', '1234.56']);
    expect(weightsOf(eachWay(LSB, '=68.7000=65.4321='))).toEqual(['7.86', '1234.56']);
  });

  it('refuses the frame that lost a byte or got one too many', () => {
    expect(statuses(eachWay(MSB, '=00017.86=0017.86=00017.86=00017.86='))).toEqual(['ok', 'bad_frame', 'bad_frame', 'ok', 'incomplete']);
    expect(weightsOf(eachWay(MSB, '=00017.86=000177.86=00017.86='))).toEqual(['17.86', '17.86']);
  });

  it('never takes a cut frame for a short one', () => {
    expect(only(MSB, '=00017.8')).toMatchObject({ status: 'incomplete', value: null });
    expect(statuses(eachWay(MSB, '=00017.86=00017.8'))).toEqual(['ok', 'incomplete']);
    expect(only(MSB, '=0007.86', { field_len: 'variable' })).toMatchObject({ status: 'ok', value: '7.86' });
    expect(statuses(eachWay(MSB, '=0007.86=00007.86=', { field_len: 'fixed' }))).toEqual(['bad_frame', 'ok', 'incomplete']);
  });

  it.each(['=0 007.86', '=000.7.86', '=0007,860', '=000-7.86', '=10007.86', '=+0007.86', '=0ERR  12'])('gives no weight for %j', (text) => {
    expect(only(MSB, `${text}`)).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('finds the frames between noise', () => {
    expect(weightsOf(eachWay(MSB, '7.86=\u00ff\u0002=00007.86=00007.86=12=00007.90=00007.90\r\n'))).toEqual(['7.86', '7.86', '7.90']);
  });
});

describe('yaohua-eq-price', () => {
  const frame = '=00007.86kg;0003.50;0027.51';

  it('reads the weight and neither price nor amount', () => {
    expect(only(PRICE, frame)).toMatchObject({ status: 'ok', value: '7.86', unit: 'kg', grams: '7860', stable: null, net: null });
    expect(only(PRICE, '=-0001.20lb;0003.50;0000.00\r\n')).toMatchObject({ status: 'ok', value: '-1.20', unit: 'lb' });
  });

  it('takes no pieces for a weight', () => {
    expect(only(PRICE, '=0000012.pc;0003.50;0042.00')).toMatchObject({ status: 'not_weight', value: null, grams: null });
  });

  it('gives no weight for fields that are no numbers, nor for a cut frame', () => {
    expect(only(PRICE, '=0007..86kg;0003.50;0027.51')).toMatchObject({ status: 'bad_frame' });
    expect(only(PRICE, '=00007.86kg;00-3.50;0027.51')).toMatchObject({ status: 'bad_frame' });
    expect(only(PRICE, '=00007.86xy;0003.50;0027.51')).toMatchObject({ status: 'garbage' });
    expect(only(PRICE, frame.slice(0, 20))).toMatchObject({ status: 'incomplete' });
  });

  it('finds the frame behind a cut one', () => {
    expect(statuses(eachWay(PRICE, `${frame.slice(0, 11)}${frame}x${frame}${frame}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'ok']);
  });
});
