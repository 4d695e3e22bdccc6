import { createInterface } from 'node:readline';
import { insertRow } from '../../db/insert.ts';
import type { CallRequest } from '../../electron/contract/envelope.ts';
import { newSession } from '../../electron/core/rpc/session.ts';
import type { Session } from '../../electron/core/rpc/session.ts';
import { startCore } from '../../electron/core/start.ts';
import type { Core } from '../../electron/core/start.ts';
import { quietHost } from '../support/quiet-host.ts';
import { drawingHost } from './drawing-host.ts';

/** One line from the driver: a call in somebody's name, or a weight that is to lie on the scale. */
type Line = { readonly id: number } & ({ readonly as: string; readonly request: CallRequest } | { readonly weigh: number });

const [data = '', config = '', root = '', worker = '', files] = process.argv.slice(2);
const sessions = new Map<string, Session>();

function sessionOf(name: string): Session {
  let session = sessions.get(name);
  if (!session) {
    session = newSession('cli');
    sessions.set(name, session);
  }
  return session;
}

/** A taken reading, durable before it is told, as the scale service does it. */
function weigh({ station: { db, ids, clock, device } }: Core, grams: number): { readingId: string } {
  const readingId = ids.ulid();
  db.transact((tx) => insertRow(tx, 'reading', {
    ulid: readingId, scale_id: 'scale-1', scale_name: '台秤', port: 'crash', protocol: 'yaohua-tf0', raw: '["02 2B 30 30 30 37 38 36 32 31 30 03"]', value: String(grams), unit: 'g', grams, sub_gram: 0,
    stable_rule: 'repeat-5-800ms', net: null, at: clock.now(), monotonic: clock.monotonic(), clock: 'ok', device: device?.ulid ?? '', simulated: 1,
  }));
  return { readingId };
}

function serve(core: Core): void {
  createInterface({ input: process.stdin }).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    const answered = 'weigh' in line ? Promise.resolve(weigh(core, line.weigh)) : core.dispatcher.call(sessionOf(line.as), line.request);
    void answered.then((reply) => process.stdout.write(`${JSON.stringify({ id: line.id, reply })}\n`));
  });
  process.stdout.write('{"id":0,"reply":"ready"}\n');
}

// Signing in after each death must not take longer than dying: the cost of a PIN is proved elsewhere.
void startCore({ paths: { data, config, resources: `${root}/resources`, worker }, kind: 'live', host: files === undefined ? quietHost : drawingHost(files), pinCost: { logN: 10, r: 8, p: 1 } }).then(serve);
