import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { endSlowBody } from "./slow-body.ts";

const PATIENCE_MS = 150;
const LEAST_BYTES = 20;
let isSlow = false;
const server = createServer((request, response) => {
  endSlowBody(request, PATIENCE_MS, LEAST_BYTES);
  const read = async () => {
    if (isSlow) await sleep(4 * PATIENCE_MS);
    let size = 0;
    for await (const piece of request) size += (piece as Uint8Array).length;
    response.end(`read ${size}`);
  };
  // The reader gets the error too.
  read().catch(() => response.destroy());
});
server.on("clientError", () => undefined);

beforeEach(async () => {
  isSlow = false;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => void server.close().closeAllConnections());

/** Returns the response to these pieces, sent one after another, or "closed" if the connection ends without one. */
function answerTo(head: string, pieces: readonly string[], pauseMs = 0): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let heard = "";
    socket.on("data", (data) => {
      heard += data;
      if (/read \d+/.test(heard)) socket.end();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(/read \d+/.exec(heard)?.[0] ?? "closed"));
    socket.write(`POST / HTTP/1.1\r\nhost: a\r\n${head}\r\n\r\n`);
    void (async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
        await sleep(pauseMs);
      }
    })();
  });
}

it.each<[string, string, string[], string]>([
  ["a body that stops", "content-length: 10", ["abc"], "closed"],
  ["a body that never begins", "content-length: 10", [], "closed"],
  ["pieces that never end", "transfer-encoding: chunked", ["3\r\nabc\r\n"], "closed"],
  ["a whole body", "content-length: 3", ["abc"], "read 3"],
  ["whole pieces", "transfer-encoding: chunked", ["3\r\nabc\r\n", "0\r\n\r\n"], "read 3"],
  ["no body", "content-length: 0", [], "read 0"],
])("%s is answered or ended", async (_name, head, pieces, expected) => {
  expect(await answerTo(head, pieces)).toBe(expected);
});

it("a slow body continues as long as enough arrives", async () => {
  const pieces = Array.from({ length: 12 }, () => "a".repeat(LEAST_BYTES));
  expect(await answerTo(`content-length: ${12 * LEAST_BYTES}`, pieces, PATIENCE_MS / 3)).toBe("read 240");
});

it("a body that arrives too slowly is ended", async () => {
  const letters = Array.from({ length: 30 }, () => "a");
  expect(await answerTo("content-length: 30", letters, PATIENCE_MS / 3)).toBe("closed");
});

it("a body that waits for the server is not ended", async () => {
  isSlow = true;
  expect(await answerTo("content-length: 100000", ["a".repeat(50_000), "a".repeat(50_000)])).toBe("read 100000");
});
