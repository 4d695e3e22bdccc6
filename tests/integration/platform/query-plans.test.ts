import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command, Query } from '../../../db/sql.ts';
import { query } from '../../../db/sql.ts';
import { testStation } from '../../support/station.ts';
import type { TestStation } from '../../support/station.ts';

const folder = new URL('../../../db/queries/', import.meta.url);

async function allStatements(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const module = await import(new URL(file, folder).href) as Record<string, Query<object, object> | Command<object> | undefined>;
    for (const [name, statement] of Object.entries(module)) {
      if (typeof statement === 'object' && 'sql' in statement) found.set(`${file} ${name}`, statement.sql);
    }
  }
  return found;
}

describe('plans of the queries', () => {
  let station: TestStation;
  let statements: Map<string, string>;
  beforeAll(async () => {
    station = await testStation();
    statements = await allStatements();
  });
  afterAll(() => station.close());

  const plan = (sql: string): string[] => {
    const { file } = station.core.station.db;
    const values = sql.match(/\?/g)?.map(() => 1) ?? [];
    return (file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as Array<{ readonly detail: string }>).map((step) => step.detail);
  };

  it('no statement holds a bare parameter, which would have it compiled again at every run', () => {
    expect(statements.size).toBeGreaterThan(200);
    expect([...statements].filter(([, sql]) => /(?<!\+)\?/.test(sql)).map(([name]) => name)).toEqual([]);
  });

  it('constants are literals: a partial index is found, and a quote in a constant stays inside it', () => {
    const waiting = query<{ at: number }>()((k, slot) => k.selectFrom('print_job').select('id').where('state', '=', 'waiting').where('next_at', '<', slot('at')));
    expect(plan(waiting.sql).join()).toContain('print_job_waiting');
    const quoted = query<object>()((k) => k.selectFrom('member').select('id').where('name', '=', "O'Brien"));
    expect(quoted.sql).toContain("'O''Brien'");
    expect(quoted.all(station.core.station.db, {})).toEqual([]);
  });

  it('no query walks over every document that is no reversal', () => {
    const walks = [...statements].filter(([, sql]) => plan(sql).some((step) => /^SEARCH (?:document|d) USING (?:COVERING )?INDEX sqlite_autoindex_document_3/.test(step)));
    // Looks up the reversal of one document, by its id.
    expect(walks.map(([name]) => name)).toEqual(['books.queries.ts reversalOf']);
  });
});
