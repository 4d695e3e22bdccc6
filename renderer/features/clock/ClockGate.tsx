import { useEffect, useMemo, type ReactElement, type ReactNode } from 'react';
import type { Person, SessionState } from '../../../electron/contract/session.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { ApprovalProvider } from '../../app/approval/ApprovalProvider.tsx';
import { SessionProvider, sessionOf } from '../../app/session.ts';
import { currentLanguage, switchLanguage } from '../../ui/language/language.ts';

const refreshMs = 10_000;

function Known({ state, person, children }: { readonly state: SessionState; readonly person: Person; readonly children: ReactNode }): ReactElement {
  const session = useMemo(() => sessionOf(state, person), [state, person]);
  useEffect(() => {
    if (person.locale !== currentLanguage()) void switchLanguage(person.locale);
  }, [person.locale]);
  return <SessionProvider value={session}><ApprovalProvider>{children}</ApprovalProvider></SessionProvider>;
}

/** Whoever signed in, and a second person's consent, before the desk opens. The time on the screen stays that of core. */
export function ClockGate({ children }: { readonly children: ReactNode }): ReactElement | null {
  const answer = useQueryOp('session.state', {}, { refreshMs });
  if (answer.data?.ok !== true || answer.data.data.user === null) return null;
  return <Known state={answer.data.data} person={answer.data.data.user}>{children}</Known>;
}
