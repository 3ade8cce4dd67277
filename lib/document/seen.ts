import * as Y from "yjs";

/** The edits that a tab had read before it wrote: its own Yjs client id, and how far it has read every other client. */
export interface SeenMessage {
  t: "seen";
  by: number;
  clocks: [client: number, clock: number][];
  /** Another tab wrote the edits that follow, so the messages before this one no longer count. */
  anew?: boolean;
}

const MOST_CLIENTS = 20_000;
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Returns the parsed message, or null for any other message. */
export function parseSeenMessage(payload: string): SeenMessage | null {
  try {
    const { t, by, clocks, anew = false } = (JSON.parse(payload) ?? {}) as Partial<SeenMessage>;
    if (t !== "seen" || !isNumber(by) || !Array.isArray(clocks) || clocks.length > MOST_CLIENTS) return null;
    return clocks.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isNumber))
      ? { t, by, clocks, ...(anew === true ? { anew } : {}) }
      : null;
  } catch {
    return null;
  }
}

/**
 * Reports to the server the edits that this tab has read, before its next edit is sent. The edit itself doesn't say
 * so, and without it an Enter after a colleague's looks the same as one at the same moment.
 */
export class SeenTeller {
  private isSpeakingFor = false;
  private readonly news = new Map<number, number>();

  constructor(
    private readonly document: Y.Doc,
    private readonly send: (payload: string) => void,
  ) {
    document.on("update", this.onUpdate);
  }

  /** Sends everything at the start of a connection, before the server has sent anything. */
  begin(isAnew = false): void {
    this.news.clear();
    this.tell([...Y.decodeStateVector(Y.encodeStateVector(this.document))], undefined, isAnew);
  }

  /**
   * Reports the edits that another tab of this person had read, sends its edits, and then reports again what this tab
   * has read.
   */
  speakFor(by: number, seen: Uint8Array, send: () => void): void {
    this.isSpeakingFor = true;
    this.tell([...Y.decodeStateVector(seen)], by, true);
    send();
    this.isSpeakingFor = false;
    this.begin(true);
  }

  /** Call before an edit is sent. */
  aboutToLeave(): void {
    if (this.news.size === 0 || this.isSpeakingFor) return;
    const clocks = [...this.news];
    this.news.clear();
    this.tell(clocks);
  }

  destroy(): void {
    this.document.off("update", this.onUpdate);
  }

  private readonly onUpdate = (_update: Uint8Array, _origin: unknown, _document: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) return;
    for (const [client, clock] of transaction.afterState)
      if (clock > (transaction.beforeState.get(client) ?? 0)) this.news.set(client, clock);
  };

  private tell(clocks: SeenMessage["clocks"], by = this.document.clientID, anew = false): void {
    this.send(JSON.stringify({ t: "seen", by, clocks, ...(anew ? { anew } : {}) } satisfies SeenMessage));
  }
}
