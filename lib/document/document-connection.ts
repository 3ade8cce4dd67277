import { HocuspocusProvider, WebSocketStatus } from "@hocuspocus/provider";
import * as Y from "yjs";
import { readFrame } from "./frame.ts";
import { GatedSocket } from "./gated-socket.ts";
import type { GivenText } from "./given-text.ts";
import { type MergedEdits, ReturnTeller } from "./merged-edits.ts";
import { parseRoomMessage, type Room } from "./room.ts";
import { type SaveState, SaveTracker } from "./save-tracker.ts";
import { SeenTeller } from "./seen.ts";
import { Silence } from "./silence.ts";
import { CLOSE, FINAL_CLOSE_CODES, isTabTooOld, parseScopeMessage, schemaOf } from "./socket-protocol.ts";
import { TakenOutTeller } from "./taken-out.ts";
import { type EditStore, type HeldReason, type Keeping, UnsentEdits } from "./unsent-edits.ts";

/** Why a connection won't reconnect automatically. */
export type EndReason = "refused" | "signed_out" | "no_access" | "document_full" | "too_big" | "other_schema";

const END_REASONS: Record<number, EndReason> = {
  [CLOSE.refused]: "refused",
  [CLOSE.signedOut]: "signed_out",
  [CLOSE.noAccess]: "no_access",
  [CLOSE.notFound]: "no_access",
  [CLOSE.documentFull]: "document_full",
  [CLOSE.tooBig]: "too_big",
  [CLOSE.otherSchema]: "other_schema",
};
/** Reasons after which the text in this tab can no longer be saved. */
const LOSING: ReadonlySet<EndReason> = new Set(["refused", "document_full", "too_big"]);

const SILENCE_MS = 10_000;

export interface ConnectionStatus {
  save: SaveState;
  unsavedEdits: number;
  /** How many of them survive this tab, and where they are kept. */
  keptEdits: number;
  keeping: Keeping;
  /** True once the text is here, with the page or over the socket. Before that there is nothing to show. */
  isLoaded: boolean;
  isReadOnly: boolean;
  ended: EndReason | null;
  /** Set while the text is nearly as large as it can be. */
  room: Room | null;
  /** Set for some time after changes were merged that were made without a connection. */
  merged: MergedEdits | null;
}

export interface DocumentConnectionOptions {
  url: string;
  documentId: string;
  /** The text as it came with the page. The socket brings what is newer. */
  given?: GivenText | null;
  /** Keeps unsaved edits on the device, unless the review is restricted. */
  store?: EditStore | null;
  /** Socket class outside browsers. */
  WebSocketPolyfill?: unknown;
  /** First delay before reconnecting, in ms. */
  reconnectMs?: number;
  /** How long the server can stay silent while a response is due before the connection counts as lost. */
  silenceMs?: number;
}

/** The state that is shown before there is a connection. */
export const NOT_CONNECTED: ConnectionStatus = {
  save: "opening",
  unsavedEdits: 0,
  keptEdits: 0,
  keeping: "unknown",
  isLoaded: false,
  isReadOnly: true,
  ended: null,
  room: null,
  merged: null,
};

/**
 * A shared document with its socket and save state. Create it when the document opens, and call `destroy` at the end.
 */
export class DocumentConnection {
  readonly document = new Y.Doc();
  readonly provider: HocuspocusProvider;
  private readonly socket: GatedSocket;
  private readonly tracker = new SaveTracker(this.document, () => this.changed());
  private readonly takenOut = new TakenOutTeller(this.document, (payload) => this.tell(payload));
  private readonly unsent: UnsentEdits;
  private readonly returning: ReturnTeller;
  private readonly seen = new SeenTeller(this.document, (payload) => this.tell(payload));
  private readonly listeners = new Set<() => void>();
  private readonly silence: Silence;
  private readonly schemaVersion: number;
  private isLoaded = false;
  private isReadOnly = true;
  private ended: EndReason | null = null;
  private room: Room | null = null;
  private current = NOT_CONNECTED;

  constructor(options: DocumentConnectionOptions) {
    const { url, documentId, WebSocketPolyfill, reconnectMs = 1000 } = options;
    this.silence = new Silence({
      lostMs: options.silenceMs ?? SILENCE_MS,
      ask: () => this.socket.ask(),
      onQuiet: () => this.changed(),
      onLost: () => this.socket.drop("silent"),
    });
    this.schemaVersion = schemaOf(url);
    this.unsent = new UnsentEdits(this.document, options.store ?? null, () => this.changed());
    this.tracker.keeper = this.unsent;
    this.returning = new ReturnTeller(this.document, {
      isRemote: (origin) => origin === this.provider,
      unsent: () => this.unsent.updates,
      onChange: () => this.changed(),
    });
    this.unsent.onConfirmed = (edits, isReturn) => this.returning.confirmed(edits, isReturn);
    this.takenOut.returned = this.unsent;
    this.unsent.speakFor = ({ by, seen }, merge) => this.seen.speakFor(by, seen, merge);
    this.socket = new GatedSocket({
      url,
      WebSocketPolyfill,
      autoConnect: false, // it would report its status before this object is complete
      delay: reconnectMs,
      minDelay: reconnectMs,
      maxDelay: 15_000,
      onClose: ({ event }) => this.closed(event.code, event.reason),
      // The provider reports its own forced close only here.
      onDisconnect: () => this.lost(),
      onStatus: ({ status }) => {
        if (status === WebSocketStatus.Connecting) this.tracker.connecting();
        this.silence.end();
        this.watch();
      },
    });
    this.socket.gate = (frame, isOpen) => {
      const mayLeave = this.tracker.outgoing(frame, isOpen);
      if (mayLeave && readFrame(frame).kind === "update") this.seen.aboutToLeave();
      return mayLeave;
    };
    this.socket.onAnswer = () => this.silence.answered();
    this.provider = new HocuspocusProvider({
      name: documentId,
      document: this.document,
      websocketProvider: this.socket,
      onMessage: ({ event }) => {
        this.tracker.incoming(new Uint8Array(event.data));
        this.silence.heard();
        this.watch();
      },
      onAuthenticated: ({ scope }) => {
        this.repeatPresence();
        this.seen.begin();
        this.takenOut.begin();
        // The server says again if the text is still nearly full.
        this.room = null;
        this.scoped(scope === "readonly");
      },
      onSynced: () => this.loaded(),
      onStateless: ({ payload }) => this.told(payload),
    });
    this.tracker.remote = this.provider;
    this.sayOnlyWhatMoved();
    if (options.given) this.show(options.given);
    this.provider.attach();
    void this.socket.connect();
  }

  /** Returns what to show about saving and access. It's the same object until something changes. */
  readonly status = (): ConnectionStatus => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Connects again now, for instance when the network is back. */
  reconnect(): void {
    if (this.ended === null) void this.socket.connect();
  }

  /** Connects again after the user has signed in. What was typed since the session ended is sent then. */
  signedInAgain(): void {
    if (this.ended !== "signed_out") return;
    this.ended = null;
    this.changed();
    void this.socket.connect();
  }

  /** Treats the connection as lost when the browser reports it, and reconnects automatically. */
  networkLost(): void {
    if (this.ended === null) this.socket.drop("offline");
  }

  /** Shows no longer that changes were merged, because the person has looked at them. */
  lookedAtMerged(): void {
    this.returning.end();
  }

  /** The edits that the server doesn't have, oldest first. */
  unsentUpdates(): Uint8Array[] {
    return this.unsent.updates;
  }

  destroy(): void {
    this.listeners.clear();
    this.tracker.destroy();
    this.unsent.destroy();
    this.returning.destroy();
    this.seen.destroy();
    this.takenOut.destroy();
    this.provider.destroy();
    this.socket.destroy();
    this.silence.end();
    this.document.destroy();
  }

  private lost(): void {
    this.returning.left();
    this.tracker.disconnected();
  }

  private closed(code: number, reason: string): void {
    this.lost();
    if (!FINAL_CLOSE_CODES.has(code)) return;
    if (code === CLOSE.otherSchema && !isTabTooOld(reason, this.schemaVersion)) return;
    this.ended = END_REASONS[code] ?? "no_access";
    if (LOSING.has(this.ended) && this.tracker.unsavedEdits > 0) this.tracker.rejected();
    this.socket.disconnect();
    this.changed();
  }

  /** A server that is starting or waiting for its database gets longer, or the tab would reconnect again and again. */
  private watch(): void {
    const { state } = this.tracker;
    const isSaving = state === "saving";
    if (isSaving || (this.socket.webSocket !== null && state !== "saved")) this.silence.wait(!isSaving);
    else this.silence.end();
  }

  /** Offline if the server doesn't even answer a ping, long before the connection counts as lost. */
  private saveState(): SaveState {
    const { state } = this.tracker;
    return this.silence.isQuiet && (state === "saving" || state === "opening") ? "offline" : state;
  }

  /** Shows a text before the server has said that it is the newest, so it can be read and written at once. */
  private show({ state, readOnly, restricted }: GivenText): void {
    Y.applyUpdate(this.document, state, this.provider);
    this.isLoaded = true;
    this.isReadOnly = readOnly;
    this.unsent.allow(!restricted);
    this.changed();
  }

  private loaded(): void {
    this.isLoaded = true;
    this.changed();
    void this.unsent.return(this.isReadOnly);
  }

  private scoped(isReadOnly: boolean): void {
    this.isReadOnly = isReadOnly;
    this.changed();
  }

  /** The editor reports its caret with each letter of anyone. All others would get each of these reports. */
  private sayOnlyWhatMoved(): void {
    const { awareness } = this.provider;
    if (!awareness) return;
    const report = awareness.setLocalStateField.bind(awareness);
    awareness.setLocalStateField = (field, value) => {
      if (JSON.stringify(awareness.getLocalState()?.[field]) !== JSON.stringify(value)) report(field, value);
    };
  }

  /** With a newer clock, because the others have dropped the presence that ended with the last socket. */
  private repeatPresence(): void {
    const { awareness } = this.provider;
    awareness?.setLocalState(awareness.getLocalState());
  }

  /** Sends only over an open socket, because a new one starts by sending everything. */
  private tell(payload: string): void {
    if (this.socket.isOpen) this.provider.sendStateless(payload);
  }

  private told(payload: string): void {
    const room = parseRoomMessage(payload);
    if (room !== undefined) {
      this.room = room;
      this.changed();
    }
    const message = parseScopeMessage(payload);
    if (!message) return;
    this.unsent.allow(!message.restricted);
    // A text that came with the page can be older than what they build on.
    if (this.provider.isSynced) void this.unsent.return(message.readOnly);
    if (message.readOnly === this.isReadOnly) return;
    this.scoped(message.readOnly);
    // Updates rejected until now are sent again after a new handshake.
    if (!message.readOnly && this.tracker.unsavedEdits > 0) this.socket.webSocket?.close();
  }

  /** Why the server won't accept what is unsaved. An ended session or an old tab isn't a reason: both can return. */
  private whyHeld(): HeldReason | null {
    const { ended } = this;
    if (ended === null) return this.tracker.state === "rejected" ? "read_only" : null;
    return ended === "signed_out" || ended === "other_schema" ? null : ended;
  }

  private changed(): void {
    this.watch();
    this.unsent.hold(this.whyHeld());
    const next: ConnectionStatus = {
      save: this.saveState(),
      unsavedEdits: this.unsent.count,
      keptEdits: this.unsent.kept,
      keeping: this.unsent.keeping,
      isLoaded: this.isLoaded,
      isReadOnly: this.isReadOnly,
      ended: this.ended,
      room: this.room,
      merged: this.returning.merged,
    };
    const keys = Object.keys(next) as (keyof ConnectionStatus)[];
    if (keys.every((key) => next[key] === this.current[key])) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}
