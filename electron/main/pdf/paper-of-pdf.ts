/** The paper a PDF was drawn for. */
export interface PdfPaper { readonly name: 'A4' | 'A5'; readonly landscape: boolean }

const pointsPerMm = 72 / 25.4;
/** Halfway between the short sides of A5 and A4. */
const widestA5Mm = 179;

/** The paper of a PDF as its first page says it; A4 where it does not say. */
export function paperOfPdf(pdf: Uint8Array): PdfPaper {
  const box = /\/MediaBox\s*\[\s*[\d.-]+\s+[\d.-]+\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(Buffer.from(pdf).toString('latin1'));
  if (box === null) return { name: 'A4', landscape: false };
  const [width, height] = [Number(box[1]) / pointsPerMm, Number(box[2]) / pointsPerMm];
  return { name: Math.min(width, height) < widestA5Mm ? 'A5' : 'A4', landscape: width > height };
}
