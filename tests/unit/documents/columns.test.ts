import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padColumns, printableText, textColumns, wrapColumns } from '../../../electron/core/documents/column-text.ts';
import { PAPER_58, PAPER_80, type ReceiptDocument } from '../../../electron/core/documents/receipt-document.ts';
import { layoutReceipt } from '../../../electron/core/documents/receipt-layout.ts';
import { SubstitutionList } from '../../../electron/core/documents/substitution.ts';
import { columnWidths, tableLines } from '../../../electron/core/documents/table-layout.ts';
import { AWKWARD_TEXTS } from '../../support/awkward-texts.ts';

const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom(...AWKWARD_TEXTS));
const TABLE = [{ columns: 4, grow: 0, align: 'left' }, { columns: 8, grow: 1, align: 'right' }, { columns: 8, grow: 2, align: 'right' }] as const;

describe('columns of a slip', () => {
  it('a Chinese character takes two columns, a Latin one takes one', () => {
    expect(textColumns('净重 43.75kg')).toBe(4 + 1 + 7);
    expect(padColumns('净重', 7, 'right')).toBe('   净重');
    expect(padColumns('净重', 7, 'center')).toBe(' 净重  ');
  });

  it('keeps numbers and words whole, and lets no comma begin a line', () => {
    expect(wrapColumns('重量 1234.56 公斤', 9)).toEqual(['重量', '1234.56', '公斤']);
    expect(wrapColumns('一二三四，五', 8)).toEqual(['一二三', '四，五']);
  });

  it('property: a wrapped text fits its columns and loses nothing but blanks', () => {
    fc.assert(fc.property(anyText, fc.integer({ min: 2, max: 48 }), (raw, columns) => {
      const text = printableText(raw);
      const lines = wrapColumns(text, columns);
      expect(lines.every((line) => textColumns(line) <= columns)).toBe(true);
      expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/\s/gu, ''));
    }));
  });

  it('property: in a table every column begins where the header\'s does, whatever stands in the cells', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyText, anyText, anyText), { minLength: 1, maxLength: 4 }), fc.constantFrom(32, 48), (rows, paper) => {
      const widths = columnWidths(TABLE, paper);
      expect(widths.reduce((sum, width) => sum + width, 0) + TABLE.length - 1).toBe(paper);
      for (const { text } of tableLines({ columns: TABLE, rows }, paper, (cell) => printableText(cell))) {
        expect(textColumns(text)).toBeLessThanOrEqual(paper);
        let columns = 0;
        for (const character of text) {
          if (columns === widths[0]) expect(character).toBe(' ');
          columns += textColumns(character);
        }
      }
    }));
  });

  it('invisible and control characters go and are named, line breaks become blanks', () => {
    const found = new SubstitutionList();
    expect(printableText('张\u200b三\u0000\r\n四\t¥5', found)).toBe('张三  四 ￥5');
    expect(found.list()).toEqual([{ codePoint: 'U+200B', how: 'removed' }, { codePoint: 'U+0000', how: 'removed' }]);
  });

  it('property: no part of any slip is wider than its paper', () => {
    fc.assert(fc.property(anyText, anyText, fc.constantFrom(PAPER_58, PAPER_80), (one, two, paper) => {
      const document: ReceiptDocument = {
        layout: 'test', watermark: one,
        blocks: [
          { kind: 'title', text: one }, { kind: 'text', text: two, align: 'right', size: { wide: 2, high: 2 } }, { kind: 'pair', label: one, value: two, spread: true, size: { wide: 2, high: 2 } },
          { kind: 'pair', label: one, value: two }, { kind: 'figure', label: one, value: '123456.789', unit: '公斤', second: two }, { kind: 'copyMark', text: one, detail: two },
        ],
      };
      for (const part of layoutReceipt(document, paper).parts) {
        if (part.kind === 'line') expect(part.runs.reduce((sum, run) => sum + textColumns(run.text) * run.size.wide, 0)).toBeLessThanOrEqual(paper.columns);
      }
    }));
  });

  it('refuses a table whose columns cannot stand side by side', () => {
    expect(() => columnWidths([{ columns: 30, grow: 0, align: 'left' }, { columns: 10, grow: 0, align: 'left' }], 32)).toThrow(RangeError);
  });
});
