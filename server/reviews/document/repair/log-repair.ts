import type { RepairUpdate } from "../log/append-edit.ts";
import { LOOK_BACK, type LoadedUpdates } from "../log/load.ts";
import { FIRST_REPAIRER } from "./change.ts";
import { MoveRepair, type Row } from "./move-repair.ts";

export interface LogRepairOptions {
  load(): Promise<LoadedUpdates | null>;
  /** Appends the repair of a row and sends it. False if another process had done so. */
  append(made: RepairUpdate): Promise<boolean>;
  /** Rows of other processes are missing. */
  catchUp(): Promise<void>;
  failed(error: unknown): void;
}

const GAP_MS = 50;

/**
 * Processes the rows of one document's log in order, whatever order they arrive in, and appends their repairs. Each row
 * is repaired once, by the process that received it from a socket.
 */
export class LogRepair {
  private repair: MoveRepair | null = null;
  private next: number;
  private readonly waiting = new Map<number, Row>();
  private appending: Promise<void> = Promise.resolve();
  private gap: NodeJS.Timeout | undefined;

  constructor(
    private loaded: LoadedUpdates | null,
    private readonly options: LogRepairOptions,
  ) {
    this.next = (loaded?.lastSeq ?? 0) + 1;
  }

  take(row: Row): void {
    if (row.seq < this.next) return;
    const isNext = row.seq === this.next && this.loaded !== null;
    this.waiting.set(row.seq, isNext || !row.sender ? row : { ...row, sender: row.sender.copy() });
    try {
      this.takeWaiting();
    } catch (error) {
      this.options.failed(error);
      void this.beginAgain();
    }
  }

  destroy(): void {
    clearTimeout(this.gap);
    this.repair?.destroy();
    this.loaded = null;
    this.repair = null;
  }

  private takeWaiting(): void {
    const repair = this.begun();
    for (let row = this.waiting.get(this.next); row && repair; row = this.waiting.get(this.next)) {
      this.waiting.delete(this.next);
      this.next++;
      const update = repair.take(row);
      if (update) this.append({ seq: row.seq, update, clientId: FIRST_REPAIRER + row.seq });
    }
    clearTimeout(this.gap);
    if (this.waiting.size > 0) this.gap = setTimeout(() => void this.options.catchUp(), GAP_MS);
  }

  private begun(): MoveRepair | null {
    if (this.repair || !this.loaded) return this.repair;
    const { updates, seqs, tailRows } = this.loaded;
    const from = updates.length - Math.min(tailRows, LOOK_BACK);
    this.repair = new MoveRepair(updates.slice(0, from));
    for (const [index, update] of updates.slice(from).entries())
      this.repair.take({ seq: seqs[from + index] ?? 0, update });
    this.loaded = null;
    return this.repair;
  }

  /** One after another, because a repair can build on the one before. */
  private append(made: RepairUpdate): void {
    const { repair } = this;
    this.appending = this.appending.then(async () => {
      if (this.repair !== repair) return;
      const isDone = await this.options.append(made).catch((error: unknown) => {
        this.options.failed(error);
        return false;
      });
      if (!isDone && this.repair === repair) await this.beginAgain();
    });
  }

  /** From the content of the log. A repair that isn't in it must not be used. */
  private async beginAgain(): Promise<void> {
    this.repair?.destroy();
    this.repair = null;
    try {
      this.loaded = await this.options.load();
      this.next = (this.loaded?.lastSeq ?? 0) + 1;
      for (const seq of this.waiting.keys()) if (seq < this.next) this.waiting.delete(seq);
      this.takeWaiting();
    } catch (error) {
      this.options.failed(error);
    }
  }
}
