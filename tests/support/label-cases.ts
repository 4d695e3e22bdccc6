import { standardLabelProfile, type LabelLanguage, type LabelProfile } from '../../electron/core/devices/printer/label-profile.ts';
import type { LabelRequest } from '../../electron/core/devices/printer/label-request.ts';
import { LABEL_SIZE_NAMES, type LabelSize } from '../../electron/core/documents/label-size.ts';
import type { SlipCopy } from '../../electron/core/documents/small-slip.ts';
import { parseCpcl } from './cpcl-parser.ts';
import { parseEpl2 } from './epl2-parser.ts';
import type { ReadLabel } from './label-paper.ts';
import { parseTspl } from './tspl-parser.ts';
import { parseZpl } from './zpl-parser.ts';

/** The strict reader of each language, and the bit that its printers burn. */
export const LABEL_READERS: Readonly<Record<LabelLanguage, { readonly read: (bytes: Uint8Array, dotsPerMm?: number) => ReadLabel; readonly burns: 0 | 1 }>> = {
  tspl: { read: parseTspl, burns: 0 },
  zpl: { read: parseZpl, burns: 1 },
  epl2: { read: parseEpl2, burns: 0 },
  cpcl: { read: parseCpcl, burns: 1 },
};

/** Ways in which a label printer may be set up. */
export const PROFILE_CHANGES: readonly Partial<LabelProfile>[] = [
  {},
  { codes: 'native' },
  { inverted: true },
  { transfer: 'binary', media: 'mark', gapMillimetres: 3 },
  { transfer: 'binary', inverted: true, codes: 'native', media: 'continuous', direction: 0, darkness: 'dark', speed: 'slow' },
  { darkness: 'light', speed: 'slow' },
];

export const profileOf = (language: LabelLanguage, change: Partial<LabelProfile> = {}): LabelProfile => ({ ...standardLabelProfile(language), ...change });

const LOT = {
  lotCode: 'GZ01A-L-2026-000123', productName: '红芯红薯', gradeName: '一等', memberName: '张三', groupName: '三组', netGrams: 43_750, businessDate: '2026-11-22',
  stationName: '板当村服务站', cooperativeName: '紫云县板当镇红芯薯专业合作社', qrText: 'VSL1|GZ01A-L-2026-000123|GZ01A-T-2026-000123|43750|2026-11-22', training: false,
} as const;

/** A copy whose ticket was voided since: every mark that a label may bear, by a person with a long name. */
export const VOIDED_COPY: SlipCopy = { number: 12, at: Date.parse('2026-11-23T01:14:00Z'), byName: '阿依古丽·买买提', voidedBy: 'GZ01A-T-2026-000124' };

/** A label of each kind for one size, every field set by `over` where it is given. */
export function labelsOf(size: LabelSize, profile: LabelProfile, over: { readonly text?: string; readonly training?: boolean; readonly copy?: SlipCopy; readonly locale?: 'zh' | 'en' } = {}): LabelRequest[] {
  const { text, locale = 'zh', copy, ...marks } = over;
  const printed = { size, ...(copy === undefined ? {} : { copy }) };
  const set = <Data extends object>(data: Data): Data & typeof marks => {
    const fields = text === undefined ? data : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typeof value === 'string' && !['businessDate', 'keepUntil', 'takenOn'].includes(key) ? text : value]));
    return { ...data, ...fields, ...marks };
  };
  return [
    { kind: 'lotLabel', locale, data: set(LOT), options: { maskName: false, ...printed }, profile },
    { kind: 'crateLabel', locale, data: set({ ...LOT, netGrams: 22_550, grossGrams: 23_450, crateNumber: 2, crateCount: 12, qrText: 'VSC1|GZ01A-L-2026-000123/2|22550|2026-11-22' }), options: { maskName: false, ...printed }, profile },
    {
      kind: 'parcelLabel', locale, profile, options: { maskPhone: text === undefined, ...printed },
      data: set({
        parcelCode: 'GZ01A-P-2026-000045', parcelNumber: 1, parcelCount: 2, receiverName: '欧阳建国', receiverPhone: '13812345678', address: '广东省深圳市南山区粤海街道科技园社区科苑路 8 号 3 栋 1201', contents: '红芯红薯 5.00 公斤 ×2',
        senderName: '紫云县板当镇红芯薯专业合作社', businessDate: '2026-11-22', qrText: 'VSP1|GZ01A-P-2026-000045|1|2', training: false,
      }),
    },
    { kind: 'memberCard', locale, data: set({ memberCode: 'M0012', memberName: '阿依古丽·买买提', groupName: '三组', stationName: '板当村服务站', cooperativeName: '紫云县板当镇红芯薯专业合作社', qrText: 'VSM1|M0012', training: false }), options: printed, profile },
    { kind: 'crateTag', locale, data: set({ crateCode: 'GZ01A-K-0042', crateName: '蓝色大筐', stationName: '板当村服务站', cooperativeName: '紫云县板当镇红芯薯专业合作社', training: false }), options: printed, profile },
    { kind: 'sampleLabel', locale, data: set({ code: 'GZ01A-S-0042', productName: '红芯红薯', place: '2 号柜 3 层', keepUntil: '2026-12-22', takenOn: '2026-11-22', stationName: '板当村服务站', cooperativeName: '红芯薯合作社', training: false }), options: printed, profile },
  ];
}

export const EVERY_SIZE = LABEL_SIZE_NAMES;
