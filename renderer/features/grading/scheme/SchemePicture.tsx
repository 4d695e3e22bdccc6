import type { ReactElement } from 'react';
import { isOnLine, type GradeScheme } from '../../../../electron/domain/grade.ts';
import { checkScheme } from '../../../../electron/domain/scheme-check.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import styles from '../grading.module.css';
import { Strip } from './Strip.tsx';
import { useSchemeWords } from './scheme-words.ts';

/** Strips that a half-typed limit does not allow are left out; the finding says which limit. */
function drawable(scheme: GradeScheme): readonly string[] {
  const unread = new Set(checkScheme(scheme).filter(({ code }) => code === 'not_a_limit' || code === 'not_whole_days').map(({ attr }) => attr));
  return scheme.attributes.filter((attribute) => isOnLine(attribute) && !unread.has(attribute.id)).map(({ id }) => id);
}

/** The scheme at a glance: a strip for each attribute, and what is to be said of gaps, overlaps and contradictions. */
export function SchemePicture({ scheme }: { readonly scheme: GradeScheme }): ReactElement {
  const t = useText('grading');
  const words = useSchemeWords(scheme);
  const findings = checkScheme(scheme);
  return (
    <Card title={t('strip.title')}>
      {drawable(scheme).map((attr) => <Strip key={attr} scheme={scheme} attr={attr} />)}
      <ul className={styles['findings']} aria-live="polite">
        {findings.length === 0 ? <li><Mark tone="good" /> {t('finding.fine')}</li> : null}
        {findings.map((found) => (
          <li key={[found.code, found.attr, found.grade, found.other, found.from?.value, found.to?.value].join(' ')} data-stops={found.stops || undefined}>
            <Mark tone={found.stops ? 'danger' : 'info'} /> {found.stops ? t('finding.stops') : ''}{words.finding(found)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
