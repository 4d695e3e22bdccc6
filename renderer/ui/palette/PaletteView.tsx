import { useEffect, useRef, type ReactElement } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { useText } from '../language/use-text.ts';
import styles from './PaletteView.module.css';

export interface PaletteResult {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  readonly icon: IconName;
}

export interface PaletteViewProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly results: readonly PaletteResult[];
  /** Which one Enter opens. */
  readonly at: number;
  readonly onPick: (key: string) => void;
  readonly onClose: () => void;
}

/** The search box over everything. */
export function PaletteView({ text, onText, results, at, onPick, onClose }: PaletteViewProps): ReactElement {
  const t = useText('app');
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }), [at]);
  return (
    <dialog
      ref={dialog} className={styles['palette']} aria-label={t('palette.title')}
      onCancel={(event) => { event.preventDefault(); onClose(); }} onClick={(event) => { if (event.target === dialog.current) onClose(); }}
    >
      <div className={styles['box']}>
        <Icon name="search" />
        <input
          className={styles['input']} autoFocus value={text} data-keys="search" placeholder={t('palette.placeholder')} aria-label={t('palette.placeholder')}
          role="combobox" aria-expanded={false} aria-controls="palette-results" aria-activedescendant={results[at] === undefined ? undefined : `palette-${at}`}
          autoComplete="off" onChange={(event) => onText(event.target.value)}
        />
      </div>
      <div className={styles['results']} id="palette-results" role="listbox" aria-label={t('palette.results')}>
        {results.map((result, index) => (
          <div
            key={result.key} ref={index === at ? chosen : undefined} id={`palette-${index}`} role="option" aria-selected={index === at} tabIndex={-1}
            className={styles['result']} onClick={() => onPick(result.key)}
          >
            <Icon name={result.icon} />
            <span className={styles['title']}>{result.title}</span>
            {result.detail === undefined ? null : <span className={styles['detail']}>{result.detail}</span>}
          </div>
        ))}
        {results.length > 0 ? null : <p className={styles['none']}>{t('palette.none')}</p>}
      </div>
      <p className={styles['foot']}>{t('palette.keys')}</p>
    </dialog>
  );
}
