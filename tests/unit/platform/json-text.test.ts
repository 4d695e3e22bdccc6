import { describe, expect, it, vi } from 'vitest';
import { parseJson } from '../../../electron/core/platform/json-text.ts';

describe('a text that may be JSON', () => {
  it.each([['"词"', '词'], ['2', 2], ['null', null], ['{"a":[1]}', { a: [1] }]])('says what %s means', (text, meaning) => {
    expect(parseJson(text)).toEqual(meaning);
  });

  it.each(['', ' ', 'nonsense', '{"a":', 'undefined'])('says nothing where %j is none', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it('reads no empty text: it is asked for every setting that nobody made, with every ticket', () => {
    const read = vi.spyOn(JSON, 'parse');
    parseJson('');
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });
});
