import type { Pool } from "pg";
import { type AppendRequest, appendUpdates } from "./append.ts";
import { isTransient, retryTransient } from "./retry.ts";
import type { SqlExecutor } from "./sql.ts";

export interface LogSettings {
  maxBatchRows: number;
  maxBatchBytes: number;
  /** How long a failing database is tried again before the edit is rejected. */
  retryMs: number;
}

export interface LogStats {
  batches: number;
  rows: number;
  bytes: number;
  commitMs: number;
  waiting: number;
}

interface Waiting extends AppendRequest {
  resolve(seq: number): void;
  reject(error: unknown): void;
}

/** A commit without a response in this time is tried again on a fresh connection. */
const ANSWER_MS = 6000;
/** How long a failed commit, with none after it, means that the log can't commit. */
const FAILED_MS = 30_000;

const DEFAULTS: LogSettings = { maxBatchRows: 512, maxBatchBytes: 4 * 1024 * 1024, retryMs: 10_000 };

/**
 * The append-only log of all documents. Edits that arrive during a commit share the next one, so commits grow with load
 * and one fsync covers many edits.
 */
export class UpdateLog {
  private readonly queue: Waiting[] = [];
  private readonly underway = new Map<string, Set<Promise<number>>>();
  private readonly settings: LogSettings;
  private draining = false;
  private underwaySince: number | null = null;
  private failedAt: number | null = null;
  private readonly totals = { batches: 0, rows: 0, bytes: 0, commitMs: 0 };
  /** Prepared once per connection, because planning the statement takes longer than running it. */
  private readonly prepared: SqlExecutor;

  constructor(pool: Pool, settings: Partial<LogSettings> = {}) {
    this.settings = { ...DEFAULTS, ...settings };
    const appending = { name: "append to the log", query_timeout: ANSWER_MS };
    this.prepared = { query: (text, values) => pool.query({ ...appending, text, values }) };
  }

  /** Resolves with the update's number in its document once it is committed. Rejects if it isn't. */
  append(request: AppendRequest): Promise<number> {
    const promise = new Promise<number>((resolve, reject) => this.queue.push({ ...request, resolve, reject }));
    this.track(request.documentId, promise);
    if (!this.draining) {
      this.draining = true;
      setImmediate(() => void this.drain());
    }
    return promise;
  }

  /** Waits until no edit of this document (or of any) is pending. */
  async settled(documentId?: string): Promise<void> {
    const pending = () => (documentId === undefined ? [...this.underway.values()] : [this.underway.get(documentId)]);
    for (let sets = pending(); sets.some((set) => set?.size); sets = pending())
      await Promise.allSettled(sets.flatMap((set) => [...(set ?? [])]));
  }

  get stats(): LogStats {
    return { ...this.totals, waiting: this.queue.length };
  }

  /** Returns whether the last commit failed, or one takes longer than it should. */
  get isFailing(): boolean {
    const now = performance.now();
    const isLate = this.underwaySince !== null && now - this.underwaySince > ANSWER_MS / 2;
    return isLate || (this.failedAt !== null && now - this.failedAt < FAILED_MS);
  }

  private track(documentId: string, promise: Promise<number>) {
    const set = this.underway.get(documentId) ?? new Set();
    this.underway.set(documentId, set.add(promise));
    const done = () => {
      set.delete(promise);
      if (set.size === 0 && this.underway.get(documentId) === set) this.underway.delete(documentId);
    };
    promise.then(done, done);
  }

  private async drain() {
    while (this.queue.length > 0) await this.commit(this.takeBatch());
    this.draining = false;
  }

  private takeBatch(): Waiting[] {
    const { maxBatchRows, maxBatchBytes } = this.settings;
    let rows = 0;
    let bytes = 0;
    for (const { update } of this.queue) {
      if (rows === maxBatchRows || (rows > 0 && bytes + update.length > maxBatchBytes)) break;
      rows++;
      bytes += update.length;
    }
    this.totals.bytes += bytes;
    return this.queue.splice(0, rows);
  }

  // A retry can append twice if only the response was lost. That is harmless, because a Yjs update counts once.
  private async commit(batch: Waiting[]): Promise<void> {
    const startedAt = performance.now();
    this.underwaySince = startedAt;
    try {
      const seqs = await retryTransient(() => appendUpdates(this.prepared, batch), this.settings.retryMs);
      this.failedAt = null;
      this.totals.batches++;
      this.totals.rows += batch.length;
      this.totals.commitMs += performance.now() - startedAt;
      for (const [index, waiting] of batch.entries()) {
        const seq = seqs[index];
        if (seq === null || seq === undefined) waiting.reject(new Error(`No document ${waiting.documentId}`));
        else waiting.resolve(seq);
      }
    } catch (error) {
      this.failedAt = performance.now();
      // One bad row must not make the edits of others fail.
      if (batch.length > 1 && !isTransient(error)) for (const waiting of batch) await this.commit([waiting]);
      else for (const waiting of batch) waiting.reject(error);
    } finally {
      this.underwaySince = null;
    }
  }
}
