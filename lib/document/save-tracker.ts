import type * as Y from "yjs";
import { readFrame } from "./frame.ts";

/** `opening` until the server has answered for the first time, or cannot. */
export type SaveState = "opening" | "saved" | "saving" | "offline" | "rejected";

/**
 * Knows whether everything written here is committed on the server. It counts from the local change: an edit is
 * unsaved until the answer to a frame that contains it has come. The provider's own counter says 0 too early.
 */
export class SaveTracker {
  /** Origin of remote changes: the provider. Until it is known every change is local. */
  remote: unknown = Symbol("nobody");
  private edits = 0;
  private saved = 0;
  /** For each frame that waits for its answer: how many edits the server has with it, and whether it ends the handshake. */
  private waiting: { edits: number; isHandshake: boolean }[] = [];
  private hasCaughtUp = false;
  private isConnected = false;
  private isOpening = true;
  private wasRejected = false;
  private readonly onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === this.remote) return;
    this.edits++;
    this.onChange();
  };

  /** Must be made before the provider, so an edit is counted before its frame leaves. */
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

  /** Edits that the server has not confirmed. */
  get unsavedEdits(): number {
    return this.edits - this.saved;
  }

  /** Notes a frame on its way out. False for one that must not leave. */
  outgoing(frame: Uint8Array, isOpen: boolean): boolean {
    const { kind } = readFrame(frame);
    if (kind !== "step2" && kind !== "update") return true;
    // What is written before the handshake goes with it; sent on its own it would arrive before what it builds on.
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
      this.saved = Math.max(this.saved, answered.edits);
      if (answered.isHandshake) this.wasRejected = false;
    }
    this.onChange();
  }

  /** A new socket starts; whatever waits for an answer on the one before goes again with its handshake. */
  connecting(): void {
    this.waiting = [];
    this.hasCaughtUp = false;
    this.isConnected = false;
    this.onChange();
  }

  /** The socket is gone. */
  disconnected(): void {
    this.isOpening = false;
    this.connecting();
  }

  /** The server will not take what was written here. */
  rejected(): void {
    this.wasRejected = true;
    this.onChange();
  }

  destroy(): void {
    this.document.off("update", this.onUpdate);
  }
}
