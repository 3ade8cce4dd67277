const TRIES = 3;
/** Shorter work is repeated, because the noise of the clock would hide it. */
const LEAST_MICROSECONDS = 30_000;

/**
 * Returns how many times more work `run` does for a large input than for a small one. Both inputs are built first. Work
 * is the CPU time of this thread and the least of three tries, so a busy machine doesn't affect it.
 */
export function growth<Input>(
  build: (size: number) => Input,
  run: (input: Input) => unknown,
  from: number,
  to: number,
) {
  const [small, large] = [build(from), build(to)];
  run(small);
  return leastWork(() => run(large)) / leastWork(() => run(small));
}

/** Returns the microseconds of one run. */
function leastWork(run: () => unknown): number {
  const tries = Array.from({ length: TRIES }, () => {
    const before = process.threadCpuUsage();
    for (let runs = 1; ; runs += 1) {
      run();
      const { user, system } = process.threadCpuUsage(before);
      if (user + system >= LEAST_MICROSECONDS) return (user + system) / runs;
    }
  });
  return Math.min(...tries);
}
