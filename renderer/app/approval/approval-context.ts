import { createContext, useContext } from 'react';
import type { Approval, Envelope } from '../../../electron/contract/envelope.ts';
import type { Permission } from '../../../electron/contract/permission.ts';

export interface ApprovalRequest<Data, Code extends string> {
  /** What the second person agrees to: 作废并重开磅单 GZ01A-T-2026-000123. */
  readonly title: string;
  /** The facts, in a sentence or a short list of sentences. */
  readonly facts: readonly string[];
  /** The right the second person must hold; the operation's `approval.permission`. */
  readonly permission: Permission;
  /** Sends the command with the consent. Called again after a wrong PIN. */
  readonly run: (approval: Approval) => Promise<Envelope<Data, Code>>;
}

export type AskApproval = <Data, Code extends string>(request: ApprovalRequest<Data, Code>) => Promise<Envelope<Data, Code> | null>;

export const ApprovalContext = createContext<AskApproval | null>(null);

/**
 * Asks a second person in place. Resolves to core's answer, or null when the dialog was closed without one. A wrong PIN is shown in the
 * dialog; every other refusal is handed back to the screen.
 */
export function useApproval(): AskApproval {
  const ask = useContext(ApprovalContext);
  if (ask === null) throw new Error('useApproval stands outside the signed-in part of the window');
  return ask;
}
