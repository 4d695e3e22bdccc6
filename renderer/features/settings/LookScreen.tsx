import type { ReactElement } from 'react';
import { useCommandOp } from '../../api/use-operation.ts';
import { changePreferences, usePreferences, type Preferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session.ts';
import { densities } from '../../styles/tokens.ts';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { switchLanguage } from '../../ui/language/language.ts';
import type { Language } from '../../ui/language/languages.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { PaperBookSettings } from '../paperbook/PaperBookSettings.tsx';
import { YardSettings } from '../ticket/desk/yard/YardSettings.tsx';
import { ToSettings } from './ToSettings.tsx';
import styles from './settings.module.css';

const names: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };
const colours = ['auto', 'light', 'dark'] as const satisfies readonly Preferences['scheme'][];

/** Language and size go with the person to every desk; the colours belong to this computer. */
export default function LookScreen(): ReactElement {
  const t = useText('settings');
  const app = useText('app');
  const language = useLanguage();
  const { person } = useSession();
  const prefer = useCommandOp('session.prefer');
  const chosen = usePreferences();
  const speak = (locale: Language): void => {
    changePreferences({ language: locale });
    void switchLanguage(locale);
    void prefer.send({ locale });
  };
  return (
    <Page title={t('screens.look')} note={t('look.note')} actions={<ToSettings />}>
      <div className={styles['two']}>
        <Card title={app('look.language')}>
          <ChoiceList digits={false} label={app('look.language')} chosen={language} onChoose={speak} choices={(['zh', 'en'] as const).map((value) => ({ value, label: <span lang={value === 'zh' ? 'zh-CN' : 'en'}>{names[value]}</span> }))} />
        </Card>
        <Card title={app('look.density')}>
          <ChoiceList digits={false} label={app('look.density')} chosen={person.density} onChoose={(density) => void prefer.send({ density })} choices={densities.map((value) => ({ value, label: app(`look.${value}`), detail: t(`look.${value}`) }))} />
        </Card>
        <Card title={app('look.scheme')}>
          <ChoiceList digits={false} label={app('look.scheme')} chosen={chosen.scheme} onChoose={(scheme) => changePreferences({ scheme })} choices={colours.map((value) => ({ value, label: app(`look.${value}`) }))} />
        </Card>
        <YardSettings />
        <PaperBookSettings />
      </div>
    </Page>
  );
}
