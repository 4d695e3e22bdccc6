import { html } from './html-page.ts';
import { qrMatrix, QR_QUIET_MODULES } from './qr-matrix.ts';

/** Dark modules that touch in a row, as one bar each. */
function bars(row: readonly boolean[], y: number): string[] {
  const ends = row.flatMap((isDark, x) => (isDark && row[x + 1] !== true ? [x + 1] : []));
  const starts = row.flatMap((isDark, x) => (isDark && row[x - 1] !== true ? [x] : []));
  return starts.map((start, index) => `M${start + QR_QUIET_MODULES} ${y + QR_QUIET_MODULES}h${(ends[index] ?? start) - start}v1H${start + QR_QUIET_MODULES}z`);
}

/** A QR code for a page, with its quiet zone: sharp lines, no picture to be scaled. The page's style says how large it stands. */
export function codeSvg(text: string, name: string): string {
  const { size, dark } = qrMatrix(text, 'M');
  const side = size + 2 * QR_QUIET_MODULES;
  const lines = Array.from({ length: size }, (_, y) => bars(dark.slice(y * size, (y + 1) * size), y).join(''));
  return `<svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label="${html(name)}"><path d="${lines.join('')}"/></svg>`;
}
