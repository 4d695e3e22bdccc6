import type { CertificateKind } from '../../../../electron/domain/certified-premium.ts';
import type { TicketLine } from '../../../../electron/domain/ticket.ts';
import { useText } from '../../../ui/language/use-text.ts';
import type { TradedUnit } from '../../../ui/format/Weight.tsx';
import type { DeskView } from '../../ticket/desk/desk-model.ts';
import { tradedPriceText, weightText } from '../../ticket/desk/desk-words.ts';
import { priceOf } from '../../ticket/desk/model/desk-goods.ts';
import { insidePriceE4 } from '../../../../electron/domain/farm-contract.ts';

/** What the desk says of contracts, premiums and the lines they make. */
export interface ScheduleWords {
  readonly kind: (kind: CertificateKind) => string;
  /** 合同内, 超出合同, or nothing where the line belongs to no contract. */
  readonly part: (part: TicketLine['quotaPart']) => string | null;
  /** One sentence for each contract and premium of the ticket's owners. */
  readonly sentences: (desk: DeskView) => readonly string[];
  /** `100 公斤 × ¥3.00/公斤`. */
  readonly times: (line: Pick<TicketLine, 'settlementGrams' | 'priceE4'>, traded: TradedUnit) => string;
  /** `¥2.60 + ¥0.20`, where a certificate adds to the price. */
  readonly madeOf: (line: Pick<TicketLine, 'terms'>, traded: TradedUnit) => string | null;
}

export function useScheduleWords(): ScheduleWords {
  const t = useText('contract');
  const app = useText('app');
  const kind = (value: CertificateKind): string => t(`kind.${value}`);
  const contractWords = ({ state, goods, schedules, preview }: DeskView): string[] => schedules.contracts.map((contract) => {
    const traded = preview.product?.tradedUnit ?? 'kg';
    const grade = contract.grade ?? preview.grade;
    const boardE4 = preview.product === null || grade === null ? null : priceOf(goods, preview.product.id, grade);
    const name = state.owners.length < 2 ? '' : state.owners.find((owner) => owner.memberId === contract.ownerId)?.name ?? '';
    const words = { name, left: weightText(contract.leftGrams, traded, app), price: tradedPriceText(boardE4 === null ? contract.floorE4 : insidePriceE4(boardE4, contract.floorE4), traded, app) };
    if (contract.leftGrams === 0) return t(name === '' ? 'desk.full' : 'desk.fullOf', words);
    return t(boardE4 === null ? (name === '' ? 'desk.leftAtLeast' : 'desk.leftAtLeastOf') : name === '' ? 'desk.left' : 'desk.leftOf', words);
  });
  const premiumWords = ({ state, schedules, preview }: DeskView): string[] => schedules.premiums.map((premium) => {
    const name = state.owners.length < 2 ? '' : state.owners.find((owner) => owner.memberId === premium.ownerId)?.name ?? '';
    return t(name === '' ? 'desk.premium' : 'desk.premiumOf', { name, kind: kind(premium.kind), price: tradedPriceText(premium.premiumE4, preview.product?.tradedUnit ?? 'kg', app) });
  });
  return {
    kind,
    part: (part) => (part === 'inside' ? t('part.inside') : part === 'beyond' ? t('part.beyond') : null),
    sentences: (desk) => [...contractWords(desk), ...premiumWords(desk)],
    times: (line, traded) => t('desk.times', { weight: weightText(line.settlementGrams, traded, app), price: tradedPriceText(line.priceE4, traded, app) }),
    madeOf: ({ terms }, traded) => (terms?.premium ? t('desk.madeOf', { base: tradedPriceText(terms.baseE4, traded, app), premium: tradedPriceText(terms.premium.premiumE4, traded, app) }) : null),
  };
}
