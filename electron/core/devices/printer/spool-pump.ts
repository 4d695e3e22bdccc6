import { runSpool, type SpoolParts, type SpoolRun } from './spool.ts';

/** Keeps the spool of one printer running. */
export interface SpoolPump {
  /** A job was queued, or the printer is thought to be well again. */
  wake(): void;
  /** Waits for the job that is on its way; starts no other. */
  stop(): Promise<void>;
}

/** How often a quiet spool looks for jobs whose waiting time is over. */
const LOOK_EVERY_MS = 1_000;

/** Runs the spool whenever it is woken and once a second; never two runs at a time. `onRun` hears of every run that moved a job, `onBug` of a throw. */
export function startSpoolPump(parts: SpoolParts, onRun: (run: SpoolRun) => void, onBug: (error: unknown) => void): SpoolPump {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const guarded: SpoolParts = { ...parts, nextJob: (now) => (stopped ? null : parts.nextJob(now)) };

  const wake = (): void => {
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = runSpool(guarded)
      .then((run) => { if (run.sent + run.failed + run.unsure > 0) onRun(run); }, onBug)
      .finally(() => {
        running = null;
        if (again) {
          again = false;
          wake();
        }
      });
  };
  const timer = setInterval(wake, LOOK_EVERY_MS);
  timer.unref();

  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
