import { z } from 'zod';
import { cooperativeName } from '../../../../db/queries/station.queries.ts';
import type { PrinterProfile } from '../../../contract/printing.ts';
import { Fault } from '../../platform/fault.ts';
import type { FaultCode } from '../../platform/fault.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { escposProfile, labelProfile, labelSize, printsLabels } from './paper-request.ts';

export const jobStates = z.enum(['waiting', 'sending', 'sent', 'failed', 'unsure', 'cancelled']);

const sampleLines = ['中文测试 ¥ ㎡ 斤 公斤', '覃 仇 镕 䶮 𬭎 阿依·古丽', '0123456789 ABCDEFGHIJ'] as const;

async function slipBytes(context: QueryContext, printer: PrinterProfile): Promise<Uint8Array> {
  const [{ layoutReceipt }, { escposJob }, { openPaperPen }, { DOUBLE }] = await Promise.all([
    import('../../documents/receipt-layout.ts'), import('../../devices/printer/escpos-writer.ts'), import('../../documents/paper-pen.ts'), import('../../documents/receipt-document.ts'),
  ]);
  const profile = escposProfile(printer);
  const name = cooperativeName.first(context.db, {})?.name ?? '';
  const document = {
    layout: 'test-page', watermark: null,
    blocks: [
      { kind: 'text', text: name, align: 'center', bold: true } as const, { kind: 'text', text: printer.name, align: 'center', size: DOUBLE } as const, { kind: 'rule' } as const,
      ...sampleLines.map((text) => ({ kind: 'text', text }) as const),
      { kind: 'rule', heavy: true } as const, { kind: 'qr', text: `VS-TEST|${printer.id}`, level: 'M' } as const, { kind: 'feed', lines: 1 } as const, { kind: 'cut' } as const,
    ],
  };
  const pen = openPaperPen(`${context.station.paths.resources}/fonts`);
  return escposJob(layoutReceipt(document as Parameters<typeof layoutReceipt>[0], profile.paper), profile, pen).bytes;
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

/** Sends a test page: Chinese in the printer's own way, rare names, figures and a code to scan. Faults are those of the printer. */
export async function testPaper(context: QueryContext, printer: PrinterProfile): Promise<number> {
  const bytes = printsLabels(printer) ? await labelBytes(context, printer) : await slipBytes(context, printer);
  const outcome = await context.station.live.spool.transport(printer).send(bytes);
  if (outcome.state === 'failed') throw new Fault(outcome.code as FaultCode, { printer: printer.name });
  return outcome.byteCount;
}
