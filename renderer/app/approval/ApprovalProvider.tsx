import { useCallback, useState, type ReactElement, type ReactNode } from 'react';
import type { Approval, Envelope } from '../../../electron/contract/envelope.ts';
import { mayRole, type Permission } from '../../../electron/contract/permission.ts';
import type { Failure } from '../../api/operation-types.ts';
import { ApprovalDialog } from '../../ui/approval/ApprovalDialog.tsx';
import { useSession } from '../session.ts';
import { PracticePin } from '../sign-in/PracticePin.tsx';
import { ApprovalContext, type AskApproval } from './approval-context.ts';

interface Open {
  readonly title: string;
  readonly facts: readonly string[];
  readonly permission: Permission;
  /** Null when the dialog may close. */
  readonly attempt: (approval: Approval) => Promise<Failure | null>;
  readonly cancel: () => void;
}

/** Refusals that a second try in the same dialog may mend. */
const mendable: ReadonlySet<string> = new Set(['approval_wrong_pin', 'approval_locked', 'approval_same_person', 'approval_not_permitted', 'approval_required']);

function mendableFailure(reply: Envelope<unknown>): Failure | null {
  return !reply.ok && 'refusal' in reply && mendable.has(reply.refusal.code) ? reply : null;
}

/** Holds the one dialog in which a second person agrees. */
export function ApprovalProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const session = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const ask = useCallback<AskApproval>((request) => new Promise((resolve, reject) => {
    const end = <Reply,>(settle: (reply: Reply) => void, reply: Reply): void => {
      setOpen(null);
      settle(reply);
    };
    setOpen({
      title: request.title, facts: request.facts, permission: request.permission,
      attempt: async (approval) => {
        try {
          const reply = await request.run(approval);
          const failure = mendableFailure(reply);
          if (failure === null) end(resolve, reply);
          return failure;
        } catch (error) {
          end(reject, error);
          return null;
        }
      },
      cancel: () => end(resolve, null),
    });
  }), []);
  const people = open === null ? [] : session.state.people.filter((person) =>
    person.active && person.id !== session.person.id && mayRole(person.role, open.permission));
  const below = (userId: string): ReactElement | null => {
    const person = session.training ? people.find(({ id }) => id === userId) : undefined;
    return person === undefined ? null : <PracticePin person={person} />;
  };
  return (
    <ApprovalContext.Provider value={ask}>
      {children}
      {open === null ? null : <ApprovalDialog title={open.title} facts={open.facts} people={people} below={below} onApprove={open.attempt} onCancel={open.cancel} />}
    </ApprovalContext.Provider>
  );
}
