/** Runs jobs in the order they came, never two at once; a failed job does not stop the next. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  run<Result>(job: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(job);
    this.last = result.catch(() => undefined);
    return result;
  }
}

/** The job took longer than it may. */
export class TooLate extends Error {}

/** Gives a job only so long; afterwards its result is not waited for. */
export async function within<Result>(limitMs: number, what: string, job: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate(`${what} took longer than ${limitMs} ms.`)), limitMs);
  });
  try {
    return await Promise.race([job, limit]);
  } finally {
    clearTimeout(timer);
  }
}
