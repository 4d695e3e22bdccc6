/**
 * Runs work and looks at this thread's event loop on every turn of it: CPU milliseconds between two looks at its ports, in order. What the
 * thread waits for, the disk or other programs, is not counted.
 */
export async function loopTurns(work: () => Promise<unknown>): Promise<readonly number[]> {
  const heldMs: number[] = [];
  let last = process.threadCpuUsage();
  let next: NodeJS.Immediate;
  const look = (): void => {
    const used = process.threadCpuUsage(last);
    heldMs.push((used.user + used.system) / 1_000);
    last = process.threadCpuUsage();
    next = setImmediate(look);
  };
  next = setImmediate(look);
  await work();
  await new Promise((passed) => {
    setImmediate(passed);
  });
  clearImmediate(next);
  return heldMs;
}
