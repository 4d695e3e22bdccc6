import { lazy, Suspense, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Person, SessionState } from '../../electron/contract/session.ts';
import { queryClient } from '../api/query-client.ts';
import { useCommandOp, useQueryOp } from '../api/use-operation.ts';
import { useKeyboardScope } from '../ui/keyboard/use-keyboard-scope.ts';
import { currentLanguage, switchLanguage } from '../ui/language/language.ts';
import { useText } from '../ui/language/use-text.ts';
import { sections, type Section } from './area.ts';
import { ApprovalProvider } from './approval/ApprovalProvider.tsx';
import { DeskProviders } from './DeskProviders.tsx';
import { AppFrame } from './frame/AppFrame.tsx';
import { LookSwitch } from './frame/LookSwitch.tsx';
import { PersonMenu } from './frame/PersonMenu.tsx';
import { StatusPills } from './frame/StatusPills.tsx';
import { useLook } from './look.ts';
import { navigate, usePath } from './navigation.ts';
import { CommandPalette } from './palette/CommandPalette.tsx';
import { matchScreen, tabsOf } from './routes.tsx';
import { ScreenHost } from './ScreenHost.tsx';
import { SessionProvider, sessionOf, type Session } from './session.ts';
import { LockScreen } from './sign-in/LockScreen.tsx';
import { TextsReady } from './TextsReady.tsx';
import { useIdle } from './use-idle.ts';

const PracticeBench = lazy(() => import('../features/practice/PracticeBench.tsx'));

const lockAfterMinutes = 10;

function useLockMinutes(): number {
  const settings = useQueryOp('setting.get', {});
  const minutes = settings.data?.ok === true ? settings.data.data.values['lock.minutes'] : undefined;
  return typeof minutes === 'number' && minutes > 0 ? minutes : lockAfterMinutes;
}

function Desk({ session, onLock, onLeave }: { readonly session: Session; readonly onLock: () => void; readonly onLeave: () => void }): ReactElement {
  const t = useText('app');
  const path = usePath();
  const [searching, setSearching] = useState(false);
  const signOut = useCommandOp('session.signOut');
  const prefer = useCommandOp('session.prefer');
  const section = matchScreen(path)?.screen.section ?? 'home';
  useKeyboardScope({ 'Ctrl+K': () => setSearching(true) }, 'frame');
  const leave = async (): Promise<void> => {
    onLeave();
    await signOut.send({});
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    navigate('/');
  };
  const go = (next: Section): void => navigate(tabsOf(next, session.may)[0]?.path ?? '/');
  return (
    <AppFrame
      training={session.training} trainingTools={session.training ? <Suspense><PracticeBench /></Suspense> : null}
      cooperative={session.state.cooperative ?? t('product')} station={session.state.station?.name ?? ''}
      sections={sections.filter((candidate) => tabsOf(candidate, session.may).length > 0)} section={section} onSection={go}
      tabs={tabsOf(section, session.may).map((screen) => ({ path: screen.path, title: screen.title(t) }))} path={path} onTab={navigate}
      onSearch={() => setSearching(true)} pills={<StatusPills />}
      look={(
        <LookSwitch
          density={session.person.density} onDensity={(density) => void prefer.send({ density })} onLanguage={(locale) => void prefer.send({ locale })}
        />
      )}
      person={<PersonMenu person={session.person} onLock={onLock} onSignOut={() => void leave()} />}
    >
      <ScreenHost path={path} />
      {searching ? <CommandPalette onClose={() => setSearching(false)} /> : null}
    </AppFrame>
  );
}

export interface WorkplaceProps {
  readonly state: SessionState;
  readonly person: Person;
  /** Core was started anew and waits for the PIN. */
  readonly unknownToCore: boolean;
  /** Called before a person signs out of their own will: the desk is then cleared. */
  readonly onLeave: () => void;
}

/** Everything behind the sign-in. */
export default function Workplace({ state, person, unknownToCore, onLeave }: WorkplaceProps): ReactElement {
  const look = useLook(person);
  const session = useMemo(() => sessionOf(state, person), [state, person]);
  const [locked, setLocked] = useState(false);
  useIdle(useLockMinutes() * 60_000, () => setLocked(true), !locked);
  useEffect(() => {
    if (person.locale !== currentLanguage()) void switchLanguage(person.locale);
  }, [person.locale]);
  return (
    <DeskProviders {...look}>
      <SessionProvider value={session}>
        <TextsReady>
          <ApprovalProvider>
            <Desk session={session} onLock={() => setLocked(true)} onLeave={onLeave} />
            {locked || unknownToCore ? <LockScreen state={state} person={person} onUnlock={() => setLocked(false)} /> : null}
          </ApprovalProvider>
        </TextsReady>
      </SessionProvider>
    </DeskProviders>
  );
}
