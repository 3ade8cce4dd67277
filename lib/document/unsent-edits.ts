import * as Y from "yjs";
import { fitsIn, type LeftEdit, type OwnEdit, piecesOf, seenOfOthers } from "./left-edits.ts";
import type { ConfirmedEdit } from "./merged-edits.ts";

/** Why edits on a device aren't sent any more. `gap`: the text no longer has what they build on. */
export type HeldReason = "refused" | "no_access" | "document_full" | "too_big" | "read_only" | "gap";

/**
 * The unsent edits that the device stores for one tab with one document. Every promise rejects if the device can't
 * store anything.
 */
export interface EditStore {
  /** Called when the device's copies of this person were deleted, for instance at sign-out. */
  onForgotten: () => void;
  /** Adds and removes edits together. Resolves with the ids of the added ones once they survive a crash. */
  write(added: readonly OwnEdit[], removed: readonly number[]): Promise<number[]>;
  /** Marks edits so that no tab takes them over. Without `isOpen`, this tab doesn't have them either. */
  hold(ids: readonly number[], reason: HeldReason, isOpen: boolean): Promise<void>;
  /** Takes over what tabs that are gone have left of this document, oldest first, as one list for each tab. */
  takeOver(): Promise<LeftEdit[][]>;
  close(): void;
}

/**
 * Where unsaved edits are kept: `device` survives the tab, `tab` doesn't because the device can't, and `never` doesn't
 * because the review is restricted. `unknown` until the server has said whether it is.
 */
export type Keeping = "unknown" | "device" | "tab" | "never";

/** One edit of the tracker. What was left on the device returns as one edit with several changes. */
interface Entry extends OwnEdit {
  changes: number;
  isKept: boolean;
  /** Its rows on the device. */
  ids: number[];
  isConfirmed: boolean;
  isLeft: boolean;
}

/** Longer than a quick server takes to confirm, so most edits of a good connection never reach the disk. */
const LINGER_MS = 50;

/** The edits of this tab that the server hasn't confirmed, and their copies on the device. */
export class UnsentEdits {
  private readonly entries: Entry[] = [];
  private gone: number[] = [];
  private toHold: HeldReason | null = null;
  private readonly held = new Set<number>();
  private place: Keeping = "unknown";
  private isFailing = false;
  private isDestroyed = false;
  /** The edits that are being merged. */
  private returning: (OwnEdit & { ids: number[] }) | null = null;
  private returns: Promise<void> = Promise.resolve();
  private work: Promise<void> | null = null;

  /**
   * Reports to the server whose edit the merge sends, and the edits they had read. Without it, the edit would count
   * as written after everything that this tab has read.
   */
  speakFor: (edit: OwnEdit, merge: () => void) => void = (_edit, merge) => merge();
  /** Called with edits that the server has confirmed. */
  onConfirmed: (edits: readonly ConfirmedEdit[], isReturn: boolean) => void = () => undefined;

  constructor(
    private readonly document: Y.Doc,
    private readonly store: EditStore | null,
    private readonly onChange: () => void,
    private readonly lingerMs = LINGER_MS,
  ) {
    if (store) store.onForgotten = () => this.forgotten();
  }

  get keeping(): Keeping {
    return this.place === "device" && this.isFailing ? "tab" : this.place;
  }

  get count(): number {
    return this.entries.reduce((sum, { changes }) => sum + changes, 0);
  }

  /** How many of them survive this tab. */
  get kept(): number {
    return this.entries.reduce((sum, { isKept, changes }) => sum + (isKept ? changes : 0), 0);
  }

  get updates(): Uint8Array[] {
    return this.entries.map(({ update }) => update);
  }

  /** Records an edit that the tracker has counted. */
  edited(update: Uint8Array): void {
    const returned = this.returning;
    this.returning = null;
    const { by, seen } = returned ?? { by: this.document.clientID, seen: seenOfOthers(this.document) };
    const ids = returned?.ids ?? [];
    const isLeft = returned !== null;
    const isKept = isLeft && this.place === "device";
    this.entries.push({ update, by, seen, changes: isLeft ? ids.length : 1, isKept, ids, isConfirmed: false, isLeft });
    this.save();
  }

  /** The server has that many of the oldest edits. */
  confirmed(count: number, isReturn = false): void {
    const confirmed = this.entries.splice(0, count);
    for (const entry of confirmed) {
      entry.isConfirmed = true;
      this.gone.push(...entry.ids);
    }
    this.save();
    this.onConfirmed(confirmed, isReturn);
  }

  /** The server has said whether the review is restricted. Then nothing of it may be on the device. */
  allow(isAllowed: boolean): void {
    const next = !isAllowed ? "never" : this.store ? "device" : "tab";
    if (next === this.place) return;
    this.place = next;
    if (next === "never") this.withdraw();
    this.save();
    this.onChange();
  }

  /** Sets why the server won't accept these edits, or null. They stay on the device, and no tab sends them again. */
  hold(reason: HeldReason | null): void {
    this.toHold = reason;
    this.save();
  }

  /**
   * Merges what tabs that are gone have left. Call it when the server's text is here. Without the right to write, or
   * if the text doesn't have what they build on, they are held.
   */
  return(isReadOnly: boolean): Promise<void> {
    this.returns = this.returns.then(() => this.takeOver(isReadOnly)).catch(() => this.fail(true));
    return this.returns;
  }

  /** Resolves once the device has what it should have. */
  async settled(): Promise<void> {
    await this.returns;
    while (this.work) await this.work;
  }

  /** Stops storing. Edits that the server doesn't have yet stay on the device for the next tab. */
  destroy(): void {
    this.isDestroyed = true;
    void this.settled().then(() => this.store?.close());
  }

  private async takeOver(isReadOnly: boolean): Promise<void> {
    const { store } = this;
    if (!store || this.place === "unknown" || this.place === "tab") return;
    for (const left of await store.takeOver()) {
      if (this.isDestroyed) return;
      const why = isReadOnly ? "read_only" : fitsIn(this.document, left) ? null : "gap";
      if (why === null) this.merge(left);
      else
        await store.hold(
          left.map(({ id }) => id),
          why,
          false,
        );
    }
  }

  private merge(left: readonly LeftEdit[]): void {
    for (const piece of piecesOf(left)) {
      this.returning = piece;
      this.speakFor(piece, () => Y.applyUpdate(this.document, piece.update, this));
      const known: readonly number[] = this.returning === null ? [] : piece.ids;
      this.returning = null;
      // Already in the text: the server has it, or will have it with the last edit of this tab.
      (this.entries.at(-1)?.ids ?? this.gone).push(...known);
    }
    if (this.place === "never") this.withdraw();
    this.save();
    this.onChange();
  }

  /** From here, the edits are in this tab only. */
  private forgotten(): void {
    this.withdraw();
    this.gone = [];
    if (this.place === "device") this.place = "tab";
    this.onChange();
  }

  private withdraw(): void {
    for (const entry of this.entries) {
      this.gone.push(...entry.ids);
      entry.ids = [];
      entry.isKept = false;
    }
  }

  private unheld(): number[] {
    return this.entries.flatMap(({ ids }) => ids).filter((id) => !this.held.has(id));
  }

  private get isDue(): boolean {
    return (
      this.gone.length > 0 ||
      (this.place === "device" && this.entries.some(({ isKept }) => !isKept)) ||
      (this.toHold !== null && this.unheld().length > 0)
    );
  }

  private save(): void {
    if (!this.store || this.work || !this.isDue) return;
    this.work = this.write(this.store)
      .then(
        () => this.fail(false),
        () => this.fail(true),
      )
      .finally(() => {
        this.work = null;
        if (!this.isFailing) this.save();
      });
  }

  private async write(store: EditStore): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.lingerMs));
    const fresh = this.place === "device" ? this.entries.filter(({ isKept }) => !isKept) : [];
    const removed = this.gone;
    this.gone = [];
    try {
      if (fresh.length + removed.length > 0) {
        const edits = fresh.map(({ update, by, seen }) => ({ update, by, seen }));
        const ids = await store.write(edits, removed);
        for (const [index, entry] of fresh.entries()) this.added(entry, ids.slice(index, index + 1));
      }
    } catch (error) {
      this.gone.push(...removed);
      throw error;
    }
    if (this.toHold === null) return;
    const ids = this.unheld();
    await store.hold(ids, this.toHold, true);
    for (const id of ids) this.held.add(id);
  }

  private added(entry: Entry, ids: readonly number[]): void {
    if (entry.isConfirmed || this.place !== "device") this.gone.push(...ids);
    else {
      entry.ids.push(...ids);
      entry.isKept = true;
    }
  }

  private fail(isFailing: boolean): void {
    this.isFailing = isFailing;
    this.onChange();
  }
}
