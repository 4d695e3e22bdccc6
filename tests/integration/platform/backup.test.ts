import { spawn } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyDatabase, inspectDatabase } from '../../../db/backup.ts';
import { openForReading } from '../../../db/connection.ts';
import type { WriteConnection } from '../../../db/connection.ts';
import { createBackup, deleteBackup, listBackups, manifestPath, verifyBackup } from '../../../electron/core/platform/backup-file.ts';
import type { Backup, BackupOrder } from '../../../electron/core/platform/backup-file.ts';
import { clearRestoreNote, finishInterruptedRestore, readRestoreNote, restoreBackup } from '../../../electron/core/platform/backup-restore.ts';
import { lockFolder } from '../../../electron/core/platform/folder-lock.ts';
import { createSigningKey } from '../../../electron/core/platform/signing.ts';
import { appendEvent, newStationDatabase } from './station-database.ts';

const now = Date.UTC(2026, 10, 22, 3, 15, 0);
let root: string;
let data: string;
let db: WriteConnection;
let order: BackupOrder;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vs-backup-'));
  data = join(root, 'data');
  await mkdir(data);
  db = newStationDatabase(join(data, 'station.sqlite'));
  order = { database: join(data, 'station.sqlite'), folder: join(root, 'backups'), label: 'GZ01A', now, key: createSigningKey() };
});
afterEach(async () => {
  db.close();
  await rm(root, { recursive: true, force: true });
});

const restoreOrder = (backup: Backup): Parameters<typeof restoreBackup>[0] =>
  ({ backup: backup.path, dataFolder: data, databaseName: 'station.sqlite', kind: 'training', now });
const eventsIn = (path: string): number => {
  const file = openForReading(path);
  try {
    return (file.file.prepare('SELECT count(*) AS n FROM event').get() as { n: number }).n;
  } finally {
    file.close();
  }
};

describe('a backup of a running database', () => {
  it('opens, proves itself and says whose it is and up to where the chain goes', async () => {
    const backup = await createBackup(order);
    const verdict = await verifyBackup(backup.path);
    expect(verdict).toEqual({ ok: true, manifest: backup.manifest });
    expect(backup.manifest).toMatchObject({
      createdAt: now, facts: { device: '01JDEVICE', folder: { ulid: '01JFOLDER', kind: 'training' }, documents: 0, heads: [{ device: '01JDEVICE', seq: 20 }] },
    });
    expect(backup.manifest.file).toMatch(/^backup-GZ01A-20261122T031500Z-[0-9a-f]{4}\.sqlite$/);
    expect((await readdir(order.folder)).sort()).toHaveLength(2);
    if (process.platform !== 'win32') {
      expect((await stat(backup.path)).mode & 0o777).toBe(0o600);
      expect((await stat(order.folder)).mode & 0o777).toBe(0o700);
    }
  });

  it('is of one moment, though the desk goes on writing in another process meanwhile', async () => {
    const insert = db.file.prepare('INSERT INTO pair (left_fen, right_fen) VALUES (?, ?)');
    const update = db.file.prepare('UPDATE pair SET left_fen = left_fen + ?, right_fen = right_fen - ?');
    db.transact(() => {
      for (let count = 0; count < 2_000; count += 1) insert.run(count, -count);
    });
    const maker = spawn(process.execPath, [join(import.meta.dirname, 'backup-maker.ts'), order.database, order.folder, '5'], { stdio: 'inherit' });
    let commits = 0;
    while (maker.exitCode === null && maker.signalCode === null) {
      db.transact(() => update.run(commits, commits));
      appendEvent(db);
      commits += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(maker.exitCode).toBe(0);
    const backups = await listBackups(order.folder);
    expect(backups).toHaveLength(5);
    for (const { path, manifest } of backups) {
      expect((await verifyBackup(path)).ok).toBe(true);
      const copy = openForReading(path);
      expect(copy.file.prepare('SELECT count(*) AS n, sum(left_fen + right_fen) AS rest FROM pair').get()).toEqual({ n: 2_000, rest: 0 });
      expect(copy.file.prepare('SELECT hash FROM event ORDER BY seq DESC LIMIT 1').get()).toEqual({ hash: manifest.facts.heads[0]?.hash });
      copy.close();
    }
  });

  it('a byte changed anywhere, a cut and an addition are each found', async () => {
    const backup = await createBackup(order);
    const good = await readFile(backup.path);
    for (let at = 0; at < good.length; at += 4_093) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 0x20, at);
      await writeFile(backup.path, bad);
      expect(await verifyBackup(backup.path)).toMatchObject({ ok: false, why: 'content_changed' });
    }
    await writeFile(backup.path, good);
    await truncate(backup.path, good.length - 1);
    expect(await verifyBackup(backup.path)).toMatchObject({ ok: false, why: 'content_changed' });
    await writeFile(backup.path, good);
    await appendFile(backup.path, 'x');
    expect(await verifyBackup(backup.path)).toMatchObject({ ok: false, why: 'content_changed' });
    await rm(backup.path);
    expect(await verifyBackup(backup.path)).toMatchObject({ ok: false, why: 'file_missing' });
  });

  it('a manifest that was changed, damaged or lost is found', async () => {
    const backup = await createBackup(order);
    const text = await readFile(manifestPath(backup.path), 'utf8');
    for (const [from, to] of [['"seq": 20', '"seq": 19'], ['training', 'live'], [String(now), String(now + 1)]] as const) {
      expect(text).toContain(from);
      await writeFile(manifestPath(backup.path), text.replace(from, to));
      expect(await verifyBackup(backup.path)).toMatchObject({ ok: false, why: 'signature_wrong' });
    }
    for (const bad of ['', '{}', '[]', text.slice(0, -20), text.replace(backup.manifest.file, '../../etc/passwd.sqlite')]) {
      await writeFile(manifestPath(backup.path), bad);
      expect(await verifyBackup(backup.path)).toMatchObject({ ok: false, why: 'manifest_damaged' });
    }
    await rm(manifestPath(backup.path));
    expect(await verifyBackup(backup.path)).toMatchObject({ ok: false, why: 'manifest_missing' });
    expect(await listBackups(order.folder)).toEqual([]);
  });

  it('a manifest written to fit a damaged file does not help: the file is opened', async () => {
    const backup = await createBackup({ ...order, key: null });
    const other = { ...backup.manifest, facts: { ...backup.manifest.facts, documents: 7 } };
    await writeFile(manifestPath(backup.path), JSON.stringify(other));
    expect(await verifyBackup(backup.path)).toMatchObject({ ok: false, why: 'facts_differ' });
  });

  it('a copy that fails its check leaves nothing behind and says so', async () => {
    const engine = { copy: copyDatabase, inspect: () => ({ ok: false as const, detail: 'row 3 missing from index' }) };
    await expect(createBackup({ ...order, engine })).rejects.toMatchObject({ code: 'backup_failed' });
    expect(await readdir(order.folder)).toEqual([]);
    await expect(createBackup({ ...order, label: '../x' })).rejects.toThrow(TypeError);
  });

  it('the inspection finds damage in a database and what is no database', async () => {
    const copy = join(root, 'copy.sqlite');
    copyDatabase(order.database, copy);
    expect(inspectDatabase(copy).ok).toBe(true);
    const bytes = await readFile(copy);
    const damaged = Buffer.from(bytes).fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 4_096);
    await writeFile(copy, damaged);
    expect(inspectDatabase(copy).ok).toBe(false);
    await writeFile(copy, 'not a database, but long enough to be looked at'.repeat(100));
    expect(inspectDatabase(copy).ok).toBe(false);
    expect(inspectDatabase(join(root, 'nothing.sqlite')).ok).toBe(false);
  });

  it('a deleted backup is gone from disk and list', async () => {
    const first = await createBackup(order);
    const second = await createBackup({ ...order, now: now + 1_000 });
    expect((await listBackups(order.folder)).map(({ path }) => path)).toEqual([second.path, first.path]);
    await deleteBackup(first.path);
    expect((await listBackups(order.folder)).map(({ path }) => path)).toEqual([second.path]);
    expect(await readdir(order.folder)).toHaveLength(2);
  });
});

describe('restoring a backup', () => {
  it('puts the books back as they were, keeps the former folder beside, and leaves word of what was restored', async () => {
    const backup = await createBackup(order);
    appendEvent(db);
    db.close();
    const outcome = await restoreBackup(restoreOrder(backup));
    expect(outcome).toMatchObject({ ok: true, keptFolder: `${data}.before-restore-${now}` });
    expect(eventsIn(join(data, 'station.sqlite'))).toBe(20);
    expect(eventsIn(join(`${data}.before-restore-${now}`, 'station.sqlite'))).toBe(21);
    expect(await readRestoreNote(data)).toMatchObject({ backupFile: backup.manifest.file, restoredAt: now, heads: [{ seq: 20 }] });
    if (process.platform !== 'win32') expect((await stat(data)).mode & 0o777).toBe(0o700);
    await clearRestoreNote(data);
    expect(await readRestoreNote(data)).toBeNull();
    lockFolder(data).release();
  });

  it('is possible where there is no folder yet', async () => {
    const backup = await createBackup(order);
    const fresh = join(root, 'fresh');
    expect(await restoreBackup({ ...restoreOrder(backup), dataFolder: fresh })).toMatchObject({ ok: true, keptFolder: null });
    expect(eventsIn(join(fresh, 'station.sqlite'))).toBe(20);
  });

  it('backups that lie in the data folder itself move over and can be listed again', async () => {
    const backup = await createBackup({ ...order, folder: join(data, 'backups') });
    db.close();
    expect(await restoreBackup({ ...restoreOrder(backup), carryOver: ['backups', 'papers'] })).toMatchObject({ ok: true });
    expect((await listBackups(join(data, 'backups'))).map(({ path }) => path)).toEqual([backup.path]);
    expect((await verifyBackup(backup.path)).ok).toBe(true);
  });

  it('a damaged backup changes nothing', async () => {
    const backup = await createBackup(order);
    await appendFile(backup.path, 'x');
    expect(await restoreBackup(restoreOrder(backup))).toMatchObject({ ok: false, why: 'content_changed' });
    expect(eventsIn(order.database)).toBe(20);
    expect((await readdir(root)).sort()).toEqual(['backups', 'data']);
  });

  it('is refused while a core has the folder, and across live and training', async () => {
    const backup = await createBackup(order);
    const lock = lockFolder(data);
    await expect(restoreBackup(restoreOrder(backup))).rejects.toMatchObject({ code: 'folder_in_use' });
    lock.release();
    await expect(restoreBackup({ ...restoreOrder(backup), kind: 'live' })).rejects.toMatchObject({ code: 'folder_kind' });
    expect(eventsIn(order.database)).toBe(20);
  });

  it('a power cut between the two renames is mended at the next start', async () => {
    const backup = await createBackup(order);
    db.close();
    await restoreBackup(restoreOrder(backup));
    await rename(data, `${data}.restoring`);
    expect(await finishInterruptedRestore(data)).toBe(true);
    expect(eventsIn(join(data, 'station.sqlite'))).toBe(20);
    expect(await finishInterruptedRestore(data)).toBe(false);
  });

  it('a preparation that was cut off is cleared away and the old folder stays', async () => {
    await mkdir(`${data}.restoring`);
    await writeFile(join(`${data}.restoring`, 'station.sqlite'), 'half');
    expect(await finishInterruptedRestore(data)).toBe(false);
    expect(await readdir(root)).toEqual(['data']);
    expect(eventsIn(order.database)).toBe(20);
  });
});
