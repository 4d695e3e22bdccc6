import { insertRow } from '../../../../db/insert.ts';
import { lastEvent } from '../../../../db/queries/books.queries.ts';
import { sealOf } from '../../../../db/queries/system.queries.ts';
import { businessDate } from '../../../domain/business-date.ts';
import type { ChainHead } from '../../platform/event-chain.ts';
import { Fault } from '../../platform/fault.ts';
import { sealHead } from '../../platform/seal.ts';
import type { Seal } from '../../platform/seal.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

function writeSeal(context: CommandContext, head: ChainHead): Seal | null {
  const { station, tx, now } = context;
  if (!station.keys || sealOf.first(tx, { device: head.device, seq: head.seq })) return null;
  const seal = sealHead(station.keys.signing, head, now);
  insertRow(tx, 'seal', { device: seal.device, seq: seal.seq, hash: seal.hash, at: now, business_date: context.businessDate, signature: seal.signature });
  return seal;
}

/** Called before an event is appended: the first event of a new business day seals where the day before ended. Without the key nothing is sealed. */
export function sealFinishedDay(context: CommandContext, last: { readonly seq: number; readonly hash: string; readonly at: number }): void {
  const { device } = context.station;
  if (!device || businessDate(last.at) === context.businessDate) return;
  if (writeSeal(context, { device: device.ulid, seq: last.seq, hash: last.hash })) context.afterCommit(() => void context.station.live.watch.noteHead());
}

/** Seals the head of this device's chain now. Refuses `nothing_to_seal`; fault `key_missing`. */
export function sealNow(context: CommandContext): { seq: number; hash: string; signature: string } {
  const device = context.station.device ?? refuse('nothing_to_seal');
  const last = lastEvent.first(context.tx, { device: device.ulid }) ?? refuse('nothing_to_seal');
  if (!context.station.keys) throw new Fault('key_missing');
  const seal = writeSeal(context, { device: device.ulid, seq: last.seq, hash: last.hash }) ?? refuse('nothing_to_seal');
  context.afterCommit(() => void context.station.live.watch.noteHead());
  return { seq: seal.seq, hash: seal.hash, signature: seal.signature };
}
