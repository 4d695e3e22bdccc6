import { detailEvents } from '../../../../db/queries/ticket-detail.queries.ts';
import type { ChainFoot } from '../../documents/chain-foot.ts';
import { signedCode, type CodeFacts } from '../../documents/signed-code.ts';
import type { QueryContext } from '../../rpc/handler.ts';

/** The foot of any paper of a document: the hash of the event that posted it, and the code signed with this device's key (unsigned while the key is locked away). */
export function chainFoot(context: QueryContext, documentUlid: string, facts: Omit<CodeFacts, 'chainHead'>): ChainFoot {
  const chainHead = detailEvents.all(context.db, { ulid: documentUlid })[0]?.hash ?? '';
  return { chainHead, qrText: signedCode({ ...facts, chainHead }, context.station.keys?.signing ?? null) };
}
