import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForReading } from '../../../db/connection.ts';
import type { OutputOf } from '../../../electron/contract/operations.ts';
import { verifyBooks } from '../../../electron/core/services/system/verify/verify-books.ts';
import type { TestStation } from '../../support/station.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';

/** A station with a few posted tickets, one of them reversed, and money out of the cash box for one. */
export async function workedStation(station: TestStation): Promise<{ tickets: string[] }> {
  const manager = await station.as('manager');
  const member = await givenMember(station, manager, '陈大山');
  const goods = await givenGoods(station, manager);
  const grade = goods.grades[0] ?? '';
  const tickets: string[] = [];
  for (const grossGrams of [78_620, 41_300, 12_050]) {
    station.clock.forward(60_000);
    const netGrams = grossGrams - 1_500;
    const totalFen = lineAmountFen(netGrams, goods.priceE4.get(grade) ?? 0);
    const posted = await station.must(manager, 'ticket.post', plainTicket(station, { memberId: member.id, productId: goods.productId, grade, grossGrams, tareGrams: 1_500, totalFen }));
    tickets.push(posted.number);
    if (grossGrams === 12_050) await station.must(manager, 'ticket.reverse', { id: posted.id, reason: '重复过磅' }, { approval: station.approval('accountant') });
  }
  return { tickets };
}

/** What a person with a database tool does to the file while the program is closed: the guards are dropped first. */
export async function tamper(station: TestStation, work: (file: Database.Database) => void, options: { keepGuards?: boolean } = {}): Promise<void> {
  await station.core.stop();
  const file = new Database(join(station.folder, 'station.sqlite'));
  const guards = file.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as Array<{ name: string; sql: string }>;
  for (const { name } of guards) file.exec(`DROP TRIGGER "${name}"`);
  file.pragma('foreign_keys = OFF');
  work(file);
  if (!options.keepGuards) for (const { sql } of guards) file.exec(sql);
  file.close();
}

/** Opens the station after the tampering (`reopen` stops the core first, which has stopped already) and checks everything. */
export async function verdictAfter(station: TestStation): Promise<OutputOf<'system.verify'>> {
  await station.reopen();
  return station.must(await station.as('manager'), 'system.verify', { full: true });
}

/** The same work on a copy of the file, checked at once: what a closed file says of itself, without opening a station. */
export function findingsOfCopy(station: TestStation, sql: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'station-tampered-'));
  try {
    const path = join(folder, 'station.sqlite');
    station.core.station.db.file.prepare('VACUUM INTO ?').run(path);
    const file = new Database(path);
    withoutGuards(file, () => file.exec(sql));
    file.close();
    const db = openForReading(path);
    const verdict = verifyBooks(db, { full: true, known: [], locale: 'zh', photos: '' });
    db.close();
    return verdict.findings.map((finding) => finding.kind);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withoutGuards(file: Database.Database, work: () => void): void {
  const guards = file.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as Array<{ name: string; sql: string }>;
  for (const { name } of guards) file.exec(`DROP TRIGGER "${name}"`);
  file.pragma('foreign_keys = OFF');
  work();
  for (const { sql } of guards) file.exec(sql);
}
