import { useEffect, type ReactElement } from 'react';
import { TrainingFrame } from '../../app/frame/TrainingFrame.tsx';
import { TextsReady } from '../../app/TextsReady.tsx';
import { useLook } from '../../app/look.ts';
import { currentLanguage, switchLanguage } from '../../ui/language/language.ts';
import { useText } from '../../ui/language/use-text.ts';
import { DisplaySheetView } from './DisplaySheetView.tsx';
import { DisplayWeight } from './DisplayWeight.tsx';
import styles from './display.module.css';
import { useDisplay } from './use-display.ts';

function Shown({ training }: { readonly training: boolean }): ReactElement {
  const t = useText('display');
  const { cooperative, station, sheet, view } = useDisplay();
  const language = sheet?.locale;
  useEffect(() => {
    if (language !== undefined && language !== currentLanguage()) void switchLanguage(language);
  }, [language]);
  const who = sheet === null || sheet.moment === 'idle' ? null : sheet.who;
  return (
    <TrainingFrame active={training}>
      <main className={styles['display']} data-moment={sheet?.moment ?? 'idle'}>
        <header className={styles['head']}>
          <h1 className={styles['place']}>{[cooperative, station].filter((part) => part !== null).join(' · ')}</h1>
          {who === null ? null : <p className={styles['who']}><span className={styles['whoWord']}>{t('sheet.who')}</span>{who}</p>}
        </header>
        <DisplayWeight view={view} traded={sheet?.traded ?? 'kg'} />
        <DisplaySheetView sheet={sheet} />
      </main>
    </TrainingFrame>
  );
}

/** The window that faces the farmer: nothing to press, only to read. */
export default function DisplayScreen({ training }: { readonly training: boolean }): ReactElement {
  useLook(null);
  return <TextsReady><Shown training={training} /></TextsReady>;
}
