import type { ReadHandle } from '../../../../../db/connection.ts';
import { devicesBegun, folderRow } from '../../../../../db/queries/books.queries.ts';
import { devicesMet, eventsAbout, successions } from '../../../../../db/queries/verify.queries.ts';
import { digestOfAccounts } from '../../books/account-digest.ts';
import { digestOfDevice, digestOfFolder, digestOfWrap } from '../../books/birth-digests.ts';
import { parseJson } from '../../../platform/json-text.ts';
import type { FindingList } from './findings.ts';

type EventOf = ReturnType<typeof eventsAbout.all>[number];
interface Birth { readonly device: string; readonly cause: string; readonly event: EventOf | null; readonly said: Readonly<Record<string, unknown>> }

/** Each device of the folder, with what the event of its birth says. */
function births(db: ReadHandle): Birth[] {
  return successions.all(db, {}).map(({ device, cause, ulid }) => {
    const [event] = eventsAbout.all(db, { docId: ulid });
    const payload = event ? parseJson(event.payload) : null;
    return { device, cause, event: event ?? null, said: typeof payload === 'object' && payload !== null ? { ...payload } : {} };
  });
}

/** What stands outside every document but was sworn to when a device began: devices and their keys, the folder itself, the chart of accounts. */
export function checkBirths(db: ReadHandle, findings: FindingList): void {
  const all = births(db);
  checkDevices(db, all, findings);
  checkFolder(db, all, findings);
  // A changed chart would send every later entry somewhere else.
  for (const { cause, event, said } of all) if (cause === 'first' && said['accounts'] !== undefined && said['accounts'] !== digestOfAccounts(db)) findings.add('accounts_differ', {}, event);
}

function checkDevices(db: ReadHandle, all: readonly Birth[], findings: FindingList): void {
  const keys = new Map(devicesMet.all(db, {}).map((row) => [row.device, row.publicKey]));
  const rows = new Map(devicesBegun.all(db, {}).map((row) => [row.ulid, row]));
  for (const { device, event, said } of all) {
    const row = rows.get(device);
    if ((said['publicKey'] ?? null) !== (keys.get(device) ?? null)) findings.add('device_key_differs', { device }, event);
    else if (row && said['deviceRow'] !== digestOfDevice(row)) findings.add('device_differs', { device, desk: `${row.station_code}${row.desk_letter}` }, event);
  }
}

/** The folder says whether its money is real; a practice folder turned into a live one would print without its marks. */
function checkFolder(db: ReadHandle, all: readonly Birth[], findings: FindingList): void {
  const folder = folderRow.first(db, {});
  if (!folder) return;
  const last = all.at(-1);
  if (!last) return;
  if (last.said['folderRow'] !== digestOfFolder(folder)) findings.add('folder_differs', {}, last.event);
  // The device that lives now was born with the wrap it found, and every new recovery code since is an event of its own.
  const renewed = eventsAbout.all(db, { docId: folder.ulid }).findLast((event) => event.type === 'recovery.renewed' && event.device === last.device);
  if ((renewed?.docHash ?? last.said['recoveryWrap']) !== digestOfWrap(folder.recovery_wrap)) findings.add('recovery_wrap_differs', {}, renewed ?? last.event);
}
