import * as Y from "yjs";

/** What a tab had before it wrote: its own Yjs client id, and how far it has read every other. */
export interface SeenMessage {
  t: "seen";
  by: number;
  clocks: [client: number, clock: number][];
}

const MOST_CLIENTS = 20_000;
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** The message's meaning, or null for any other message. */
export function parseSeenMessage(payload: string): SeenMessage | null {
  try {
    const { t, by, clocks } = (JSON.parse(payload) ?? {}) as Partial<SeenMessage>;
    if (t !== "seen" || !isNumber(by) || !Array.isArray(clocks) || clocks.length > MOST_CLIENTS) return null;
    return clocks.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isNumber))
      ? { t, by, clocks }
      : null;
  } catch {
    return null;
  }
}

/**
 * Tells the server what was read here before the next edit leaves. An edit itself does not say so, and only who knows it
 * can tell an Enter after a colleague's from one at the same moment.
 */
export class SeenTeller {
  private readonly news = new Map<number, number>();

  constructor(
    private readonly document: Y.Doc,
    private readonly send: (payload: string) => void,
  ) {
    document.on("update", this.onUpdate);
  }

  /** Everything, at the start of a connection, before the server has sent anything. */
  begin(): void {
    this.news.clear();
    this.tell([...Y.decodeStateVector(Y.encodeStateVector(this.document))]);
  }

  /** Must be called before an edit leaves. */
  aboutToLeave(): void {
    if (this.news.size === 0) return;
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

  private tell(clocks: SeenMessage["clocks"]): void {
    this.send(JSON.stringify({ t: "seen", by: this.document.clientID, clocks } satisfies SeenMessage));
  }
}
