import type { Role } from '../../contract/permission.ts';
import type { Density, Locale } from '../../contract/fields.ts';

/** Who is signed in on a window or on the command line. */
export interface SessionUser {
  /** Row id, used inside the database only. */
  readonly rowId: number;
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly density: Density;
}

/** One window's or one command line's state; nothing of it is kept. */
export interface Session {
  user: SessionUser | null;
  readonly scope: 'desk' | 'customer' | 'rescue' | 'cli';
}

export const newSession = (scope: Session['scope']): Session => ({ user: null, scope });
