import { writeVarString } from "lib0/encoding";
import { afterEach, beforeEach, vi } from "vitest";
import type * as Y from "yjs";
import { DocumentConnection } from "../document-connection.ts";
import { readFrame } from "../frame.ts";
import { scopeMessage } from "../socket-protocol.ts";
import { FakeSocket, STATELESS } from "./fake-socket.ts";

export let connection: DocumentConnection;
export const open = async (more: object = {}) => {
  connection = new DocumentConnection({
    ...{
      url: "ws://localhost/collab?doc=doc-1&v=7",
      documentId: "doc-1",
      WebSocketPolyfill: FakeSocket,
      reconnectMs: 100,
    },
    ...more,
  });
  await vi.advanceTimersByTimeAsync(0);
  return connection;
};
export const ready = async (scope = "read-write", more: object = {}, text?: Y.Doc) => {
  await open(more);
  FakeSocket.last.open();
  await vi.advanceTimersByTimeAsync(0);
  FakeSocket.last.authenticate(scope);
  say({ readOnly: scope === "readonly" });
  FakeSocket.last.sync(text);
  await vi.advanceTimersByTimeAsync(0);
};
/** The server tells what the person can do, and whether the review is restricted. */
export const say = (scope: { readOnly: boolean; restricted?: boolean }) =>
  FakeSocket.last.receive(STATELESS, (encoder) =>
    writeVarString(encoder, scopeMessage({ restricted: false, ...scope })),
  );
export const edit = (words: string) => connection.document.getText("t").insert(0, words);

/** Each test has a clock and sockets of its own. */
export function withFakeSockets(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.all = [];
  });
  afterEach(() => {
    connection.destroy();
    vi.useRealTimers();
  });
}

export const kinds = () => FakeSocket.last.sent.map((frame) => readFrame(frame).kind);
/** Opened, and everything saved. */
export const settled = async (more: object = {}) => {
  await ready("read-write", more);
  FakeSocket.last.saved();
};
