import { describe, expect, it } from 'vitest';
import { dateTextOf, grouped, momentText, moneyText, shortDateTextOf } from '../../../renderer/ui/format/format-text.ts';

describe('figures and dates as people read them', () => {
  it('groups yuan by thousands and puts the minus before the mark', () => {
    expect(moneyText(24_500)).toBe('¥245.00');
    expect(moneyText(-123_456_789)).toBe('−¥1,234,567.89');
    expect(grouped('1234.56789')).toBe('1,234.56789');
  });

  it('shows a business date with its weekday in both languages', () => {
    expect(dateTextOf('2026-11-22', 'zh')).toBe('2026年11月22日 星期日');
    expect(dateTextOf('2026-11-22', 'en')).toBe('Sun 22 Nov 2026');
    expect(shortDateTextOf('2026-11-22', 'zh')).toBe('11-22 周日');
  });

  it('shows a moment in the time of Shanghai, whatever the computer is set to', () => {
    expect(momentText(Date.UTC(2026, 10, 21, 16, 5), 'zh')).toBe('2026年11月22日 星期日 00:05');
  });
});
