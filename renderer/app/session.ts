import { createContext, useContext } from 'react';
import type { Permission } from '../../electron/contract/permission.ts';
import type { Person, SessionState } from '../../electron/contract/session.ts';

/** Who is at the desk, and where. */
export interface Session {
  readonly state: SessionState;
  readonly person: Person;
  readonly may: (permission: Permission) => boolean;
  readonly training: boolean;
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function sessionOf(state: SessionState, person: Person): Session {
  const held: ReadonlySet<string> = new Set(state.permissions);
  return { state, person, training: state.folderKind === 'training', may: (permission) => permission === 'public' || held.has(permission) };
}

/** The signed-in person and their rights; only below the signed-in part of the window. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside the signed-in part of the window');
  return session;
}

export function useMay(permission: Permission): boolean {
  return useSession().may(permission);
}
