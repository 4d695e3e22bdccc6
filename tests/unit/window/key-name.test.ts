import { describe, expect, it } from 'vitest';
import { keyNameOf, type FieldKind, type KeyPress } from '../../../renderer/ui/keyboard/key-name.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress =>
  ({ key, code: '', ctrlKey: false, altKey: false, metaKey: false, isComposing: false, keyCode: 0, ...change });
const inField = (key: string, code: string, field: FieldKind): string | null => keyNameOf(press(key, { code }), field);

describe('what a key means at the desk', () => {
  it('does nothing while an input method is composing, and nothing on the press that ends it', () => {
    expect(keyNameOf(press('Enter', { isComposing: true }), 'search')).toBeNull();
    expect(keyNameOf(press('Enter', { keyCode: 229 }), 'search')).toBeNull();
    expect(keyNameOf(press('+', { code: 'NumpadAdd', isComposing: true }), 'number')).toBeNull();
  });

  it('lets the operators of the numpad act in number and search fields, and leaves them as text in free text', () => {
    for (const field of ['none', 'number', 'search'] as const) {
      expect(inField('+', 'NumpadAdd', field)).toBe('Add');
      expect(inField('-', 'NumpadSubtract', field)).toBe('Subtract');
      expect(inField('*', 'NumpadMultiply', field)).toBe('Multiply');
      expect(inField('/', 'NumpadDivide', field)).toBe('Divide');
    }
    for (const field of ['text', 'lines'] as const) expect(inField('+', 'NumpadAdd', field)).toBeNull();
  });

  it('keeps the hyphen of the main keys as text in a search, where it belongs to a ticket number', () => {
    expect(inField('-', 'Minus', 'search')).toBeNull();
    expect(inField('-', 'Minus', 'number')).toBe('Subtract');
  });

  it('takes the step on Enter everywhere but in text of several lines', () => {
    for (const field of ['none', 'number', 'search', 'text'] as const) expect(inField('Enter', 'NumpadEnter', field)).toBe('Enter');
    expect(inField('Enter', 'Enter', 'lines')).toBeNull();
  });

  it('chooses by digit only while no field has the cursor', () => {
    expect(inField('3', 'Numpad3', 'none')).toBe('Digit3');
    expect(inField('3', 'Numpad3', 'number')).toBeNull();
    expect(inField('0', 'Numpad0', 'none')).toBe('Digit0');
    expect(inField('.', 'NumpadDecimal', 'none')).toBe('Decimal');
    for (const field of ['number', 'search', 'text'] as const) expect(inField('.', 'NumpadDecimal', field)).toBeNull();
  });

  it('leaves the cursor keys to the field that has the cursor', () => {
    expect(inField('ArrowLeft', '', 'text')).toBeNull();
    expect(inField('ArrowLeft', '', 'none')).toBe('ArrowLeft');
    expect(inField('ArrowDown', '', 'search')).toBe('ArrowDown');
  });

  it('knows Ctrl K, Ctrl B and Ctrl L in any field and no other chord', () => {
    for (const key of ['K', 'B', 'L'] as const) expect(keyNameOf(press(key.toLowerCase(), { ctrlKey: true }), 'text')).toBe(`Ctrl+${key}`);
    expect(keyNameOf(press('b', { ctrlKey: true, altKey: true }), 'none')).toBeNull();
    expect(keyNameOf(press('s', { ctrlKey: true }), 'none')).toBeNull();
    expect(keyNameOf(press('F4', { altKey: true }), 'none')).toBeNull();
  });
});
