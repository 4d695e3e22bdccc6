import { settingValue } from '../../../../db/queries/setting.queries.ts';
import type { PrinterProfile } from '../../../contract/printing.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';
import { printerProfiles, printersKey } from './printer-profiles.ts';
import { fitWaitingJobs } from './replace-job.ts';

/** Sets up the printers of the station: waiting papers find their way among them, and the spool opens them once that is committed. */
export function setPrinters(context: CommandContext, printers: readonly PrinterProfile[]): void {
  const before = printerProfiles(context.tx);
  const fields = { key: printersKey, value: JSON.stringify(printers) };
  const stored = settingValue.first(context.tx, { key: printersKey });
  if (stored) reviseMaster(context, 'setting', stored.ulid, fields);
  else createMaster(context, 'setting', fields);
  fitWaitingJobs(context.tx, context.station.ids, before, printers, context.now);
  context.afterCommit(() => context.station.live.spool.reload());
}
