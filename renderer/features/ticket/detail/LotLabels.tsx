import { useState, type ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { basketsOfLot } from '../../../../electron/domain/lot-baskets.ts';
import { kilogramText } from '../../../../electron/domain/mass.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Actions } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { CratesDialog, ParcelDialog } from '../../labels/LotLabelDialogs.tsx';

/** The other labels of a lot: one for each of its baskets, and those of parcels made of it. */
export function LotLabels({ ticket, lotCode }: { readonly ticket: TicketDetail; readonly lotCode: string }): ReactElement {
  const t = useText('labels');
  const app = useText('app');
  const language = useLanguage();
  const [open, setOpen] = useState<'crates' | 'parcel' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const line = ticket.lines.find((candidate) => candidate.lotCode === lotCode);
  const canTell = basketsOfLot(ticket, lotCode).length > 0;
  const name = language === 'zh' ? ticket.productNameZh : ticket.productNameEn;
  const props = { lotCode, onClose: () => setOpen(null), onDone: (words: string) => { setOpen(null); setDone(words); } };
  return (
    <>
      {done === null ? null : <Notice tone="good" title={done} />}
      <Actions>
        {canTell ? <ActionButton small icon="printer" onPress={() => setOpen('crates')}>{t('crates.open')}</ActionButton> : null}
        <ActionButton small icon="printer" onPress={() => setOpen('parcel')}>{t('parcel.open')}</ActionButton>
      </Actions>
      {canTell ? null : <p>{t('crates.onlyLots')}</p>}
      {open === 'crates' ? <CratesDialog {...props} /> : null}
      {open === 'parcel' ? <ParcelDialog {...props} goods={`${name} ${app('unit.kilograms', { value: kilogramText(line?.netGrams ?? 0) })}`} /> : null}
    </>
  );
}
