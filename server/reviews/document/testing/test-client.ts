import { setTimeout as sleep } from "node:timers/promises";
import WebSocket from "ws";
import * as Y from "yjs";
import { DocumentConnection } from "#lib/document/document-connection.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { SCHEMA_VERSION, TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { socketUrl } from "#lib/document/socket-protocol.ts";
import type { EditStore } from "#lib/document/unsent-edits.ts";

interface Options {
  origin: string;
  documentId: string;
  userId: string;
  schemaVersion?: number;
  headers?: Record<string, string>;
  silenceMs?: number;
  /** Whose text the tab has. By default it doesn't say. */
  as?: string;
  /** Stores its unsaved edits. */
  store?: EditStore;
  /** Delays its introduction, and all that it says after that. */
  introduces?: Promise<unknown>;
}

/** Waits until `check` is true. Fails with its description otherwise. */
export async function until(question: string, check: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  for (const end = Date.now() + ms; !(await check()); await sleep(5))
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for: ${question}`);
}

/** A browser tab without the browser: the connection that tabs use, over a real socket. */
export class TestClient {
  readonly connection: DocumentConnection;
  readonly closeCodes: number[] = [];

  constructor(options: Options) {
    const {
      origin,
      documentId,
      userId,
      schemaVersion = SCHEMA_VERSION,
      headers = {},
      silenceMs = 10_000,
      as,
      store = null,
      introduces,
    } = options;
    class SignedInSocket extends WebSocket {
      constructor(url: string) {
        super(url, { headers: { "x-user": userId, ...headers } });
        this.on("error", () => undefined); // a browser does not throw either
      }
      override send(data: Parameters<WebSocket["send"]>[0]) {
        if (!introduces) super.send(data);
        else void introduces.then(() => super.send(data));
      }
    }
    const url = socketUrl(origin, documentId, schemaVersion, as);
    this.connection = new DocumentConnection({
      url,
      documentId,
      store,
      WebSocketPolyfill: SignedInSocket,
      reconnectMs: 50,
      silenceMs,
    });
    this.connection.provider.on("close", ({ event }: { event: { code: number } }) => this.closeCodes.push(event.code));
  }

  get document(): Y.Doc {
    return this.connection.document;
  }

  get save() {
    return this.connection.status().save;
  }

  /** Adds text to the end of the last paragraph, as one edit. */
  type(text: string): void {
    const fragment = this.document.getXmlFragment(TEXT_FRAGMENT);
    const paragraph = fragment.get(fragment.length - 1);
    if (!(paragraph instanceof Y.XmlElement)) throw new Error("The document has no paragraph");
    this.document.transact(() => {
      const last = paragraph.get(paragraph.length - 1);
      const target = last instanceof Y.XmlText ? last : new Y.XmlText();
      if (!target.parent) paragraph.insert(paragraph.length, [target]);
      target.insert(target.length, text);
    });
  }

  text(): string {
    return JSON.stringify(documentJson(this.document));
  }

  loaded(): Promise<void> {
    return until("the text has arrived and is saved", () => this.connection.status().isLoaded && this.save === "saved");
  }

  saved(): Promise<void> {
    return until("everything is saved", () => this.save === "saved");
  }

  sees(text: string): Promise<void> {
    return until(`the text contains ${text}`, () => this.text().includes(text));
  }

  /** Cuts the network without notice. */
  cut(): void {
    this.socket?.terminate();
  }

  /** Reads nothing more, so a close by the server waits for this tab. */
  stall(): void {
    this.socket?.pause();
  }

  private get socket(): WebSocket | null {
    const socket: unknown = this.connection.provider.configuration.websocketProvider.webSocket;
    return socket instanceof WebSocket ? socket : null;
  }

  destroy(): void {
    this.connection.destroy();
  }
}
