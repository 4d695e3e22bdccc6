import type { ReactElement } from 'react';
import type { Grade } from '../../../../../electron/domain/grade.ts';
import { Keycap } from '../../../../ui/actions/Keycap.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn, tradedPriceText } from '../desk-words.ts';
import { priceOf } from '../model/desk-goods.ts';

export interface GradeChoicesProps {
  readonly desk: DeskView;
  readonly grades: readonly Grade[];
  /** The digits belong to the grades now. */
  readonly numbered: boolean;
  readonly isOpen: (grade: Grade) => boolean;
  readonly onPick: (grade: Grade) => void;
}

/** The grades with today's prices; the proposed one is underlined and says so, one without a price cannot be taken. */
export function GradeChoices({ desk, grades, numbered, isOpen, onPick }: GradeChoicesProps): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const { preview, goods } = desk;
  return (
    <div className={styles['grades']} role="radiogroup" aria-label={t('desk.grade.grades')}>
      {grades.map((grade, index) => {
        const price = preview.product === null ? null : priceOf(goods, preview.product.id, grade.id);
        const proposed = preview.judgement.proposal?.gradeId === grade.id;
        return (
          <div
            key={grade.id} role="radio" tabIndex={-1} aria-checked={preview.grade === grade.id} aria-disabled={!isOpen(grade) || undefined} className={styles['grade']}
            data-proposed={proposed || undefined} data-grade={grade.id} title={nameIn(grade, language)} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(grade)}
          >
            {numbered && index < 9 ? <Keycap label={String(index + 1)} /> : null}
            <span className={styles['gradeWords']}>
              <span className={styles['gradeName']}>{nameIn(grade, language)}{proposed ? <span className={styles['tag']} data-tone="good">{t('desk.grade.proposed')}</span> : null}</span>
              <span className={price === null ? styles['soft'] : styles['tilePrice']}>{price === null ? t('desk.what.noPrice') : tradedPriceText(price, preview.product?.tradedUnit ?? 'kg', app)}</span>
            </span>
          </div>
        );
      })}
    </div>
  );
}
