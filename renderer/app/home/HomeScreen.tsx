import type { ReactElement } from 'react';
import { Keycap } from '../../ui/actions/Keycap.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import { Icon } from '../../ui/icons/Icon.tsx';
import { digitKeys, type KeyName } from '../../ui/keyboard/key-name.ts';
import type { KeyHandler } from '../../ui/keyboard/keyboard-scopes.ts';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { sections, type Screen } from '../area.ts';
import { navigate } from '../navigation.ts';
import { tabsOf } from '../routes.tsx';
import { useSession } from '../session.ts';
import { Tour } from './Tour.tsx';
import styles from './home.module.css';

function Doors({ screens }: { readonly screens: readonly Screen[] }): ReactElement {
  const t = useText('app');
  const bindings: Partial<Record<KeyName, KeyHandler>> = {};
  screens.slice(0, digitKeys.length).forEach((screen, index) => {
    const key = digitKeys[index];
    if (key !== undefined) bindings[key] = () => navigate(screen.path);
  });
  useKeyboardScope(bindings);
  return (
    <ul className={styles['doors']}>
      {screens.map((screen, index) => (
        <li key={screen.path}>
          <button type="button" className={styles['door']} data-first={index === 0 || undefined} onClick={() => navigate(screen.path)}>
            <Icon name={screen.icon} />
            <span><strong>{screen.title(t)}</strong><small>{t(`section.${screen.section}`)}</small></span>
            {index < digitKeys.length ? <Keycap label={String(index + 1)} /> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The first page of each role: the date, the three steps of the tour, and the doors the person may open. */
export default function HomeScreen(): ReactElement {
  const t = useText('home');
  const { state, person, may, training } = useSession();
  const doors = sections.filter((section) => section !== 'home').flatMap((section) => tabsOf(section, may));
  return (
    <div className={styles['home']}>
      <header className={styles['greeting']}>
        <h1>{t('greeting', { name: person.name })}</h1>
        <p><DateWithWeekday date={state.businessDate} /></p>
      </header>
      {training ? <Notice tone="info" title={t('practice')} /> : null}
      <Tour role={person.role} personId={person.id} />
      {doors.length === 0 ? null : (
        <section aria-label={t('doors')}>
          <h2 className={styles['heading']}>{t('doors')}</h2>
          <Doors screens={doors} />
        </section>
      )}
    </div>
  );
}
