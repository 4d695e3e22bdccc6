import type { ReactElement } from 'react';
import type { GradeScheme } from '../../../../electron/domain/grade.ts';
import { stripOf, type StripSegment } from '../../../../electron/domain/grade-strip.ts';
import { useText } from '../../../ui/language/use-text.ts';
import styles from '../grading.module.css';
import { useSchemeWords } from './scheme-words.ts';

/** Which look a stretch has: by the place of its grade, or that nobody or several ask for it. */
function lookOf(scheme: GradeScheme, { grades }: StripSegment): string {
  const [first, second] = grades;
  if (first === undefined) return 'nobody';
  if (second !== undefined) return 'shared';
  return String(scheme.grades.toSorted((left, right) => left.rank - right.rank).findIndex((grade) => grade.id === first) % 4);
}

/** The line of one attribute, cut into the stretches of the grades; each stretch says its ends and its grade in words. */
export function Strip({ scheme, attr }: { readonly scheme: GradeScheme; readonly attr: string }): ReactElement | null {
  const t = useText('grading');
  const words = useSchemeWords(scheme);
  const segments = stripOf(scheme, attr);
  if (segments.length < 2) return null;
  return (
    <div className={styles['strip']}>
      <span className={styles['stripName']}>{words.attribute(attr)}</span>
      <ol className={styles['segments']} aria-label={t('strip.label', { name: words.attribute(attr) })}>
        {segments.map((segment) => {
          const [first, second] = segment.grades;
          return (
            <li key={`${segment.from?.value ?? ''} ${String(segment.from?.behind)}`} className={styles['segment']} data-look={lookOf(scheme, segment)}>
              <strong>{first === undefined ? t('strip.nobody') : second === undefined ? words.grade(first) : t('strip.shared', { grade: words.grade(first) })}</strong>
              <small>{words.range(segment.from, segment.to, attr)}</small>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
