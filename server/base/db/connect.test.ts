import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { explainFailure } from "#server/base/process/start-error.ts";
import { connectChecked } from "./connect.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer(onConnection);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `postgresql://me:secret@127.0.0.1:${(server.address() as AddressInfo).port}/app`;
}

const int = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer;
};
const message = (kind: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int(body.length + 4, 4), body]);
};
const word = (text: string) => Buffer.from(`${text}\0`);
const cell = (text: string) => Buffer.concat([int(text.length, 4), Buffer.from(text)]);
const column = (name: string, type: number) =>
  Buffer.concat([word(name), int(0, 4), int(0, 2), int(type, 4), int(-1, 2), int(-1, 4), int(0, 2)]);
const READY = message("Z", Buffer.from("I"));

/** Accepts every connection, and responds to the first query as a PostgreSQL of that version does. */
const postgresOf = (number: string, version: string) => (socket: Socket) => {
  socket.on("error", () => socket.destroy());
  socket.once("data", () => {
    socket.write(Buffer.concat([message("R", int(0, 4)), READY]));
    socket.once("data", () => {
      const head = message("T", int(2, 2), column("number", 23), column("version", 25));
      const row = message("D", int(2, 2), cell(number), cell(version));
      socket.write(Buffer.concat([head, row, message("C", word("SELECT 1")), READY]));
    });
  });
};

it("rejects a PostgreSQL before 15 and names both versions", async () => {
  const url = await listen(postgresOf("140013", "14.13 (Debian)"));
  await expect(connectChecked(url)).rejects.toMatchObject({
    message: expect.stringMatching(
      /^the database at 127\.0\.0\.1:\d+\/app is PostgreSQL 14\.13 \(Debian\), which is too old$/,
    ),
    whatToDo: expect.stringContaining("PostgreSQL 15 or later"),
  });
});

it("accepts PostgreSQL 15", async () => {
  const client = await connectChecked(await listen(postgresOf("150000", "15.0")));
  client.end();
});

it("explains what to do about an invalid address, without the password", async () => {
  const refusal = await connectChecked("postgresql://me:sec#ret@host:x/app").catch((error: unknown) => error);
  expect(refusal).toMatchObject({ message: "DATABASE_URL isn't a valid URL" });
  expect(explainFailure(refusal)).not.toMatch(/sec|ret@/);
});

it("explains what to do if something other than PostgreSQL answers", async () => {
  const url = await listen((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  await expect(connectChecked(url)).rejects.toMatchObject({
    message: expect.stringContaining("can't be used"),
    whatToDo: expect.stringContaining("host and port in DATABASE_URL"),
  });
});

it.each(["quz/qux@2", "quz#qux@2", "quz?qux@2", "77/quz", "77#quz", "77?quz", "quz/qux"])(
  "prints no part of an unescaped password: %s",
  async (password) => {
    const refused = await connectChecked(`postgresql://me:${password}@127.0.0.1:9/app`).catch(explainFailure);
    expect(refused).toMatch(/^((?!qu[zx]|77).)*$/s);
    expect(refused).toContain("What to do:");
  },
);
