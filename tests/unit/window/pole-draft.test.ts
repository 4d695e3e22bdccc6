import { expect, it } from 'vitest';
import { poleProfileSchema } from '../../../electron/contract/display.ts';
import { poleDraftOf, poleOf } from '../../../renderer/features/display/pole-draft.ts';

it('a pole display that was saved is shown as it was, and saved again unchanged', () => {
  for (const port of [{ kind: 'serial', path: 'COM5' }, { kind: 'tcp', host: '10.0.0.8', port: 4_001 }]) {
    const stored = poleProfileSchema.parse({ port, charset: 'gb18030' });
    expect(poleOf(poleDraftOf(stored))).toEqual(stored);
  }
  expect(poleOf(poleDraftOf(null))).toBeNull();
});

it('nothing is saved while the address is missing or a number cannot be used', () => {
  const none = poleDraftOf(null);
  expect(poleOf({ ...none, kind: 'serial', path: ' ' })).toBe('incomplete');
  expect(poleOf({ ...none, kind: 'serial', path: 'COM1', baudRate: '1' })).toBe('incomplete');
  expect(poleOf({ ...none, kind: 'tcp', host: 'x', port: '70000' })).toBe('incomplete');
});
