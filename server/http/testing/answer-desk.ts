import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";

/** The status of a request that the tested function leaves to the next one. */
export const LEFT_TO_OTHERS = 299;

/** A member and a server with one function that answers, over a database of the test file that the function uses too. */
export function answerDesk(answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>) {
  const database = sharedDatabase();
  let server: Server;
  let reader: UserActor;
  beforeAll(async () => {
    reader = await makeUser(database.prisma, "member", "Reader");
    server = createServer(async (request, response) => {
      if (!(await answer(request, response))) response.writeHead(LEFT_TO_OTHERS).end("the page");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    server.close();
  });
  return {
    prisma: () => database.prisma,
    reader: () => reader,
    send: (path: string, init?: RequestInit) =>
      fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init),
  };
}
