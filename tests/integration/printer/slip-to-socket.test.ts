import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_DRAWER } from '../../../electron/core/devices/printer/escpos-commands.ts';
import { TEXT_58, TEXT_80 } from '../../../electron/core/devices/printer/escpos-profile.ts';
import { makePaperJob, previewPaper, type PaperRequest } from '../../../electron/core/devices/printer/paper-job.ts';
import { runSpool, type SpoolJob } from '../../../electron/core/devices/printer/spool.ts';
import { tcpTransport } from '../../../electron/core/devices/printer/tcp.transport.ts';
import { standardLabelProfile } from '../../../electron/core/devices/printer/label-profile.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { escposPicture } from '../../support/escpos-picture.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { startFakePrinter, type FakePrinter } from '../../support/fake-printer.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import { sampleTicket } from '../../support/receipt-samples.ts';
import { parseTspl, tsplPicture } from '../../support/tspl-parser.ts';

const FONTS = join(import.meta.dirname, '../../../resources/fonts');
const SLIP: PaperRequest = { kind: 'ticketReceipt', locale: 'zh', data: sampleTicket({ clerkName: '㐂小梅' }), options: { maskName: false }, profile: TEXT_58 };
const VOUCHER: PaperRequest = {
  kind: 'voucherReceipt', locale: 'zh', options: { drawer: true }, profile: { ...TEXT_80, drawer: USUAL_DRAWER },
  data: {
    kind: 'cash_payout', cooperativeName: '红芯薯合作社', stationName: '板当村服务站', number: 'GZ01A-P-2026-000003', businessDate: '2026-11-22', at: Date.UTC(2026, 10, 22, 6, 5), training: false,
    party: { code: 'M0012', name: '张三' }, lines: [{ name: '应付', fen: 523_847 }, { name: '扣预支', fen: -261_923 }], amountFen: 261_924, owedAfterFen: 140_727, clerkName: '王小梅', approverName: '赵会计', chainHead: 'ab'.repeat(32), qrText: 'VS1|P|GZ01A-P-2026-000003|261924',
  },
};
const LABEL: PaperRequest = {
  kind: 'lotLabel', locale: 'zh', options: { maskName: false, copies: 2 }, profile: standardLabelProfile('tspl'),
  data: { lotCode: 'GZ01A-L-2026-000123', productName: '红芯红薯', gradeName: '一等', memberName: '张三', netGrams: 43_750, businessDate: '2026-11-22', stationName: '板当村服务站', cooperativeName: '红芯薯合作社', qrText: 'VS1|L|GZ01A-L-2026-000123', training: false },
};

describe('papers through the spool to a printer on the network', () => {
  let printer: FakePrinter;
  beforeEach(async () => { printer = await startFakePrinter(); });
  afterEach(() => printer.close());

  async function send(...requests: PaperRequest[]): Promise<Buffer[]> {
    const queue: SpoolJob[] = requests.map((request, at) => ({ id: at + 1, bytes: makePaperJob(request, openPaperPen(FONTS)).bytes, attempts: 0 }));
    const run = await runSpool({
      nextJob: () => queue.shift() ?? null, markSending: () => undefined, markSent: () => undefined, markFailed: () => undefined, markUnsure: () => undefined,
      transport: tcpTransport({ host: '127.0.0.1', port: printer.port }), clock: { now: () => 0, monotonic: () => 0 },
    });
    expect(run).toEqual({ sent: requests.length, failed: 0, unsure: 0 });
    return printer.jobs;
  }

  it('slip, voucher and label arrive whole, in order, and their codes read back', async () => {
    const [slip = Buffer.alloc(0), voucher = Buffer.alloc(0), label = Buffer.alloc(0)] = await send(SLIP, VOUCHER, LABEL);
    expect(await readQrCodes(await escposPicture(parseEscpos(slip, 384), 384))).toEqual([sampleTicket().qrText]);
    const paid = parseEscpos(voucher, 576);
    expect(printedText(paid).map((line) => line.trim())).toEqual(expect.arrayContaining(['付款单', '￥2619.24', '大写 贰仟陆佰壹拾玖元贰角肆分']));
    expect(paid.filter((part) => part.kind === 'drawer')).toHaveLength(1);
    expect(parseTspl(label).copies).toBe(2);
    expect(await readQrCodes(await tsplPicture(parseTspl(label)))).toEqual(['VS1|L|GZ01A-L-2026-000123']);
  });

  // A printer's own encoder may draw the same code some modules smaller, so here the codes go as pictures.
  it.each([['slip', { ...SLIP, profile: { ...TEXT_58, qr: 'raster' } }, 384], ['voucher', VOUCHER, 576]] as const)('the preview is as long as the paper that comes out in text mode (%s)', async (_, request, dots) => {
    const [bytes = Buffer.alloc(0)] = await send(request);
    const paper = await escposPicture(parseEscpos(bytes, dots), dots);
    const preview = previewPaper(request, openPaperPen(FONTS));
    expect([paper.width, paper.height]).toEqual([preview.widthDots, preview.heightDots]);
  });
});
