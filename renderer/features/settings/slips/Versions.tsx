import type { ReactElement } from 'react';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import styles from './slips.module.css';

interface VersionsProps<Layout> {
  readonly versions: readonly { readonly version: number; readonly at: number; readonly byName: string; readonly layout: Layout }[];
  readonly standard: Layout;
  readonly disabled: boolean;
  /** The looks are put into the editor; they hold once they are saved. */
  readonly onTake: (layout: Layout) => void;
}

/** Who changed the looks and when; each of them can be taken back into the editor, also the one nobody changed. */
export function Versions<Layout>({ versions, standard, disabled, onTake }: VersionsProps<Layout>): ReactElement {
  const t = useText('slip');
  return (
    <Card title={t('versions')}>
      <ul className={styles['versions']}>
        {versions.map(({ version, at, byName, layout }, index) => (
          <li key={version}>
            <span><strong>{t('version', { version })}</strong> <Moment at={at} /> {byName}</span>
            {index === 0 ? <small>{t('now')}</small> : <ActionButton small disabled={disabled} label={t('takeVersion', { version })} onPress={() => onTake(layout)}>{t('take')}</ActionButton>}
          </li>
        ))}
        <li>
          <span>{t('standard')}</span>
          <ActionButton small disabled={disabled} label={t('takeStandard')} onPress={() => onTake(standard)}>{t('take')}</ActionButton>
        </li>
      </ul>
    </Card>
  );
}
