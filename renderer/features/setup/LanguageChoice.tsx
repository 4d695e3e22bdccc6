import type { ReactElement } from 'react';
import { changePreferences } from '../../app/preferences.ts';
import { Keycap } from '../../ui/actions/Keycap.tsx';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { switchLanguage } from '../../ui/language/language.ts';
import type { Language } from '../../ui/language/languages.ts';
import { useText } from '../../ui/language/use-text.ts';
import { SetupFrame } from './SetupFrame.tsx';
import styles from './setup.module.css';

const names: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** The very first question, in both languages at once. */
export function LanguageChoice({ onChosen }: { readonly onChosen: () => void }): ReactElement {
  const t = useText('setup');
  const choose = (language: Language): void => {
    changePreferences({ language });
    void switchLanguage(language).then(onChosen);
  };
  useKeyboardScope({ Digit1: () => choose('zh'), Digit2: () => choose('en') });
  return (
    <SetupFrame>
      <div className={styles['column']}>
        <h1>{t('language.title')}</h1>
        <p className={styles['lead']}>{t('language.hint')}</p>
        <div className={styles['doors']}>
          {(['zh', 'en'] as const).map((language, index) => (
            <button key={language} type="button" className={styles['door']} lang={language === 'zh' ? 'zh-CN' : 'en'} autoFocus={index === 0} onClick={() => choose(language)}>
              <Keycap label={String(index + 1)} />
              <strong>{names[language]}</strong>
            </button>
          ))}
        </div>
      </div>
    </SetupFrame>
  );
}
