import type { TFunction } from 'i18next';
import type { DisplayMoment, ShownOnDisplay } from '../../../electron/contract/display.ts';
import { jinText, kilogramText } from '../../../electron/domain/mass.ts';
import { grouped, moneyText } from '../../ui/format/format-text.ts';
import type { Language } from '../../ui/language/languages.ts';
import { tradedPriceText } from '../ticket/desk/desk-words.ts';
import type { DeskPreview } from '../ticket/desk/model/desk-preview.ts';
import { tareGrams } from '../ticket/desk/model/desk-preview.ts';
import { isUntouched, type DeskState } from '../ticket/desk/model/desk-state.ts';
import { priceOf, type DeskGoods } from '../ticket/desk/model/desk-goods.ts';

/** What came of the last delivery, while it may still be read. */
export interface LastPosted { readonly totalFen: number; readonly paid: boolean }

export interface DeskForDisplay {
  readonly state: DeskState;
  readonly preview: DeskPreview;
  readonly goods: DeskGoods;
  readonly scaleId: string | null;
  readonly posted: LastPosted | null;
  readonly language: Language;
}

function momentOf({ state, posted }: DeskForDisplay): DisplayMoment {
  if (!isUntouched(state)) return state.step === 'confirm' ? 'confirm' : 'open';
  if (posted === null) return 'idle';
  return posted.paid ? 'paid' : 'posted';
}

/** The one price of the delivery, with what a contract or a certificate makes of it; goods of several grades or prices have none. */
function priceE4Of({ preview, goods }: DeskForDisplay): number | null {
  if (preview.product === null || preview.parts.length > 1) return null;
  if (preview.computed !== null) return preview.computed.lines.length === 1 ? preview.computed.lines[0]?.priceE4 ?? null : null;
  return preview.grade === null ? null : priceOf(goods, preview.product.id, preview.grade);
}

/** What the desk tells the display: ids and finished words, so that the farmer reads the same figures as the clerk. */
export function shownSheet(desk: DeskForDisplay, t: TFunction<'app'>): ShownOnDisplay {
  const { state, preview, goods, posted } = desk;
  const moment = momentOf(desk);
  const traded = preview.product?.tradedUnit ?? 'kg';
  const priceE4 = priceE4Of(desk);
  const kilograms = t('unit.kilograms', { value: grouped(kilogramText(preview.netGrams)) });
  const jin = t('unit.jin', { value: grouped(jinText(preview.netGrams)) });
  const weighed = preview.baskets.length > 0;
  const tare = tareGrams(state.tare, goods);
  const amountFen = moment === 'posted' || moment === 'paid' ? posted?.totalFen : preview.computed?.amountFen;
  return {
    moment, locale: desk.language, traded, scaleId: desk.scaleId,
    memberId: state.owners[0]?.memberId ?? null, productId: preview.product?.id ?? null, grade: preview.parts.length > 1 ? null : preview.grade,
    baskets: preview.baskets.length,
    price: priceE4 === null ? null : tradedPriceText(priceE4, traded, t),
    tare: tare === 0 ? null : t('unit.kilograms', { value: grouped(kilogramText(tare)) }),
    net: !weighed ? null : traded === 'kg' ? kilograms : jin,
    otherNet: !weighed ? null : traded === 'kg' ? jin : kilograms,
    amount: amountFen === undefined ? null : moneyText(amountFen),
  };
}
