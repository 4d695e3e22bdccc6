import type { PaperRequest } from '../../electron/core/devices/printer/paper-job.ts';
import type { EscposProfile } from '../../electron/core/devices/printer/escpos-profile.ts';
import type { SlipLanguage } from '../../electron/core/documents/paper-text.ts';
import { isRequired, standardLayout, type SlipLayout } from '../../electron/contract/slip-layout.ts';
import { sampleHead, sampleTicket, signedSample } from './receipt-samples.ts';

/** A paper of a slip printer. */
export type SlipRequest = Exclude<Extract<PaperRequest, { readonly profile: EscposProfile }>, { readonly kind: 'keptSlip' }>;

const at = Date.UTC(2026, 10, 22, 6, 5);
const copy = { number: 2, at, byName: '王小梅' };

/** Every slip the product prints, with `text` in each field that a person fills in, or with usual words where it is null. */
export function slipRequests(profile: EscposProfile, locale: SlipLanguage, text: string | null, training = false): readonly SlipRequest[] {
  const or = (usual: string): string => text ?? usual;
  const place = { cooperativeName: or('红芯薯合作社'), stationName: or('板当村服务站'), training, businessDate: '2026-11-22' as const, at };
  const member = { code: or('M0012'), name: or('张三'), groupName: or('三组') };
  const base = sampleTicket({ training });
  const ticket = {
    ...base, cooperativeName: place.cooperativeName, stationName: place.stationName, stationPhone: or('0851-3523 4567'), productName: or('红芯红薯'), clerkName: or('王小梅'), graderName: or('李国强'), member: { ...base.member, ...member },
    owners: [{ ...member, share: 1, settlementGrams: 1, amountFen: 1, splitRoundingFen: 0 }, { code: or('M2'), name: or('李四'), share: 1, settlementGrams: 2, amountFen: 2, splitRoundingFen: 0 }],
    lines: base.lines.map((line) => ({ ...line, productName: or(line.productName), gradeName: or(line.gradeName), schemeName: or('红芯薯分级'), ...certified(or), owners: [or('张三'), or('李四')], deductions: line.deductions.map((cut) => ({ ...cut, name: or('扣水') })), discounts: [dented(or)] })), debts: [{ name: or('预支'), fen: 100 }],
    remarks: [{ label: or('本子'), value: or('第 12 页') }],
  };
  const figures = { number: 'GZ01A-T-2026-000123', businessDate: '2026-11-21', memberName: or('李四'), productName: or('红芯红薯'), gradeNames: or('一等'), grossGrams: 46_050, tareGrams: 1_800, netGrams: 44_250, settlementGrams: 43_805, totalFen: 24_794, schemeVersion: or('红芯红薯 1'), priceVersion: or('GZ01A-J-2026-000001') } as const;
  return [
    { kind: 'ticketReceipt', locale, profile, data: ticket, options: { maskName: false } },
    { kind: 'ticketReceipt', locale, profile, data: { ...ticket, reversal: { originalNumber: 'GZ01A-T-2026-000001', reason: or('称错'), approverName: or('赵会计') } }, options: { maskName: false, copy: { ...copy, byName: or(copy.byName) } } },
    {
      kind: 'voucherReceipt', locale, profile, options: { drawer: true },
      data: {
        ...place, kind: 'cash_payout', number: 'GZ01A-P-2026-000003', party: member, note: { label: or('约定'), value: or('年底扣回') },
        lines: [{ name: or('应付'), fen: 523_847 }, { name: or('扣预支'), fen: -261_923 }], amountFen: 261_924, owedAfterFen: 140_727, clerkName: or('王小梅'), approverName: or('赵会计'), chainHead: sampleHead, qrText: signedSample('voucher', 0, 261_924),
      },
    },
    ...(['cash_advance', 'input_credit', 'cash_in', 'cash_out'] as const).map((kind): SlipRequest => ({
      kind: 'voucherReceipt', locale, profile, options: { copy: { ...copy, byName: or(copy.byName) } },
      data: {
        kind, cooperativeName: place.cooperativeName, stationName: place.stationName, number: 'GZ01A-V-2026-000003', businessDate: '2026-11-22', at, training, party: member, lines: [{ name: or('化肥'), fen: 261_924 }], amountFen: 261_924, owedAfterFen: 140_727,
        clerkName: or('王小梅'), approverName: or('赵会计'), chainHead: sampleHead, qrText: signedSample('voucher', 0, 261_924),
      },
    })),
    { kind: 'queueSlip', locale, profile, options: {}, data: { ...place, label: 'A012', member, productName: or('红芯红薯'), before: 3 } },
    {
      kind: 'returnSlip', locale, profile, options: { copy },
      data: { ...place, number: 'GZ01A-T-2026-000123', member, productName: or('红芯红薯'), netGrams: 43_750, returnedGrams: 1_250, returns: [{ grams: 1_250, reason: or('烂果') }], clerkName: or('王小梅'), chainHead: sampleHead, qrText: signedSample('return', 1_250, 0) },
    },
    {
      kind: 'crateSlip', locale, profile, options: {},
      data: { ...place, number: 'GZ01A-C-2026-000007', member, lines: [{ name: or('蓝筐'), outCount: 12, inCount: 3, depositFen: 4_500, kept: false }], balance: [{ name: or('蓝筐'), count: 9 }], clerkName: or('王小梅'), approverName: or('赵会计'), chainHead: sampleHead, qrText: signedSample('crates', 0, 4_500) },
    },
    {
      kind: 'correctionSlip', locale, profile, options: {},
      data: {
        ...place, member, before: figures, after: { ...figures, number: 'GZ01A-T-2026-000124', memberName: or('张三'), gradeNames: or('二等'), grossGrams: 45_550, netGrams: 43_750, settlementGrams: 43_310, totalFen: 24_513 },
        reversal: { number: 'GZ01A-T-2026-000123-R', reason: or('称错筐'), byName: or('王小梅'), approverName: or('赵会计') }, clerkName: or('王小梅'), chainHead: sampleHead, qrText: signedSample('correction', 43_750, 24_513),
      },
    },
    { kind: 'ticketReceipt', locale, profile, data: ticket, options: { maskName: false, part: 'accountant' } },
    { kind: 'ticketReceipt', locale, profile, data: { ...ticket, correction: { originalNumber: 'GZ01A-T-2026-000122', netGrams: 44_000, totalFen: 24_900 } }, options: { maskName: false, part: 'station' }, looks: { version: 3, layout: looks(or('收购就在家门口\n电话 0851')) } },
  ];
}

/** A certificate as a member brings it, its number typed from the paper. */
const certified = (or: (usual: string) => string) => ({ premium: { kind: 'organic', number: or('GZ-2026-0012'), baseE4: 50_000, premiumE4: 6_600 } }) as const;

/** What the village calls a fault that lowers the price. */
const dented = (or: (usual: string) => string) => ({ name: or('磕碰'), measured: '6', base: '5', method: 'step_table', acts: 'price_share', rows: [{ atPct: '5', stepPct: '1', takes: 100 }], priceBeforeE4: 57_000, priceAfterE4: 56_600 }) as const;

/** Looks as a manager may make them: enlarged, in another order, with a picture and words of the station's own. */
function looks(words: string): SlipLayout {
  const { sections, ...rest } = standardLayout('receipt_station');
  const order = [...sections.slice(0, 5), ...sections.slice(5).toSorted((one, other) => (isRequired(one.name) ? 1 : 0) - (isRequired(other.name) ? 1 : 0))];
  return { ...rest, sections: order.map((section, index) => ({ ...section, large: index % 2 === 0 })), opening: words.slice(0, 200), closing: words.slice(0, 200), logo: { widthDots: 24, heightDots: 16, bits: Buffer.alloc(48, 0xa5).toString('base64') } };
}
