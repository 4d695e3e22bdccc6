import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../ui/icons/Icon.tsx';
import { switchLanguage } from '../../ui/language/language.ts';
import type { Language } from '../../ui/language/languages.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Popup } from '../../ui/overlay/Popup.tsx';
import { densities, schemes, type Density } from '../../styles/tokens.ts';
import { changePreferences, usePreferences } from '../preferences.ts';
import styles from './frame.module.css';

interface RowProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly wordOf: (value: Value) => ReactNode;
  readonly onChoose: (value: Value) => void;
}

function SwitchRow<Value extends string>({ label, values, chosen, wordOf, onChoose }: RowProps<Value>): ReactElement {
  return (
    <fieldset className={styles['switch']}>
      <legend>{label}</legend>
      <div className={styles['switchValues']}>
        {values.map((value) => (
          <button key={value} type="button" className={styles['switchValue']} aria-pressed={value === chosen} onClick={() => onChoose(value)}>{wordOf(value)}</button>
        ))}
      </div>
    </fieldset>
  );
}

export interface LookSwitchProps {
  /** What the signed-in person uses now; without one the computer's own. */
  readonly density?: Density;
  readonly onDensity?: (density: Density) => void;
  readonly onLanguage?: (language: Language) => void;
}

const languageNames: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** Language, size and colours in one place. */
export function LookSwitch({ density, onDensity, onLanguage }: LookSwitchProps): ReactElement {
  const t = useText('app');
  const language = useLanguage();
  const chosen = usePreferences();
  const chooseLanguage = (next: Language): void => {
    changePreferences({ language: next });
    void switchLanguage(next);
    onLanguage?.(next);
  };
  const chooseDensity = (next: Density): void => {
    if (onDensity === undefined) changePreferences({ density: next });
    else onDensity(next);
  };
  return (
    <Popup label={t('look.title')} buttonClass={styles['tool']} button={<><Icon name="look" /><span className={styles['toolWord']}>{t('look.short')}</span></>}>
      <div className={styles['switches']}>
        <SwitchRow label={t('look.language')} values={['zh', 'en']} chosen={language} wordOf={(value) => <span lang={value === 'zh' ? 'zh-CN' : 'en'}>{languageNames[value]}</span>} onChoose={chooseLanguage} />
        <SwitchRow label={t('look.density')} values={densities} chosen={density ?? chosen.density} wordOf={(value) => t(`look.${value}`)} onChoose={chooseDensity} />
        <SwitchRow label={t('look.scheme')} values={['auto', ...schemes]} chosen={chosen.scheme} wordOf={(value) => t(`look.${value}`)} onChoose={(scheme) => changePreferences({ scheme })} />
      </div>
    </Popup>
  );
}
