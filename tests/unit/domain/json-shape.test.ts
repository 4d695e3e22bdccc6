import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../../electron/domain/json-shape.ts';
import { expectRefusal } from './refusals.ts';

const order = readFields({ net_g: 5, grade: 'A', wet: false, note: null, lines: [{ net_g: 2 }, { net_g: '3' }], weights: [1, 2], names: ['a'], part: { fen: 1 } });

describe('reading the fields of unknown JSON', () => {
  it('gives values of the expected type', () => {
    expect([order.integer('net_g'), order.text('grade'), order.flag('wet'), order.integers('weights'), order.texts('names'), order.object('part').integer('fen')])
      .toEqual([5, 'A', false, [1, 2], ['a'], 1]);
    expect(order.value('grade')).toBe('A');
    expect(order.names()).toContain('lines');
  });

  it('takes null for absent', () => {
    expect([order.has('note'), order.has('grade'), order.has('toString')]).toEqual([false, true, false]);
    expectRefusal(() => order.text('note'), 'missing', 'note');
  });

  it('names the place of what does not fit', () => {
    expectRefusal(() => order.text('net_g'), 'not_a_text', 'net_g');
    expectRefusal(() => order.flag('grade'), 'not_a_flag', 'grade');
    expectRefusal(() => order.objects('part'), 'not_a_list', 'part');
    expectRefusal(() => order.object('lines'), 'not_an_object', 'lines');
    expectRefusal(() => order.objects('lines').map((line) => line.integer('net_g')), 'not_an_integer', 'lines[1].net_g');
    expectRefusal(() => order.object('part').text('no'), 'missing', 'part.no');
    expectRefusal(() => order.texts('weights'), 'not_a_text', 'weights[0]');
  });

  it('refuses with a rule, never with a crash, whatever the JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.constantFrom('a', 'lines', '__proto__', ''), (json, name) => {
      for (const read of ['text', 'integer', 'flag', 'object', 'objects', 'texts', 'integers'] as const) {
        try {
          readFields({ [name]: json })[read](name);
        } catch (error) {
          expect(error).toHaveProperty('name', 'RuleError');
        }
      }
    }));
  });
});
