import { describe, expect, it } from 'vitest';
import type { DocumentNumberParts } from '../../../electron/domain/numbering.ts';
import { DOCUMENT_LETTERS, documentNumber, isReversalNumber, isTrainingNumber, reversalNumber } from '../../../electron/domain/numbering.ts';
import { expectRefusal } from './refusals.ts';

const ticket: DocumentNumberParts = { station: 'GZ01', desk: 'A', kind: 'ticket', year: 2026, seq: 123, training: false };

describe('numbers on paper', () => {
  it('carry station, desk, type, year and a gap-free number', () => {
    expect(documentNumber(ticket)).toBe('GZ01A-T-2026-000123');
  });

  it('of practice begin with LX, so that nobody takes them for real', () => {
    const number = documentNumber({ ...ticket, training: true });
    expect(number).toBe('LX-GZ01A-T-2026-000123');
    expect([number, documentNumber(ticket)].map(isTrainingNumber)).toEqual([true, false]);
  });

  it('of a reversal are those of the original with -R', () => {
    const reversal = reversalNumber(documentNumber(ticket));
    expect(reversal).toBe('GZ01A-T-2026-000123-R');
    expect(isReversalNumber(reversal)).toBe(true);
    expectRefusal(() => reversalNumber(reversal), 'already_a_reversal');
  });

  it('differ between desks and between types of document', () => {
    expect(documentNumber({ ...ticket, desk: 'B' })).not.toBe(documentNumber(ticket));
    const letters = Object.values(DOCUMENT_LETTERS);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it.each([
    ['station', { station: 'gz01' }], ['desk', { desk: 'A1' }], ['year', { year: 26 }], ['seq', { seq: 0 }], ['seq', { seq: 1_000_000 }],
    ['prefix', { training: true, prefix: '' }],
  ])('with a malformed %s are refused', (field, change) => {
    expectRefusal(() => documentNumber({ ...ticket, ...change }), 'number_part_invalid', field);
  });
});
