import type { ReactElement } from 'react';
import type { Failure } from '../../../../api/operation-types.ts';
import { moneyText } from '../../../../ui/format/format-text.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import type { DeskView } from '../desk-model.ts';
import { tradedPriceText } from '../desk-words.ts';
import { placeOfRefusal } from '../model/refusal-place.ts';
import type { ChangedAmount } from '../use-posting.ts';

/** Both amounts and the prices now in force; Enter takes the new one. */
function Changed({ changed, desk }: { readonly changed: ChangedAmount; readonly desk: DeskView }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const traded = desk.preview.product?.tradedUnit ?? 'kg';
  const prices = desk.preview.computed?.lines.map((line) => tradedPriceText(line.priceE4, traded, app)).join(t('desk.listComma')) ?? '';
  return (
    <Notice tone="wait" title={t('desk.changed.title', { seen: moneyText(changed.seen), now: moneyText(changed.now) })}>
      <p>{t('desk.changed.text', { prices })}</p>
    </Notice>
  );
}

/** Why the ticket was not posted, and the way to the step where it is put right. */
export function PostTrouble({ failure, changed, desk }: { readonly failure: Failure; readonly changed: ChangedAmount | null; readonly desk: DeskView }): ReactElement {
  const t = useText('ticket');
  if (changed !== null) return <Changed changed={changed} desk={desk} />;
  const place = 'refusal' in failure ? placeOfRefusal(failure.refusal.code) : 'confirm';
  const words = { who: t('desk.goTo.who'), what: t('desk.goTo.what'), weigh: t('desk.goTo.weigh'), grade: t('desk.goTo.grade'), confirm: '' }[place];
  return (
    <RefusalNotice
      failure={failure} op="ticket.post" saved={t('desk.draft.kept')}
      {...(place === 'confirm' ? {} : { action: { label: words, onPress: () => desk.dispatch({ type: 'wentTo', step: place }) } })}
    />
  );
}
