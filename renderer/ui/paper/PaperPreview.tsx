import type { ReactElement, ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import styles from './PaperPreview.module.css';

export interface PaperPreviewProps {
  /** The paper as a picture (`data:` or `blob:` address), drawn from the same source as the print. */
  readonly picture?: string;
  /** What the picture says, for those who cannot see it. */
  readonly pictureText?: string;
  /** Width of the paper in millimetres: 58, 80, or a label's. */
  readonly widthMm: number;
  /** Screen pixels per millimetre; 3.78 is life size on most screens. */
  readonly scale?: number;
  /** Another picture is on its way: this one is no longer what will be printed. */
  readonly stale?: boolean;
  readonly training?: boolean;
  /** Blocks instead of a picture. */
  readonly children?: ReactNode;
}

/** Millimetres that a slip printer leaves white on either side: its head is narrower than the roll. A label is burnt to its edges. */
const whiteEdge = (widthMm: number): number => (widthMm === 80 ? 4 : widthMm === 58 ? 5 : 0);

/** The paper itself, at its real proportions: torn edge, white ground, black ink. */
export function PaperPreview({ picture, pictureText, widthMm, scale = 5, stale = false, training = false, children }: PaperPreviewProps): ReactElement {
  const t = useText('app');
  return (
    <figure className={styles['figure']}>
      <div className={styles['paper']} style={{ width: widthMm * scale, paddingInline: whiteEdge(widthMm) * scale }} role="group" aria-label={t('paper.label')}>
        {picture === undefined ? children : <img className={styles['picture']} data-stale={stale} src={picture} alt={pictureText ?? t('paper.label')} />}
        {training ? <span className={styles['stamp']} data-word={t('training.word')} aria-hidden="true" /> : null}
      </div>
      <figcaption className={styles['caption']}>{t('paper.size', { width: widthMm })}</figcaption>
    </figure>
  );
}
