import { expect, test } from 'vitest';
import { listPrinters, printSilently, type PrintingPage } from '../../../electron/main/pdf/silent-print.ts';

const page = (success: boolean, asked: object[]): PrintingPage => ({
  getPrintersAsync: async () => [{ name: 'HP_2', displayName: '办公室打印机', isDefault: true }, { name: 'PDF', displayName: '' }],
  print(options, done) {
    asked.push(options);
    done(success, success ? '' : 'Print job failed');
  },
});

test('printers are listed by the name a person knows and the name the system wants to be told', async () => {
  expect(await listPrinters(page(true, []))).toEqual([{ name: 'HP_2', shownName: '办公室打印机', isDefault: true }, { name: 'PDF', shownName: 'PDF', isDefault: false }]);
});

test('what the page shows is handed over silently, on its paper, to the printer named, and only to one that is there', async () => {
  const asked: object[] = [];
  const a5 = { name: 'A5', landscape: false } as const;
  expect(await printSilently(page(true, asked), 'HP_2', a5)).toBe('sent');
  expect(await printSilently(page(false, asked), 'PDF', a5)).toBe('refused');
  expect(await printSilently(page(true, asked), 'HP_3', a5)).toBe('missing');
  expect(asked).toEqual(['HP_2', 'PDF'].map((deviceName) => ({ silent: true, deviceName, pageSize: 'A5', landscape: false, printBackground: true })));
});
