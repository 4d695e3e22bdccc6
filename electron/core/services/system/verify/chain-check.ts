import type { ReadHandle } from '../../../../../db/connection.ts';
import { devicesMet, eventHashAt, eventsOfDevice, sealsMade, successions } from '../../../../../db/queries/verify.queries.ts';
import { businessDate } from '../../../../domain/business-date.ts';
import { verifyChain } from '../../../platform/event-chain.ts';
import type { ChainFlaw, ChainHead } from '../../../platform/event-chain.ts';
import { verifySeal } from '../../../platform/seal.ts';
import type { Seal } from '../../../platform/seal.ts';
import type { FindingKind, FindingList } from './findings.ts';

/** A head written down outside the file: in a backup's manifest or in the note of this computer. */
export interface KnownHead extends ChainHead {
  readonly source: 'backup' | 'note';
  /** Name of the backup, or empty. */
  readonly name: string;
  /** When the backup was made; null for the note. */
  readonly at: number | null;
}

export interface ChainCheck {
  readonly events: number;
  /** The last good event of the newest device. */
  readonly head: ChainHead | null;
  /** Places up to which a partial check trusts the seals; empty in a full one. */
  readonly from: ReadonlyMap<string, number>;
}

const kindOf: Record<ChainFlaw, FindingKind> = {
  content_changed: 'event_changed', link_broken: 'event_link_broken', number_missing: 'event_missing', number_repeated: 'event_repeated', malformed: 'event_malformed',
  tail_cut: 'tail_cut', sealed_head_differs: 'sealed_head_differs',
};

/** Reads every device's chain, its seals and every head that is known from elsewhere. A partial check starts at each device's last seal. */
export function checkChains(db: ReadHandle, full: boolean, known: readonly KnownHead[], findings: FindingList): ChainCheck {
  const keys = new Map(devicesMet.all(db, {}).map((row) => [row.device, row.publicKey]));
  const seals = goodSeals(db, keys, findings);
  const from = full ? new Map<string, ChainHead>() : lastSealOfEach(seals);
  let events = 0;
  let head: ChainHead | null = null;
  for (const [device, publicKey] of keys) {
    if (publicKey === null) findings.add('device_unknown', { device });
    const start = from.get(device);
    const verdict = verifyChain(eventsOfDevice.each(db, { device, after: start?.seq ?? 0 }), { ...(start ? { from: [start] } : {}), sealed: seals.filter((seal) => seal.device === device) });
    events += verdict.events;
    if (verdict.firstBad) findings.add(kindOf[verdict.firstBad.why], { device, seq: verdict.firstBad.seq }, verdict.firstBad);
    head = verdict.head ?? start ?? head;
  }
  checkKnownHeads(db, known, findings);
  return { events, head, from: new Map([...from].map(([device, place]) => [device, place.seq])) };
}

function goodSeals(db: ReadHandle, keys: ReadonlyMap<string, string | null>, findings: FindingList): Seal[] {
  return sealsMade.all(db, {}).filter((seal) => {
    const publicKey = keys.get(seal.device) ?? null;
    const isGood = publicKey !== null && verifySeal(publicKey, seal) && seal.day === businessDate(seal.at);
    if (!isGood) findings.add('seal_wrong', { device: seal.device, seq: seal.seq }, seal);
    return isGood;
  });
}

const lastSealOfEach = (seals: readonly Seal[]): Map<string, ChainHead> => new Map(seals.map((seal) => [seal.device, { device: seal.device, seq: seal.seq, hash: seal.hash }]));

/** Heads from outside tell what the file alone cannot: that it is an older one, or that its end was cut off. */
function checkKnownHeads(db: ReadHandle, known: readonly KnownHead[], findings: FindingList): void {
  const heirs = successions.all(db, {});
  const ends = new Map(heirs.flatMap((heir) => (heir.previousDevice === null || heir.previousSeq === null ? [] : [[heir.previousDevice, heir.previousSeq] as const])));
  for (const heir of heirs) {
    if (heir.previousDevice === null || heir.previousSeq === null) continue;
    const found = eventHashAt.first(db, { device: heir.previousDevice, seq: heir.previousSeq });
    if (found?.hash !== heir.previousHash) findings.add('succession_differs', { number: heir.number }, { device: heir.previousDevice, seq: heir.previousSeq });
  }
  for (const head of known) {
    const end = ends.get(head.device);
    if (end !== undefined && head.seq > end) continue;
    if (wasGivenUp(db, head, heirs)) continue;
    const found = eventHashAt.first(db, { device: head.device, seq: head.seq });
    if (!found) findings.add(head.source === 'backup' ? 'older_than_backup' : 'older_than_note', { seq: head.seq, name: head.name }, firstMissing(db, head));
    else if (found.hash !== head.hash) findings.add(head.source === 'backup' ? 'differs_from_backup' : 'differs_from_note', { seq: head.seq, name: head.name }, head);
  }
}

/** A device that a later restore has given up: the backup is older than the birth of a device here, and the file never knew it. */
function wasGivenUp(db: ReadHandle, head: KnownHead, heirs: ReturnType<typeof successions.all>): boolean {
  const isUnknown = devicesMet.all(db, {}).every((row) => row.device !== head.device);
  return isUnknown && heirs.some((heir) => heir.cause === 'restored' && head.at !== null && heir.at >= head.at);
}

function firstMissing(db: ReadHandle, head: ChainHead): { device: string; seq: number } {
  let seq = head.seq;
  while (seq > 1 && !eventHashAt.first(db, { device: head.device, seq: seq - 1 })) seq -= 1;
  return { device: head.device, seq };
}
