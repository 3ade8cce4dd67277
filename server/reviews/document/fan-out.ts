import { randomUUID } from "node:crypto";
import { type afterLoadDocumentPayload, type Document, type Extension, isTransactionOrigin } from "@hocuspocus/server";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import type { Pool } from "pg";
import { applyAwarenessUpdate } from "y-protocols/awareness";
import { say } from "#server/base/db/listen.ts";
import { DOCUMENT_CHANNEL, type News, packNews, readNews } from "./log/news.ts";
import type { SocketContext } from "./socket/session.ts";

/** How long news is collected before it is sent, so fast typing makes few messages. */
const COLLECT_MS = 25;
/** Origin of presence that another process told. */
const FROM_ELSEWHERE = { source: "local" } as const;

type Here = Record<string, unknown>;

/** The server names the person in what a tab says, so it is true. */
const userOf = (here: Here | null | undefined): unknown => (here?.user as { id?: unknown } | undefined)?.id;

interface FanOutOptions {
  pool: Pool;
  /** Returns the document if it is open or being opened in this process. */
  find(documentId: string): Promise<Document | undefined>;
  /** Brings an open document up to that row. */
  catchUp(document: Document, seq: number): Promise<void>;
}

/**
 * Reports to the other processes on this database which documents have new rows and who is in them, and hears the
 * same from them. These are hints: a missed row is read at the next poll, and a tab repeats its presence every 15 s.
 * Presence of a process that was killed ends after 30 s without being repeated.
 */
export class FanOut {
  readonly #me = randomUUID();
  readonly #news = new Map<string, News>();
  readonly #elsewhere = new WeakMap<Document, Set<number>>();
  readonly #options: FanOutOptions;
  #timer: NodeJS.Timeout | null = null;
  #sending: Promise<void> | null = null;

  constructor(options: FanOutOptions) {
    this.#options = options;
  }

  /** Call after an edit of a socket is committed. */
  appended(documentId: string, seq: number): void {
    this.#tell(`head ${documentId}`, { head: [documentId, seq] });
  }

  /** Asks again who is in a document, after messages may have been missed. */
  askWho(documentId: string): void {
    this.#tell(`who ${documentId}`, { who: documentId });
  }

  /** Reads a message from `DOCUMENT_CHANNEL`. */
  async hear(message: string): Promise<void> {
    const { from, news } = readNews(message);
    if (from === this.#me) return;
    const take = (one: News) => {
      if ("head" in one) return this.#catchUp(...one.head);
      return "here" in one ? this.#place(...one.here) : this.#answer(one.who);
    };
    await Promise.all(news.map(take));
  }

  /** Sends what is left. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#sending;
    await this.#send();
  }

  /** Follows the presence in every document that opens. */
  extension(): Extension<SocketContext> {
    return {
      extensionName: "fan-out",
      afterLoadDocument: async ({ document }: afterLoadDocumentPayload<SocketContext>) => this.#follow(document),
    };
  }

  #follow(document: Document): void {
    const elsewhere = new Set<number>();
    this.#elsewhere.set(document, elsewhere);
    const { awareness } = document;
    awareness.on("update", (changes: Record<"added" | "updated" | "removed", number[]>, origin: unknown) => {
      if (origin === FROM_ELSEWHERE) return;
      const isOfTab = isTransactionOrigin(origin) && origin.source === "connection";
      for (const clientId of [...changes.added, ...changes.updated, ...changes.removed]) {
        // A tab of another process that stopped repeating its presence: that process notices as well.
        const isTheirs = elsewhere.delete(clientId) && !isOfTab;
        if (!isTheirs && clientId !== awareness.clientID) this.#tellPresence(document, clientId);
      }
    });
    this.askWho(document.name);
  }

  #tellPresence({ name, awareness }: Document, clientId: number): void {
    const clock = awareness.meta.get(clientId)?.clock ?? 0;
    const here = awareness.getStates().get(clientId) ?? null;
    this.#tell(`here ${name} ${clientId}`, { here: [name, clientId, clock, here] });
  }

  async #catchUp(documentId: string, seq: number): Promise<void> {
    const document = await this.#options.find(documentId);
    if (document) await this.#options.catchUp(document, seq);
  }

  async #answer(documentId: string): Promise<void> {
    const document = await this.#options.find(documentId);
    for (const connection of document?.getConnections() ?? [])
      for (const clientId of document?.getClients(connection) ?? [])
        if (document) this.#tellPresence(document, clientId);
  }

  async #place(documentId: string, clientId: number, clock: number, here: Here | null): Promise<void> {
    const document = await this.#options.find(documentId);
    const elsewhere = document && this.#elsewhere.get(document);
    if (!document || !elsewhere) return;
    const { awareness } = document;
    const owner = document.getConnections().find((connection) => document.getClients(connection).has(clientId));
    if (owner) {
      // The tab came here since, unless its person has said more there.
      const isSamePerson = userOf(here) === userOf(awareness.getStates().get(clientId));
      if (here === null || !isSamePerson || clock <= (awareness.meta.get(clientId)?.clock ?? 0)) return;
      document.getClients(owner).delete(clientId);
    }
    const encoder = createEncoder();
    for (const number of [1, clientId, clock]) writeVarUint(encoder, number);
    writeVarString(encoder, JSON.stringify(here));
    applyAwarenessUpdate(awareness, toUint8Array(encoder), FROM_ELSEWHERE);
    if (awareness.getStates().has(clientId)) elsewhere.add(clientId);
    else elsewhere.delete(clientId);
  }

  #tell(key: string, news: News): void {
    this.#news.set(key, news);
    this.#sendSoon();
  }

  #sendSoon(): void {
    if (this.#sending === null) this.#timer ??= setTimeout(() => void this.#send(), COLLECT_MS);
  }

  // One message after the other, and more news is collected while the database is slow.
  async #send(): Promise<void> {
    this.#timer = null;
    const messages = packNews(this.#me, [...this.#news.values()]);
    this.#news.clear();
    if (messages.length === 0) return;
    this.#sending = say(this.#options.pool, DOCUMENT_CHANNEL, messages).catch(() => undefined);
    await this.#sending;
    this.#sending = null;
    if (this.#news.size > 0) this.#sendSoon();
  }
}
