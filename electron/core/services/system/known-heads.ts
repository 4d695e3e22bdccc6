import { listBackups } from '../../platform/backup-file.ts';
import { manifestIsUntouched } from '../../platform/backup-manifest.ts';
import { readHeadNote } from './head-note.ts';
import type { KnownHead } from './verify/chain-check.ts';

export interface HeadSources { readonly config: string; readonly backups: string; readonly folderUlid: string }

/** Every head of this folder that is written down outside its database: in the note of this computer and in the newest backup. */
export async function knownHeads({ config, backups, folderUlid }: HeadSources): Promise<KnownHead[]> {
  const note = await readHeadNote({ config, folderUlid });
  const own = (await listBackups(backups)).filter(({ manifest }) => manifest.facts.folder?.ulid === folderUlid && manifestIsUntouched(manifest));
  const newest = own.slice(0, 3);
  return [
    ...(note?.heads ?? []).map((head) => ({ ...head, source: 'note' as const, name: '', at: null })),
    ...newest.flatMap(({ manifest }) => manifest.facts.heads.map((head) => ({ ...head, source: 'backup' as const, name: manifest.file, at: manifest.createdAt }))),
  ];
}
