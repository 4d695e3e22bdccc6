import type { PdfOptions } from '../../contract/control.ts';

const umPerInch = 25_400;
const smallestUm = 10_000;
const largestUm = 3_000_000;

/** The paper as `printToPDF` wants it: a name, or inches. Refuses sizes that no printer has. */
export function pageSizeOf(paper: PdfOptions['paper']): 'A3' | 'A4' | 'A5' | 'A6' | { width: number; height: number } {
  if (typeof paper === 'string') return paper;
  for (const um of [paper.widthUm, paper.heightUm]) {
    if (!Number.isInteger(um) || um < smallestUm || um > largestUm) throw new RangeError(`A paper cannot measure ${um} µm.`);
  }
  return { width: paper.widthUm / umPerInch, height: paper.heightUm / umPerInch };
}
