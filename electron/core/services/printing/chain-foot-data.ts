import { detailEvents } from '../../../../db/queries/ticket-detail.queries.ts';
import type { ChainFoot } from '../../documents/chain-foot.ts';
import { signedCode, type CodeFacts } from '../../documents/signed-code.ts';
import type { QueryContext } from '../../rpc/handler.ts';

/** The foot of any paper of a document: the hash of the event that posted it, and the code signed with this device's key (unsigned while the key is locked away). */
export function chainFoot(context: QueryContext, documentUlid: string, facts: Omit<CodeFacts, 'chainHead'>): ChainFoot {
  return chainFootOf(context, detailEvents.all(context.db, { ulid: documentUlid })[0]?.hash ?? '', facts);
}

/** The same where the event is not the document's own, as with a settlement, whose run has one. */
export function chainFootOf({ station }: QueryContext, chainHead: string, facts: Omit<CodeFacts, 'chainHead'>): ChainFoot {
  return { chainHead, qrText: signedCode({ ...facts, chainHead }, station.keys?.signing ?? null) };
}
