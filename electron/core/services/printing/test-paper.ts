import { cooperativeName } from '../../../../db/queries/station.queries.ts';
import type { PrinterCondition, PrinterProfile } from '../../../contract/printing.ts';
import { html, htmlPage } from '../../documents/html-page.ts';
import { paperText } from '../../documents/paper-text.ts';
import { Fault } from '../../platform/fault.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { pagePdf } from './page-pdf.ts';
import { escposProfile, labelProfile, labelSize, printsLabels } from './paper-request.ts';

const sampleLines = ['中文测试 ¥ ㎡ 斤 公斤', '覃 仇 镕 䶮 𬭎 阿依·古丽'] as const;

/** The sample sheet of a slip printer: everything it may be able to do, whatever its profile says today; only its width and density hold. */
async function slipBytes(context: QueryContext, printer: PrinterProfile): Promise<Uint8Array> {
  const [{ layoutReceipt }, { escposJob }, { openPaperPen }, { testPage }] = await Promise.all([
    import('../../documents/receipt-layout.ts'), import('../../devices/printer/escpos-writer.ts'), import('../../documents/paper-pen.ts'), import('../../documents/test-page.ts'),
  ]);
  const profile = { ...escposProfile(printer), mode: 'text', charset: 'gb18030', qr: 'native', barcode: 'native', invert: false, cut: 'partial', drawer: null } as const;
  const pen = openPaperPen(`${context.station.paths.resources}/fonts`);
  const training = context.station.kind === 'training' ? paperText(context.user?.locale ?? 'zh')('watermark') : null;
  const page = testPage({ cooperativeName: cooperativeName.first(context.db, {})?.name ?? '', printerName: printer.name, printerId: printer.id, training }, profile.paper, pen);
  return escposJob(layoutReceipt(page, profile.paper), profile, pen).bytes;
}

async function labelBytes(context: QueryContext, printer: PrinterProfile): Promise<Uint8Array> {
  const paper = await context.station.live.spool.drawer.bytes({
    kind: 'lotLabel', locale: context.user?.locale ?? 'zh', options: { maskName: false, size: labelSize(printer) }, profile: labelProfile(printer),
    data: {
      lotCode: 'TEST-0001', productName: sampleLines[0], gradeName: 'A', memberName: sampleLines[1], netGrams: 12_340, businessDate: context.businessDate, stationName: printer.name,
      cooperativeName: cooperativeName.first(context.db, {})?.name ?? '', qrText: `VS-TEST|${printer.id}`, training: context.station.kind === 'training',
    },
  });
  return paper.bytes;
}

/** A page with the sample lines, so that a person sees which printer it is and that Chinese comes out. */
function pageBytes(context: QueryContext, printer: PrinterProfile): Promise<Uint8Array> {
  const locale = context.user?.locale ?? 'zh';
  const lines = [cooperativeName.first(context.db, {})?.name ?? '', printer.name, ...sampleLines].map((line) => `<p class="cooperative">${html(line)}</p>`).join('');
  const page = htmlPage({ locale, title: printer.name, fontBase: 'app://print/fonts/', size: 'A4', watermark: context.station.kind === 'training' ? paperText(locale)('watermark') : null }, lines);
  return pagePdf(context.station.host, page, { paper: 'A4', preferCssPageSize: true });
}

function bytesFor(context: QueryContext, printer: PrinterProfile): Promise<Uint8Array> {
  if (printer.language === 'page') return pageBytes(context, printer);
  return printsLabels(printer) ? labelBytes(context, printer) : slipBytes(context, printer);
}

/** Sends the test page of a printer, saved or not, and tells what the printer says of itself. Faults are those of the printer. */
export async function testPaper(context: QueryContext, printer: PrinterProfile): Promise<{ bytes: number; condition: PrinterCondition | null }> {
  const { spool } = context.station.live;
  const bytes = await bytesFor(context, printer);
  const outcome = await spool.sendAside(printer, bytes);
  if (outcome.state === 'failed') throw new Fault(outcome.code, { printer: printer.name });
  return { bytes: outcome.byteCount, condition: spool.watch.condition(printer.id) };
}
