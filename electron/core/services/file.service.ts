import type { ParsedInputOf } from '../../contract/operations.ts';
import type { SavedFileKind } from '../../contract/file.ts';
import { writeFileDurably } from '../platform/durable-file.ts';
import { Fault } from '../platform/fault.ts';
import type { HandlersOf, TaskContext } from '../rpc/handler.ts';
import { task } from '../rpc/handler.ts';
import { asFault } from '../rpc/outcome.ts';

/** Names of the kinds in a file dialog; they are the same in every language. */
const kindNames: Readonly<Record<SavedFileKind, string>> = { txt: 'TXT', pdf: 'PDF', csv: 'CSV', xlsx: 'XLSX', png: 'PNG', json: 'JSON' };

/** Asks the person where a file is to lie; null where they think better of it. Fault `window_missing`. */
export async function askWhere({ station }: TaskContext, name: string, kind: SavedFileKind): Promise<string | null> {
  try {
    return await station.host.chooseFile({ kind: 'save', suggestedName: name, filters: [{ name: kindNames[kind], extensions: [kind] }] });
  } catch (error) {
    throw asFault(error) ?? new Fault('window_missing', {}, error);
  }
}

/** Writes what the window holds where the person wants it. Faults: `window_missing`, `file_unwritable`, `disk_full`. */
async function saveFile(context: TaskContext, input: ParsedInputOf<'file.save'>): Promise<{ savedTo: string | null }> {
  const path = await askWhere(context, input.name, input.kind);
  if (path !== null) await writeFileDurably(path, Buffer.from(input.base64, 'base64'));
  return { savedTo: path };
}

/** Nothing of it is kept: the content may be a secret, and the folder is the person's own. */
export const fileHandlers = { 'file.save': task(saveFile, { once: false }) } satisfies HandlersOf<'file.save'>;
