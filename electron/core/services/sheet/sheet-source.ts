import { cooperativeName, stationRow } from '../../../../db/queries/station.queries.ts';
import type { Sheet, SheetMade, SheetPlace } from '../../documents/sheets/sheet-page.ts';
import type { SheetWords } from '../../documents/sheets/sheet-words.ts';
import type { QueryContext } from '../../rpc/handler.ts';

/** What a sheet is made from. */
export interface SheetSource {
  /** What it is a sheet of, in letters and digits; stands at the foot of every page and in the name of the file. */
  readonly subject: string;
  /** All that is printed, without the moment of printing: the same data is the same sheet. */
  readonly data: unknown;
  /** Belongs to one posted document, so it is printed once and is a copy ever after, whatever else has happened since. */
  readonly ofDocument: boolean;
  /** The reversal of that document, where there is one by now. */
  readonly voidedBy: string | null;
  readonly draw: (words: SheetWords, made: SheetMade) => Sheet;
}

/** Whose station this is. */
export function sheetPlace({ db, station }: Pick<QueryContext, 'db' | 'station'>, stationCode = station.device?.stationCode ?? ''): SheetPlace {
  return { cooperativeName: cooperativeName.first(db, {})?.name ?? '', stationName: stationRow.first(db, { code: stationCode })?.name ?? '', training: station.kind === 'training' };
}
