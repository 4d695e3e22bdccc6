import { PDFArray, PDFContext, PDFDict, PDFDocument, PDFName, PDFObjectCopier, PDFPageEmbedder, PDFRef, drawObject, popGraphicsState, pushGraphicsState, type PDFObject, type PDFPageLeaf } from 'pdf-lib';
import { firstPageObject, pagesObject, type MarkObjects, type PdfPiece } from './pdf-frame.ts';

/** One document of the file, and the mark that is laid over each of its pages. */
export interface PdfPart { readonly pdf: Uint8Array; readonly mark: MarkObjects | null }

const markName = 'CopyMark';

/** A context whose objects are numbered from here on. */
function contextFrom(first: number): PDFContext {
  const context = PDFContext.create();
  context.largestObjectNumber = first - 1;
  return context;
}

const text = (words: string): Uint8Array => Buffer.from(words, 'latin1');

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** Every object of a context as it stands in the file; they are numbered without gaps from `first`. */
function written(context: PDFContext, first: number): Pick<PdfPiece, 'bytes' | 'offsets'> {
  const chunks: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (ref.objectNumber !== first + offsets.length) throw new Error(`object ${ref.objectNumber} of a PDF stands where ${first + offsets.length} ought to`);
    offsets.push(at);
    for (const chunk of [text(`${ref.objectNumber} 0 obj\n`), bytesOf(object), text('\nendobj\n')]) {
      chunks.push(chunk);
      at += chunk.length;
    }
  }
  return { bytes: Buffer.concat(chunks), offsets };
}

/** The page, set so that the mark is drawn over whatever it holds: its own drawing is closed up before. */
function lay(context: PDFContext, page: PDFPageLeaf, mark: MarkObjects): void {
  const own = page.get(PDFName.of('Contents'));
  const listed = context.lookup(own);
  const streams = listed instanceof PDFArray ? listed.asArray() : own === undefined ? [] : [own];
  page.set(PDFName.of('Contents'), context.obj([PDFRef.of(mark.open), ...streams, PDFRef.of(mark.close)]));
  const resources = page.Resources() ?? context.obj({});
  const drawings = resources.lookupMaybe(PDFName.of('XObject'), PDFDict) ?? context.obj({});
  drawings.set(PDFName.of(markName), PDFRef.of(mark.form));
  resources.set(PDFName.of('XObject'), drawings);
  page.set(PDFName.of('Resources'), resources);
}

/** Writes the first page of a document as a mark that other pages are given. `first` is the number of the first free object. */
export async function markPiece({ pdf, first }: { readonly pdf: Uint8Array; readonly first: number }): Promise<PdfPiece & { readonly mark: MarkObjects }> {
  const context = contextFrom(first);
  const source = await PDFDocument.load(pdf, { updateMetadata: false });
  const page = PDFObjectCopier.for(source.context, context).copy(source.getPage(0).node);
  const form = await (await PDFPageEmbedder.for(page)).embedIntoContext(context);
  const open = context.register(context.contentStream([pushGraphicsState()]));
  const close = context.register(context.contentStream([popGraphicsState(), pushGraphicsState(), drawObject(markName), popGraphicsState()]));
  return { ...written(context, first), pages: [], mark: { form: form.objectNumber, open: open.objectNumber, close: close.objectNumber } };
}

/** Writes all pages of the documents as they are, with the fonts embedded in them. `first` is the number of the first free object. */
export async function pagesPiece({ parts, first }: { readonly parts: readonly PdfPart[]; readonly first: number }): Promise<PdfPiece> {
  const context = contextFrom(Math.max(first, firstPageObject));
  const pages: number[] = [];
  for (const { pdf, mark } of parts) {
    const source = await PDFDocument.load(pdf, { updateMetadata: false });
    const copier = PDFObjectCopier.for(source.context, context);
    for (const { node } of source.getPages()) {
      const page = copier.copy(node);
      page.set(PDFName.of('Parent'), PDFRef.of(pagesObject));
      if (mark !== null) lay(context, page, mark);
      pages.push(context.register(page).objectNumber);
    }
  }
  return { ...written(context, first), pages };
}
