import * as Y from "yjs";

/** The template parts that a tab removed on purpose: ids of headings and live blocks. */
export interface TakenOutMessage {
  t: "taken-out";
  ids: [client: number, clock: number][];
}

const MOST = 1000;
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Returns the parsed message, or null for any other message. */
export function parseTakenOutMessage(payload: string): TakenOutMessage | null {
  try {
    const { t, ids } = (JSON.parse(payload) ?? {}) as Partial<TakenOutMessage>;
    if (t !== "taken-out" || !Array.isArray(ids) || ids.length > MOST) return null;
    return ids.every((id) => Array.isArray(id) && id.length === 2 && id.every(isNumber)) ? { t, ids } : null;
  } catch {
    return null;
  }
}

/** Returns the item that makes an element part of the template, or null for any other element. */
export function templateMarkOf(element: unknown): Y.Item | null {
  if (!(element instanceof Y.XmlElement)) return null;
  const key = { heading: "sectionKey", liveBlock: "kind" }[element.nodeName];
  const mark = key === undefined ? undefined : element._map.get(key);
  return mark ?? null;
}

/**
 * Announces to the server that template parts are deleted on purpose, because it rejects any other deletion of them.
 * The editor has already asked the user. Parts that undo removes again count as intended too.
 */
export class TakenOutTeller {
  /** Origin of edits that another tab of the same person has left. They were intended there. */
  returned: unknown = Symbol("nobody");
  private readonly ids: TakenOutMessage["ids"] = [];

  constructor(
    private readonly document: Y.Doc,
    private readonly send: (payload: string) => void,
  ) {
    document.on("afterTransaction", this.after);
  }

  /** Sends everything again at the start of a connection, in case the last message was lost. */
  begin(): void {
    if (this.ids.length > 0) this.tell(this.ids);
  }

  destroy(): void {
    this.document.off("afterTransaction", this.after);
  }

  private readonly after = (transaction: Y.Transaction) => {
    if (!transaction.local && transaction.origin !== this.returned) return;
    const ids: TakenOutMessage["ids"] = [];
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item)) return;
      const isPart = struct.content instanceof Y.ContentType && templateMarkOf(struct.content.type) !== null;
      const isMark = struct.parentSub !== null && templateMarkOf(struct.parent) !== null;
      if (isPart || isMark) ids.push([struct.id.client, struct.id.clock]);
    });
    if (ids.length === 0) return;
    this.ids.push(...ids);
    this.ids.splice(0, this.ids.length - MOST);
    this.tell(ids);
  };

  private tell(ids: TakenOutMessage["ids"]): void {
    this.send(JSON.stringify({ t: "taken-out", ids } satisfies TakenOutMessage));
  }
}
