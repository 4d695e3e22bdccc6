import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../ui/icons/Icon.tsx';
import { useText } from '../../ui/language/use-text.ts';
import type { Section } from '../area.ts';
import { Rail } from './Rail.tsx';
import { TrainingFrame } from './TrainingFrame.tsx';
import styles from './frame.module.css';

export interface FrameTab {
  readonly path: string;
  readonly title: string;
}

export interface AppFrameProps {
  readonly training: boolean;
  readonly trainingTools?: ReactNode;
  readonly cooperative: string;
  readonly station: string;
  readonly sections: readonly Section[];
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly tabs: readonly FrameTab[];
  readonly path: string;
  readonly onTab: (path: string) => void;
  readonly onSearch: () => void;
  readonly pills: ReactNode;
  readonly look: ReactNode;
  readonly person: ReactNode;
  readonly children: ReactNode;
}

/** Rail, top bar and the screen. */
export function AppFrame(props: AppFrameProps): ReactElement {
  const t = useText('app');
  return (
    <TrainingFrame active={props.training} tools={props.trainingTools}>
      <div className={styles['frame']}>
        <Rail sections={props.sections} current={props.section} onGo={props.onSection} />
        <header className={styles['bar']}>
          <div className={styles['place']} title={`${props.cooperative} · ${props.station}`}>
            <strong>{props.cooperative}</strong>
            <span>{props.station}</span>
          </div>
          <button type="button" className={styles['tool']} aria-label={t('palette.title')} aria-keyshortcuts="Control+K" onClick={props.onSearch}>
            <Icon name="search" /><span className={styles['toolWord']}>{t('palette.short')}</span>
          </button>
          <span className={styles['divider']} />
          {props.pills}
          <span className={styles['divider']} />
          {props.look}
          {props.person}
        </header>
        <div className={styles['content']}>
          {props.tabs.length < 2 ? null : (
            <nav className={styles['tabs']} aria-label={t(`section.${props.section}`)}>
              {props.tabs.map((tab) => (
                <button key={tab.path} type="button" className={styles['tab']} aria-current={tab.path === props.path ? 'page' : undefined} onClick={() => props.onTab(tab.path)}>{tab.title}</button>
              ))}
            </nav>
          )}
          <main className={styles['screen']}>{props.children}</main>
        </div>
      </div>
    </TrainingFrame>
  );
}
