import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { BatchedSocket } from "./batched-socket.ts";

const upgrader = new WebSocketServer({ noServer: true });
let server: Server;

beforeEach(async () => {
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A connected pair. `heard` gets the messages that arrive, and their number once the socket is closed. */
async function pair() {
  const { port } = server.address() as AddressInfo;
  const opened = new Promise<{ ours: BatchedSocket; socket: WebSocket }>((resolve) =>
    server.once("upgrade", (request, stream, head) =>
      upgrader.handleUpgrade(request, stream, head, (socket) =>
        resolve({ ours: new BatchedSocket(socket, stream), socket }),
      ),
    ),
  );
  const theirs = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
  const heard: Uint8Array[] = [];
  theirs.on("message", (data: Buffer) => heard.push(new Uint8Array(data)));
  const [made] = await Promise.all([opened, once(theirs, "open")]);
  return { ...made, theirs, heard, closed: once(theirs, "close") };
}

const message = (length: number, seed: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + seed) % 256);

test("messages of every length arrive whole and in order, with those that were sent in between", async () => {
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000];
  const messages = lengths.map(message);
  const { ours, heard, closed } = await pair();
  for (const one of messages) ours.send(one);
  await new Promise(setImmediate);
  for (const one of messages.toReversed()) {
    ours.send(one);
    await Promise.resolve();
  }
  ours.close(4001, "done");
  const [code] = await closed;
  expect(code).toBe(4001);
  expect(heard.map(({ length }) => length)).toEqual([...lengths, ...lengths.toReversed()]);
  expect(Buffer.concat(heard).equals(Buffer.concat([...messages, ...messages.toReversed()]))).toBe(true);
});

test("each socket gets its own messages and those for all, and nothing after its close", async () => {
  const pairs = [await pair(), await pair(), await pair()];
  const [toAll, toOne, late] = [message(300, 1), message(20, 2), message(5, 3)];
  for (const { ours } of pairs) ours.send(toAll);
  pairs[1]?.ours.send(toOne);
  for (const { ours } of pairs) ours.send(toAll);
  pairs[2]?.socket.close(4002, "ended elsewhere");
  await new Promise(setImmediate);
  for (const { ours } of pairs) {
    ours.close(4001, "done");
    ours.send(late);
  }
  await Promise.all(pairs.map(({ closed }) => closed));
  expect(pairs.map(({ heard }) => heard)).toEqual([[toAll, toAll], [toAll, toOne, toAll], []]);
});

test("messages that a reader doesn't read count as unsent, and arrive completely once they read again", async () => {
  const { ours, socket, theirs, heard, closed } = await pair();
  const part = message(256 * 1024, 5);
  theirs.pause();
  let sent = 0;
  while (socket.bufferedAmount < 2 ** 20 && sent < 200) {
    ours.send(part);
    sent += 1;
    await new Promise(setImmediate);
  }
  expect(socket.bufferedAmount).toBeGreaterThanOrEqual(2 ** 20);
  theirs.resume();
  ours.close(4001, "done");
  await closed;
  expect(heard.length).toBe(sent);
  expect(heard.every((one) => Buffer.compare(one, part) === 0)).toBe(true);
});
