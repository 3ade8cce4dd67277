import { expect, test } from "vitest";
import WebSocket from "ws";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { CLOSE, socketUrl } from "#lib/document/socket-protocol.ts";
import { serverFixture } from "./testing/server-fixture.ts";
import { until } from "./testing/test-client.ts";

const fixture = serverFixture({ settings: { socketsPerUser: 3, socketsPerNetwork: 5 } });

test("sockets that aren't signed in count for the person who opened them", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const [mallory, ben] = [server.addPerson("Mallory"), server.addPerson("Ben")];
  const url = socketUrl(server.origin, documentId, SCHEMA_VERSION);
  const codes: number[] = [];
  for (let n = 0; n < 20; n += 1)
    new WebSocket(url, { headers: { "x-user": mallory.userId } }).on("close", (code) => codes.push(code));
  await until("the others are turned away", () => codes.length === 17);
  expect(new Set(codes)).toEqual(new Set([CLOSE.tooManySockets]));
  await open(documentId, ben.userId).loaded();
  expect(server.collab.stats().sockets).toBe(4);
});

test("one address has a limited number of sockets, for all people who share it", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const people = Array.from({ length: 5 }, (_, n) => server.addPerson(`P${n}`));
  await Promise.all(people.map(({ userId }) => open(documentId, userId).loaded()));
  const sixth = open(documentId, server.addPerson("Last").userId);
  await until("the sixth is turned away", () => sixth.closeCodes.includes(CLOSE.tooManySockets));
});
