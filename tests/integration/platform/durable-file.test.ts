import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackup } from '../../../electron/core/platform/backup-file.ts';
import { checkReplaceable, writeFileDurably, writePiecesDurably } from '../../../electron/core/platform/durable-file.ts';
import { newStationDatabase } from './station-database.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vs-file-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Runs the work on a disk of the given size; answers false where mounting is refused. */
async function onSmallDisk(megabytes: number, work: (folder: string) => Promise<void>): Promise<boolean> {
  const folder = join(root, 'small');
  await mkdir(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  try {
    await work(folder);
  } finally {
    execFileSync('umount', [folder]);
  }
  return true;
}

describe('a file replaced as a whole', () => {
  it('has the new content, is for its owner alone, and leaves nothing beside it', async () => {
    const path = join(root, 'a.json');
    await writeFile(path, 'old');
    await writeFileDurably(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(root)).toEqual(['a.json']);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('a place that cannot be written is a fault with a plain code', async () => {
    await expect(writeFileDurably(join(root, 'no', 'such', 'folder'), 'x')).rejects.toMatchObject({ code: 'file_unwritable', params: { system: 'ENOENT' } });
  });

  it('a full disk keeps the old content, leaves no half file and says that the disk is full', async ({ skip }) => {
    const done = await onSmallDisk(1, async (folder) => {
      const path = join(folder, 'a.json');
      await writeFileDurably(path, 'old');
      await expect(writeFileDurably(path, 'x'.repeat(3_000_000))).rejects.toMatchObject({ code: 'disk_full' });
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['a.json']);
    });
    if (!done) skip('mounting is refused here');
  });

  it('in pieces it is the whole of them in their order, once somebody says that it may stand', async () => {
    const path = join(root, 'statements.pdf');
    async function* pieces() {
      for (const piece of ['one ', 'two ', 'three']) yield Buffer.from(piece);
    }
    const seen: string[][] = [];
    const standing = (may: boolean) => async (): Promise<boolean> => {
      seen.push(await readdir(root));
      return may;
    };
    expect(await writePiecesDurably(path, pieces(), standing(false))).toBe(false);
    expect(await readdir(root)).toEqual([]);
    expect(await writePiecesDurably(path, pieces(), standing(true))).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('one two three');
    expect(seen.map((names) => names.filter((name) => name === 'statements.pdf'))).toEqual([[], []]);
  });

  it('what goes wrong while a piece is made is told as it is, and nothing is left', async () => {
    async function* pieces() {
      yield 'one';
      throw new RangeError('the second');
    }
    await expect(writePiecesDurably(join(root, 'a.pdf'), pieces(), () => Promise.resolve(true))).rejects.toThrow(RangeError);
    expect(await readdir(root)).toEqual([]);
  });

  it('in pieces it does not fill a disk beyond its end: the old file stays and nobody is asked whether the new one may stand', async ({ skip }) => {
    const done = await onSmallDisk(1, async (folder) => {
      const path = join(folder, 'a.pdf');
      await writeFileDurably(path, 'old');
      const pieces = Array.from({ length: 30 }, () => Buffer.alloc(100_000));
      await expect(writePiecesDurably(path, pieces, () => Promise.reject(new Error('asked')))).rejects.toMatchObject({ code: 'disk_full' });
      expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['old', ['a.pdf']]);
    });
    if (!done) skip('mounting is refused here');
  });

  it('a folder cannot be replaced by a file; a file or nothing can', async () => {
    await mkdir(join(root, 'folder'));
    await writeFile(join(root, 'file'), '');
    await expect(checkReplaceable(join(root, 'folder'))).rejects.toMatchObject({ code: 'file_unwritable' });
    await checkReplaceable(join(root, 'file'));
    await checkReplaceable(join(root, 'nothing'));
  });

  it('a backup is not begun where it would fill the disk', async ({ skip }) => {
    const database = join(root, 'station.sqlite');
    newStationDatabase(database).close();
    const done = await onSmallDisk(20, async (folder) => {
      const order = { database, folder: join(folder, 'backups'), label: 'GZ01A', now: 1_790_000_000_000, key: null };
      await expect(createBackup(order)).rejects.toMatchObject({ code: 'disk_full' });
      expect(await readdir(order.folder)).toEqual([]);
    });
    if (!done) skip('mounting is refused here');
  });

  it('a disk that fills while the copy is written leaves no half backup', async ({ skip }) => {
    const database = join(root, 'station.sqlite');
    newStationDatabase(database).close();
    const done = await onSmallDisk(60, async (folder) => {
      const engine = {
        copy: (_from: string, to: string) => writeFile(to, Buffer.alloc(100 * 1024 * 1024)),
        inspect: () => ({ ok: false as const, detail: 'never reached' }),
      };
      const order = { database, folder, label: 'GZ01A', now: 1_790_000_000_000, key: null, engine };
      await expect(createBackup(order)).rejects.toMatchObject({ code: 'disk_full' });
      expect(await readdir(folder)).toEqual([]);
    });
    if (!done) skip('mounting is refused here');
  });
});
