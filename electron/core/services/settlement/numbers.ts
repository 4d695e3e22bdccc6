import { takeNumbers } from '../../../../db/queries/books.queries.ts';
import { documentNumber } from '../../../domain/numbering.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';

/** Takes the numbers of a run at once and returns the first. Refuses where any document would: `clock_stopped`, `clock_confirm`. */
export function takeSettlementNumbers(context: CommandContext, count: number): number {
  const { station, tx, businessDate } = context;
  const device = station.device ?? refuse('setup_needed');
  const finding = station.clockGuard.finding();
  if (finding === 'rested_confirm') refuse('clock_confirm');
  if (finding !== 'ok') refuse('clock_stopped', { finding });
  const { last } = takeNumbers.one(tx, { desk: device.deskLetter, kind: 'settlement', year: Number(businessDate.slice(0, 4)), count });
  return last - count + 1;
}

interface Numbered { readonly ordinal: number; readonly firstNumber: number | null; readonly postedDate: string | null; readonly stationCode: string | null; readonly deskLetter: string | null }

/** The number of a settlement: the run's first number plus its place. Null until the run is posted. */
export function settlementNumber(station: Pick<Station, 'kind'>, row: Numbered): string | null {
  if (row.firstNumber === null || row.postedDate === null || row.stationCode === null || row.deskLetter === null) return null;
  return documentNumber({
    station: row.stationCode, desk: row.deskLetter, kind: 'settlement', year: Number(row.postedDate.slice(0, 4)), seq: row.firstNumber + row.ordinal - 1, training: station.kind === 'training',
  });
}
