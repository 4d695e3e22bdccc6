import type { ReactElement } from 'react';
import { isRequired, type SlipLayout } from '../../../../electron/contract/slip-layout.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { changed, moved } from './slip-draft.ts';
import styles from './slips.module.css';

interface SectionListProps {
  readonly layout: SlipLayout;
  readonly disabled: boolean;
  readonly onChange: (layout: SlipLayout) => void;
}

/** The parts of a slip from top to bottom: shown or not, larger or not, one place up or down. What must stand on it cannot be left out. */
export function SectionList({ layout, disabled, onChange }: SectionListProps): ReactElement {
  const t = useText('slip');
  return (
    <ol className={styles['sections']} aria-label={t('sections')}>
      {layout.sections.map(({ name, shown, large }, index) => {
        const required = isRequired(name);
        const label = t(`section.${name}`);
        return (
          <li key={name} className={styles['section']} data-off={!shown || undefined}>
            <label className={styles['shown']}>
              <input type="checkbox" aria-label={label} checked={shown} disabled={disabled || required} onChange={(event) => onChange(changed(layout, name, { shown: event.target.checked }))} />
              <span>{label}{required ? <small>{t('always')}</small> : null}</span>
            </label>
            <label className={styles['large']}>
              <input type="checkbox" checked={large} disabled={disabled || !shown} aria-label={t('largeOf', { section: label })} onChange={(event) => onChange(changed(layout, name, { large: event.target.checked }))} /> {t('large')}
            </label>
            <span className={styles['moves']}>
              <ActionButton small disabled={disabled || index === 0} label={t('up', { section: label })} onPress={() => onChange(moved(layout, name, -1))}>↑</ActionButton>
              <ActionButton small disabled={disabled || index === layout.sections.length - 1} label={t('down', { section: label })} onPress={() => onChange(moved(layout, name, 1))}>↓</ActionButton>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
