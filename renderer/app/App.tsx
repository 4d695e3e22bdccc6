import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react';
import { queryClient } from '../api/query-client.ts';
import { useLineState } from '../api/use-events.ts';
import { queryKeyOf, useQueryOp } from '../api/use-operation.ts';
import type { WindowScope } from '../../electron/contract/control.ts';
import type { Person, SessionState } from '../../electron/contract/session.ts';
import { FirstRunContext, type FirstRun } from './first-run.ts';
import { useLook } from './look.ts';
import { ConnectingScreen } from './sign-in/ConnectingScreen.tsx';
import { RescueScreen } from './sign-in/RescueScreen.tsx';
import { SignInScreen } from './sign-in/SignInScreen.tsx';
import { LostBanner } from './sign-in/LostBanner.tsx';

const Workplace = lazy(() => import('./Workplace.tsx'));
const DisplayScreen = lazy(() => import('../features/display/DisplayScreen.tsx'));
const GateScreen = lazy(() => import('./GateScreen.tsx'));

interface AtDesk {
  readonly state: SessionState;
  readonly person: Person;
}

/**
 * The desk of whoever is signed in. When core was started anew it knows nobody any more: the desk then stays as it was, locked, so that
 * nothing half-typed is lost.
 */
function Opened({ state }: { readonly state: SessionState }): ReactElement {
  const [atDesk, setAtDesk] = useState<AtDesk | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [held, setHeld] = useState(false);
  const firstRun = useMemo((): FirstRun => ({
    hold: setHeld,
    leave() {
      setHeld(false);
      void queryClient.invalidateQueries({ queryKey: queryKeyOf('session.state', {}) });
    },
  }), []);
  if (state.user !== null && state.phase === 'ready' && atDesk?.state !== state) setAtDesk({ state, person: state.user });
  if (state.user === null && leaving) {
    setAtDesk(null);
    setLeaving(false);
  }
  useLook(state.user ?? atDesk?.person ?? null);
  const training = state.folderKind === 'training';
  if (state.phase === 'setup' || held) return <FirstRunContext.Provider value={firstRun}><GateScreen gate="setup" training={training} /></FirstRunContext.Provider>;
  if (state.user !== null && state.phase !== 'ready') return <GateScreen gate={state.phase === 'clock_stopped' ? 'clock_stopped' : 'clock_confirm'} training={training} person={state.user} />;
  const shown = state.user === null ? atDesk : { state, person: state.user };
  if (shown === null) return <SignInScreen state={state} />;
  return <Workplace key={shown.person.id} state={shown.state} person={shown.person} unknownToCore={state.user === null} onLeave={() => setLeaving(true)} />;
}

/** What the window shows: waiting for core, the way out of trouble, the sign-in, or the desk. */
export function App(): ReactElement {
  const line = useLineState();
  const [scope, setScope] = useState<WindowScope | null>(null);
  const [training, setTraining] = useState(false);
  if (line.state === 'ready' && line.scope !== scope) {
    setScope(line.scope);
    setTraining(line.kind === 'training');
  }
  const session = useQueryOp('session.state', {}, { enabled: scope !== null && scope !== 'customer' });
  if (scope === 'customer') return <Suspense fallback={<ConnectingScreen />}><DisplayScreen training={training} /></Suspense>;
  if (line.state === 'ready' && line.scope === 'rescue') return <RescueScreen failure={null} />;
  if (session.data !== undefined && !session.data.ok) return <RescueScreen failure={session.data} />;
  if (session.data === undefined) return <ConnectingScreen />;
  return (
    <Suspense fallback={<ConnectingScreen />}>
      <Opened state={session.data.data} />
      {line.state === 'lost' ? <LostBanner /> : null}
    </Suspense>
  );
}
