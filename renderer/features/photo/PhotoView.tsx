import type { ReactElement } from 'react';
import type { PhotoRow } from '../../../electron/contract/photo.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { Moment } from '../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Mark } from '../../ui/Mark.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import styles from './photo.module.css';

/** One picture with who took it and when, and whether it is still what the books say. */
export function PhotoView({ photo }: { readonly photo: PhotoRow }): ReactElement {
  const t = useText('photo');
  const answer = useQueryOp('photo.get', { id: photo.id }, { staleMs: 60_000 });
  const found = answer.data?.ok === true ? answer.data.data : null;
  return (
    <figure className={styles['photo']} data-state={found?.state}>
      {answer.data?.ok === false ? <RefusalNotice failure={answer.data} op="photo.get" /> : null}
      {found === null ? null : found.jpeg === null ? null : <img src={`data:image/jpeg;base64,${found.jpeg}`} alt={t(photo.step)} />}
      <figcaption>
        <span>{t(photo.step)} · <Moment at={photo.takenAt} /> · {photo.takenBy}</span>
        {found === null ? null : <span className={styles['state']} data-state={found.state}><Mark tone={found.state === 'whole' ? 'good' : 'danger'} /> {t(found.state)}</span>}
      </figcaption>
    </figure>
  );
}
