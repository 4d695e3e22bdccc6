interface PageFooter {
  readonly displayHeaderFooter: true;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
}

/**
 * The foot of every page: what the paper is, and "1/3". The print engine draws it outside the document, without the document's fonts, so it
 * holds plain letters and digits only; anything else is left out.
 */
export function pageFooter(text: string | undefined): PageFooter | Record<string, never> {
  if (text === undefined) return {};
  const plain = text.replace(/[^\w .:/-]/g, '');
  return {
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="width:100%;margin:0 14mm;display:flex;justify-content:space-between;font:8px sans-serif;color:#333"><span>${plain}</span><span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>`,
  };
}
