import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../renderer/ui/table/column.ts';
import { shownRows } from '../../../renderer/ui/table/shown-rows.ts';

interface Row { readonly name: string; readonly grams: number }
const columns: readonly Column<Row>[] = [
  { key: 'name', title: '', cell: (row) => row.name, sortBy: (row) => row.name, searchText: (row) => row.name },
  { key: 'grams', title: '', cell: (row) => row.grams, sortBy: (row) => row.grams },
];
const rows: readonly Row[] = [{ name: '张三', grams: 3 }, { name: '李四', grams: 1 }, { name: '张五', grams: 2 }];
const names = (shown: readonly Row[]): string => shown.map((row) => row.name).join(' ');

describe('the rows a table shows', () => {
  it('finds by part of a name and leaves the rest out', () => expect(names(shownRows(rows, columns, '张', null, 'zh'))).toBe('张三 张五'));
  it('sorts names the Chinese way, by pinyin', () => expect(names(shownRows(rows, columns, '', { key: 'name', down: false }, 'zh'))).toBe('李四 张三 张五'));
  it('sorts figures as figures, largest first when asked', () => expect(names(shownRows(rows, columns, '', { key: 'grams', down: true }, 'zh'))).toBe('张三 张五 李四'));

  it('loses no row and adds none by sorting', () => {
    fc.assert(fc.property(fc.array(fc.record({ name: fc.string(), grams: fc.integer() })), fc.boolean(), (many, down) => {
      const shown = shownRows(many, columns, '', { key: 'grams', down }, 'zh');
      expect([...shown].sort((a, b) => many.indexOf(a) - many.indexOf(b))).toEqual(many);
    }));
  });
});
