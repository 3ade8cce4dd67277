import type * as Y from "yjs";
import { readFrame } from "./frame.ts";

/** Keeps the edits that the tracker counts. */
export interface EditKeeper {
  edited(update: Uint8Array): void;
  /** The server has that many of the oldest edits. `isReturn`: it says so for the first time after a lost connection. */
  confirmed(count: number, isReturn: boolean): void;
}

/** `opening` until the first response of the server or the first failure. */
export type SaveState = "opening" | "saved" | "saving" | "offline" | "rejected";

/**
 * Tracks whether everything written in this tab is committed on the server. An edit is unsaved from the local change
 * until the response to a frame that contains it. The provider's own counter reaches 0 too early.
 */
export class SaveTracker {
  /** Origin of remote changes: the provider. Until it is set, every change counts as local. */
  remote: unknown = Symbol("nobody");
  keeper: EditKeeper | null = null;
  private edits = 0;
  private saved = 0;
  /**
   * The frames without a response yet, with how many edits the server has after each, and whether it ends the
   * handshake.
   */
  private waiting: { edits: number; isHandshake: boolean }[] = [];
  private hasCaughtUp = false;
  private isConnected = false;
  private isOpening = true;
  private wasLost = false;
  private wasRejected = false;
  private readonly onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === this.remote) return;
    this.edits++;
    this.keeper?.edited(update);
    this.onChange();
  };

  /** Must be created before the provider, so an edit is counted before its frame is sent. */
  constructor(
    private readonly document: Y.Doc,
    private readonly onChange: () => void,
  ) {
    document.on("update", this.onUpdate);
  }

  get state(): SaveState {
    if (this.wasRejected) return "rejected";
    if (!this.isConnected) return this.isOpening ? "opening" : "offline";
    return this.edits === this.saved ? "saved" : "saving";
  }

  /** Number of edits that the server hasn't confirmed. */
  get unsavedEdits(): number {
    return this.edits - this.saved;
  }

  /** Records a frame about to be sent. Returns false if it must not be sent. */
  outgoing(frame: Uint8Array, isOpen: boolean): boolean {
    const { kind } = readFrame(frame);
    if (kind !== "step2" && kind !== "update") return true;
    // Edits from before the handshake are sent with it. Sent alone, they would arrive before the edits they build on.
    if (!isOpen || (kind === "update" && !this.hasCaughtUp)) return false;
    if (kind === "step2") this.hasCaughtUp = true;
    this.waiting.push({ edits: this.edits, isHandshake: kind === "step2" });
    return true;
  }

  /** Processes a frame from the server. Responses come in the order of the sent frames. */
  incoming(frame: Uint8Array): void {
    const read = readFrame(frame);
    if (read.kind !== "answer") return;
    const answered = this.waiting.shift();
    if (!answered) return;
    if (answered.isHandshake) this.isConnected = true;
    this.isOpening = false;
    if (!read.applied) this.wasRejected = true;
    else {
      const count = Math.max(0, answered.edits - this.saved);
      this.saved = Math.max(this.saved, answered.edits);
      const isReturn = answered.isHandshake && this.wasLost;
      if (answered.isHandshake) this.wasRejected = this.wasLost = false;
      this.keeper?.confirmed(count, isReturn);
    }
    this.onChange();
  }

  /** A new socket starts. Whatever the old one left unanswered is sent again with the new handshake. */
  connecting(): void {
    this.waiting = [];
    this.hasCaughtUp = false;
    this.isConnected = false;
    this.onChange();
  }

  /** The socket is closed. */
  disconnected(): void {
    this.isOpening = false;
    this.wasLost = true;
    this.connecting();
  }

  /** The server won't accept what was written here. */
  rejected(): void {
    this.wasRejected = true;
    this.onChange();
  }

  destroy(): void {
    this.document.off("update", this.onUpdate);
  }
}
