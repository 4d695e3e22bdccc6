import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerInput, WorkerReply, WorkerRequest, WorkerTaskName } from './worker-tasks.ts';

/** Threads for heavy reads and heavy drawing, so that the desk is not held up. */
export interface WorkerPool {
  /** Runs a task on the next free thread. Rejects when the task throws or its thread dies; nothing is lost, it only read. */
  run<N extends WorkerTaskName>(task: N, input: WorkerInput<N>): Promise<WorkerAnswer<N>>;
  stop(): Promise<void>;
}

interface WorkerPoolOptions {
  /** The script a thread starts from. */
  readonly script: string;
  readonly database: string;
  /** At most this many; the second starts only while the first is busy with a backup or a check. */
  readonly threads?: number;
  /** A thread nobody asked for this long is ended, so that an idle station keeps little memory. */
  readonly idleMs?: number;
}

interface Waiting { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
interface Thread { readonly worker: Worker; readonly waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null }

/** Threads start with the first task that needs them. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const threads = new Set<Thread>();
  let lastId = 0;
  let isStopped = false;

  function end(thread: Thread): void {
    threads.delete(thread);
    if (thread.idle) clearTimeout(thread.idle);
    thread.worker.postMessage('close');
  }

  function rest(thread: Thread): void {
    if (thread.waiting.size > 0) return;
    thread.worker.unref();
    thread.idle = setTimeout(() => end(thread), options.idleMs ?? 60_000).unref();
  }

  function settle(thread: Thread, reply: WorkerReply): void {
    const waiting = thread.waiting.get(reply.id);
    thread.waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(new Error(reply.message));
    rest(thread);
  }

  function lose(thread: Thread, error: Error): void {
    threads.delete(thread);
    for (const waiting of thread.waiting.values()) waiting.reject(error);
    thread.waiting.clear();
  }

  function begin(): Thread {
    const thread: Thread = { worker: new Worker(options.script, { workerData: { database: options.database } }), waiting: new Map(), idle: null };
    thread.worker.on('message', (reply: WorkerReply) => settle(thread, reply));
    thread.worker.on('error', (error) => lose(thread, error instanceof Error ? error : new Error(String(error))));
    thread.worker.on('exit', (code) => lose(thread, new Error(`a worker thread ended with ${code}`)));
    threads.add(thread);
    return thread;
  }

  function nextThread(): Thread {
    const free = [...threads].toSorted((left, right) => left.waiting.size - right.waiting.size)[0];
    return free && (free.waiting.size === 0 || threads.size >= (options.threads ?? 2)) ? free : begin();
  }

  return {
    run(task, input) {
      if (isStopped) return Promise.reject(new Error('the worker pool has stopped'));
      const thread = nextThread();
      if (thread.idle) clearTimeout(thread.idle);
      thread.idle = null;
      thread.worker.ref();
      lastId += 1;
      const request: WorkerRequest = { id: lastId, task, input };
      return new Promise((resolve, reject) => {
        thread.waiting.set(request.id, { resolve: resolve as (value: unknown) => void, reject });
        thread.worker.postMessage(request);
      });
    },
    async stop() {
      isStopped = true;
      await Promise.all([...threads].map((thread) => {
        threads.delete(thread);
        if (thread.idle) clearTimeout(thread.idle);
        return thread.worker.terminate();
      }));
    },
  };
}
