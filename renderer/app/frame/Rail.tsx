import type { ReactElement } from 'react';
import { Brand } from '../../ui/Brand.tsx';
import { Icon } from '../../ui/icons/Icon.tsx';
import type { IconName } from '../../ui/icons/icon-paths.ts';
import { useText } from '../../ui/language/use-text.ts';
import type { Section } from '../area.ts';
import styles from './frame.module.css';

const icons: Readonly<Record<Section, IconName>> = {
  home: 'home', intake: 'scale', members: 'members', stock: 'stock', orders: 'orders', settlement: 'settlement', reports: 'reports', settings: 'settings',
};

export interface RailProps {
  readonly sections: readonly Section[];
  readonly current: Section;
  readonly onGo: (section: Section) => void;
}

/** The sections a person may open. */
export function Rail({ sections, current, onGo }: RailProps): ReactElement {
  const t = useText('app');
  return (
    <nav className={styles['rail']} aria-label={t('rail.label')}>
      <button type="button" className={styles['brand']} aria-label={t('section.home')} onClick={() => onGo('home')}><Brand /></button>
      <div className={styles['railList']}>
        {sections.filter((section) => section !== 'home').map((section) => (
          <button key={section} type="button" className={styles['railLink']} aria-current={section === current ? 'page' : undefined} onClick={() => onGo(section)}>
            <Icon name={icons[section]} />
            {t(`section.${section}`)}
          </button>
        ))}
      </div>
      <div className={styles['railCloth']} aria-hidden="true" />
    </nav>
  );
}
