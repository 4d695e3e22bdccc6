import type { ReactElement } from 'react';
import type { LabelOrder } from '../../../electron/contract/printing.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { PaperPreview } from '../../ui/paper/PaperPreview.tsx';
import styles from './labels.module.css';

/** Pixels of the widest preview; a small label is drawn larger than life so that its words can be read. */
const widePixels = 340;
const largestScale = 6;

/** The first label of an order as it will come out, and how many there are. */
export function LabelPreview({ order }: { readonly order: LabelOrder }): ReactElement | null {
  const t = useText('labels');
  const picture = useQueryOp('print.labelPreview', { order });
  if (picture.data === undefined) return null;
  if (!picture.data.ok) return <RefusalNotice failure={picture.data} op="print.labelPreview" />;
  const { png, widthMm, labels, substitutions, shortened } = picture.data.data;
  return (
    <div className={styles['preview']}>
      <PaperPreview picture={`data:image/png;base64,${png}`} pictureText={t('preview.label')} widthMm={widthMm} scale={Math.min(largestScale, widePixels / widthMm)} />
      <p className={styles['soft']}><strong>{t('preview.count', { count: labels })}</strong> {t('preview.size')}</p>
      {substitutions.length === 0 ? null : <p className={styles['soft']}>{t('preview.boxed', { list: substitutions.join(' ') })}</p>}
      {shortened.length === 0 ? null : <p className={styles['soft']}>{t('preview.shortened', { list: shortened.join(t('preview.and')) })}</p>}
    </div>
  );
}
