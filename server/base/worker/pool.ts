import type { Worker } from "node:worker_threads";
import { AppError, type ErrorCode, type ErrorDetails } from "#lib/base/errors.ts";
import type { WorkerLimits } from "#server/base/process/config.ts";
import type { FromWorker, Task, ToWorker } from "./task.ts";

interface RunOptions {
  /** Whose work it is. One person never gets all workers. */
  owner: string;
  /** Ends the work, whatever it does. */
  signal?: AbortSignal | undefined;
}

/** Taken from the process, because a bundler would treat the worker's entry as a file of its own. */
const threads = process.getBuiltinModule("node:worker_threads");

interface Seat {
  worker: Worker;
  /** Resolves when the worker has loaded its code. That time counts for no one. */
  isReady: Promise<unknown>;
  /** Whose work it is doing. Null while it has none. */
  owner: string | null;
}

interface Waiting {
  owner: string;
  take(seat: Seat): void;
  refuse(error: unknown): void;
}

/** Threads for work that would block the event loop. They start when needed and are kept for later work. */
export class WorkerPool {
  readonly #entry: string;
  readonly #limits: WorkerLimits;
  readonly #seats = new Set<Seat>();
  #waiting: Waiting[] = [];
  #isClosed = false;

  constructor(entry: string, limits: WorkerLimits) {
    this.#entry = entry;
    this.#limits = limits;
  }

  /**
   * Runs a task in a worker and yields its pieces. The value given to `next` is the answer to the piece before. Throws
   * the task's AppError, `too_large` if it takes too long or too much memory, `unavailable` if too much is waiting or
   * its worker died, or the signal's reason if that aborts. Other runs aren't affected.
   */
  async *run<Input, Piece, Answer>(
    task: Task<Input, Piece, Answer>,
    input: Input,
    { owner, signal }: RunOptions,
  ): AsyncGenerator<Piece, void, Answer> {
    const seat = await this.#seatFor(owner, signal);
    const talk = new Talk(seat.worker, this.#limits, signal);
    let isWhole = false;
    try {
      await talk.unlessItDies(() => seat.isReady);
      let reply = await talk.say({ begin: task.name, input });
      while ("piece" in reply) {
        const answer = yield reply.piece as Piece;
        reply = await talk.say({ answer });
      }
      isWhole = !("failed" in reply);
      if ("refused" in reply)
        throw new AppError(reply.refused.code as ErrorCode, reply.refused.details as ErrorDetails);
      if ("failed" in reply) throw new Error(`in a worker: ${reply.failed}`);
    } finally {
      talk.end();
      this.#leave(seat, isWhole);
    }
  }

  /** Runs a task that yields one result, and returns it. Throws like `run`. */
  async result<Input, Result>(
    task: Task<Input, Result, undefined>,
    input: Input,
    options: RunOptions,
  ): Promise<Result> {
    const results: Result[] = [];
    // Read to its end: leaving early would end the worker, and the next task would wait for a new one.
    for await (const result of this.run(task, input, options)) results.push(result);
    if (results.length !== 1) throw new Error(`${task.name} yielded ${results.length} results, not one`);
    return results[0] as Result;
  }

  /** Ends every worker. Running work fails with `unavailable`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { refuse } of this.#waiting) refuse(stopping());
    await Promise.all([...this.#seats].map(({ worker }) => worker.terminate()));
  }

  #seatFor(owner: string, signal: AbortSignal | undefined): Promise<Seat> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw stopping();
    if (this.#waiting.length >= this.#limits.waiting) throw crowded();
    return new Promise((resolve, reject) => {
      const leave = () => refuse(signal?.reason);
      const settle = () => {
        signal?.removeEventListener("abort", leave);
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
      };
      const take = (seat: Seat) => {
        settle();
        resolve(seat);
      };
      const refuse = (error: unknown) => {
        settle();
        reject(error);
      };
      const waiting: Waiting = { owner, take, refuse };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.push(waiting);
      this.#seatNext();
    });
  }

  /** Assigns free workers to waiting tasks, first to people with the fewest running. */
  #seatNext(): void {
    for (let next = this.#nextWaiting(); next; next = this.#nextWaiting()) {
      const seat = this.#freeSeat();
      if (!seat) return;
      seat.owner = next.owner;
      seat.worker.ref();
      next.take(seat);
    }
  }

  #nextWaiting(): Waiting | undefined {
    const most = Math.max(1, this.#limits.size - 1);
    const counts = new Map<string | null, number>();
    for (const { owner } of this.#seats) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    const running = ({ owner }: Waiting) => counts.get(owner) ?? 0;
    return this.#waiting
      .filter((one) => running(one) < most)
      .reduce<Waiting | undefined>((first, one) => (first && running(first) <= running(one) ? first : one), undefined);
  }

  #freeSeat(): Seat | null {
    const free = [...this.#seats].find(({ owner }) => owner === null);
    if (free) return free;
    return this.#seats.size < this.#limits.size ? this.#open() : null;
  }

  #open(): Seat {
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.memoryMb, stackSizeMb: 4 };
    const worker = new threads.Worker(this.#entry, { execArgv: [], env: {}, resourceLimits });
    const isReady = new Promise((resolve) => worker.once("message", resolve));
    const seat: Seat = { worker, isReady, owner: null };
    this.#seats.add(seat);
    // The caller of a dead worker gets the error. Here only its place becomes free.
    worker.on("error", () => undefined);
    worker.once("exit", () => {
      this.#seats.delete(seat);
      if (!this.#isClosed) this.#seatNext();
    });
    return seat;
  }

  #leave(seat: Seat, isWhole: boolean): void {
    if (!isWhole) {
      void seat.worker.terminate();
      return;
    }
    seat.owner = null;
    seat.worker.unref();
    this.#seatNext();
  }
}

/** One run's exchange with its worker. */
class Talk {
  readonly #worker: Worker;
  readonly #limits: WorkerLimits;
  readonly #signal: AbortSignal | undefined;
  #leftMs: number;
  #death: Error | null = null;
  #fail: (error: unknown) => void = () => undefined;
  readonly #onError = (error: Error) => this.#die(deathOf(error, this.#limits));
  readonly #onExit = () => this.#die(stopping());
  readonly #onAbort = () => this.#fail(this.#signal?.reason);

  constructor(worker: Worker, limits: WorkerLimits, signal: AbortSignal | undefined) {
    this.#worker = worker;
    this.#limits = limits;
    this.#signal = signal;
    this.#leftMs = limits.seconds * 1000;
    worker.on("error", this.#onError);
    worker.on("exit", this.#onExit);
    signal?.addEventListener("abort", this.#onAbort);
  }

  /** Resolves with the worker's next message. */
  async say(message: ToWorker): Promise<FromWorker> {
    const startedAt = performance.now();
    let timer: NodeJS.Timeout | undefined;
    let hear: (reply: FromWorker) => void = () => undefined;
    try {
      return await this.unlessItDies(
        () =>
          new Promise<FromWorker>((resolve, reject) => {
            hear = resolve;
            timer = setTimeout(() => reject(tooLong(this.#limits)), this.#leftMs);
            this.#worker.on("message", hear);
            this.#worker.postMessage(message);
          }),
      );
    } finally {
      clearTimeout(timer);
      this.#worker.off("message", hear);
      this.#leftMs -= performance.now() - startedAt;
    }
  }

  /** Waits for a message of the worker. Throws why it died, or why no one is waiting any more. */
  unlessItDies<Result>(begin: () => Promise<Result>): Promise<Result> {
    this.#signal?.throwIfAborted();
    if (this.#death) throw this.#death;
    return new Promise<Result>((resolve, reject) => {
      this.#fail = reject;
      begin().then(resolve, reject);
    });
  }

  end(): void {
    this.#worker.off("error", this.#onError);
    this.#worker.off("exit", this.#onExit);
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }

  #die(error: Error): void {
    this.#death ??= error;
    this.#fail(this.#death);
  }
}

const split = "Split it, or ask an admin to raise the limit.";

const tooLong = ({ seconds }: WorkerLimits) =>
  new AppError("too_large", {
    message: `Reading this took longer than ${seconds} s, the limit of AFTERWORD_WORKER_SECONDS. ${split}`,
  });

function deathOf(error: Error & { code?: string }, { memoryMb }: WorkerLimits): Error {
  if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") return new Error("a worker died", { cause: error });
  return new AppError("too_large", {
    message: `Reading this took more than ${memoryMb} MB of memory, the limit of AFTERWORD_WORKER_MEMORY_MB. ${split}`,
  });
}

const stopping = () => new AppError("unavailable", { message: "The server is stopping. Try again in a moment." });

const crowded = () =>
  new AppError("rate_limited", {
    retryAfterSeconds: 30,
    message: "Too many files and texts are being read right now. Try again in 30 s.",
  });
