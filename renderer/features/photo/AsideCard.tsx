import { useState, type ReactElement } from 'react';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Moment } from '../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import styles from './photo.module.css';

function Picture({ id }: { readonly id: string }): ReactElement | null {
  const t = useText('photo');
  const answer = useQueryOp('photo.get', { id }, { staleMs: 60_000 });
  if (answer.data === undefined) return null;
  if (!answer.data.ok) return <RefusalNotice failure={answer.data} op="photo.get" />;
  const { state, jpeg } = answer.data.data;
  return jpeg === null ? <span className={styles['state']} data-state={state}>{t(state)}</span> : <img src={`data:image/jpeg;base64,${jpeg}`} alt={t('aside.picture')} />;
}

/** Pictures that a power cut left without a delivery. They stay until a manager has looked at them and lets them go; nothing stands here while there are none. */
export function AsideCard(): ReactElement | null {
  const t = useText('photo');
  const answer = useQueryOp('photo.aside', {});
  const drop = useCommandOp('photo.dropAside');
  const [shown, setShown] = useState<string | null>(null);
  const rows = answer.data?.ok === true ? answer.data.data.rows : [];
  if (rows.length === 0) return null;
  return (
    <Card title={t('aside.title')}>
      <p>{t('aside.text')}</p>
      {drop.reply?.ok === false ? <RefusalNotice failure={drop.reply} op="photo.dropAside" /> : null}
      <div className={styles['photos']}>
        {rows.map(({ id, takenAt }) => (
          <figure key={id} className={styles['photo']}>
            {shown === id ? <Picture id={id} /> : null}
            <figcaption>{t('aside.takenAt')} <Moment at={takenAt} /></figcaption>
            {shown === id ? <ActionButton small kind="danger" disabled={drop.sending} onPress={() => void drop.send({ id })}>{t('aside.drop')}</ActionButton> : <ActionButton small onPress={() => setShown(id)}>{t('aside.show')}</ActionButton>}
          </figure>
        ))}
      </div>
    </Card>
  );
}
