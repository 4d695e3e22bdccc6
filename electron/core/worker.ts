import { parentPort, workerData } from 'node:worker_threads';
import type { ReadHandle } from '../../db/connection.ts';
import { openForReading } from '../../db/connection.ts';
import type { WorkerReply, WorkerRequest } from './jobs/worker-tasks.ts';
import { workerTasks } from './jobs/worker-tasks.ts';

/** A worker thread of core: it reads and draws, over a connection that cannot write. Ports and the one writer stay in the main thread. */
const { database } = workerData as { readonly database: string };
const db = openForReading(database);

async function answer({ id, task, input }: WorkerRequest): Promise<WorkerReply> {
  try {
    const run = workerTasks[task] as (handle: ReadHandle, given: unknown) => unknown;
    return { id, ok: true, value: await run(db, input) };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

parentPort?.on('message', (request: WorkerRequest | 'close') => {
  if (request === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
