import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useLineState } from '../api/use-events.ts';
import { useQueryOp } from '../api/use-operation.ts';
import type { SessionState } from '../../electron/contract/session.ts';
import { useLook } from './look.ts';
import { ConnectingScreen } from './sign-in/ConnectingScreen.tsx';
import { RescueScreen } from './sign-in/RescueScreen.tsx';
import { SignInScreen } from './sign-in/SignInScreen.tsx';
import { LostBanner } from './sign-in/LostBanner.tsx';

const Workplace = lazy(() => import('./Workplace.tsx'));
const GateScreen = lazy(() => import('./GateScreen.tsx'));

function Opened({ state }: { readonly state: SessionState }): ReactElement {
  useLook(state.user);
  const training = state.folderKind === 'training';
  if (state.phase === 'setup') return <GateScreen gate="setup" training={training} />;
  if (state.user === null) return <SignInScreen state={state} />;
  if (state.phase === 'clock_confirm' || state.phase === 'clock_stopped') return <GateScreen gate={state.phase} training={training} />;
  return <Workplace key={state.user.id} state={state} person={state.user} />;
}

/** What the window shows: waiting for core, the way out of trouble, the sign-in, or the desk. */
export function App(): ReactElement {
  const line = useLineState();
  const [everReady, setEverReady] = useState(false);
  if (line.state === 'ready' && !everReady) setEverReady(true);
  const session = useQueryOp('session.state', {}, { enabled: everReady });
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
