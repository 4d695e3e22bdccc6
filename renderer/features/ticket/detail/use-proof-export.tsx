import { useState, type ReactElement } from 'react';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { useSaveFile } from '../../report/files/use-save-file.tsx';

export interface ProofExport {
  /** `withNote` hands out the note of the ticket as well, where a plate may stand. */
  readonly give: (withNote: boolean) => Promise<void>;
  readonly busy: boolean;
  /** Where the file went, or why it did not. */
  readonly note: ReactElement | null;
}

/** Hands out the proof of a ticket's weights as one file; core writes into the audit that it was asked for. */
export function useProofExport(ticketId: string): ProofExport {
  const proof = useCommandOp('ticket.exportProof');
  const file = useSaveFile();
  const [failure, setFailure] = useState<Failure | null>(null);
  const give = async (withNote: boolean): Promise<void> => {
    const reply = await proof.send({ id: ticketId, withNote });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) await file.save(reply.data.name, 'json', reply.data.base64);
  };
  return { give, busy: proof.sending || file.saving, note: failure === null ? file.note : <RefusalNotice failure={failure} op="ticket.exportProof" /> };
}
