import { PDFDocument } from 'pdf-lib';

/** One file of all pages, in the order given; the pages are taken as they are, with the fonts embedded in them. */
export async function mergePdfs(pdfs: readonly Uint8Array[]): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of pdfs) {
    const part = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await merged.copyPages(part, part.getPageIndices())) merged.addPage(page);
  }
  return { pdf: await merged.save(), pages: merged.getPageCount() };
}
