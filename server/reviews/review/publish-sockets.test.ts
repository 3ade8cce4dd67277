import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { type Database, openDatabase, shareDatabase } from "#server/base/db/client.ts";
import { socketIdentity } from "#server/people/auth/socket-identity.ts";
import { applyAccessChange } from "#server/reviews/document/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { type TestClient, until } from "#server/reviews/document/testing/test-client.ts";
import { createVersion } from "#server/reviews/version/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { publishReview } from "./index.ts";
import { quickReview, writeParagraph } from "./testing/quick-review.ts";

// Access is decided as in the application, by the token of a request.
const fixture = serverFixture({ authenticate: socketIdentity });
let opened: Database;
let maya: UserActor;
let vera: UserActor;

beforeAll(async () => {
  const { prisma, url } = fixture.database;
  opened = openDatabase(url, { poolSize: 3, logPoolSize: 2 });
  shareDatabase(opened);
  maya = await makeUser(prisma, "member", "Maya");
  vera = await makeUser(prisma, "viewer", "Vera");
});
afterAll(async () => {
  shareDatabase(undefined);
  await opened.close();
});

async function openAs(actor: UserActor, documentId: string, scopes: ("read" | "write")[]): Promise<TestClient> {
  const secret = await makeToken(fixture.database.prisma, actor.id, scopes);
  fixture.server.addPerson(actor.name, { userId: actor.id });
  return fixture.open(documentId, actor.id, { headers: { authorization: `Bearer ${secret}` } });
}

const closedWith = (client: TestClient, ...codes: number[]) =>
  until("the socket to close", () => client.closeCodes.some((code) => codes.includes(code)));

it("ends a reader's socket when the review is published, and sends nothing of the draft afterwards", async () => {
  const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);
  const { review } = await quickReview(as(maya));
  const { key, id, documentId } = review;
  const writer = await openAs(maya, documentId, ["write"]);
  const reader = await openAs(vera, documentId, ["read"]);
  await Promise.all([writer.loaded(), reader.loaded()]);
  await writeParagraph(writer, "Before publication.");
  await reader.sees("Before publication.");

  const { number: version } = await createVersion(as(maya), { key });
  await fixture.database.prisma.review.update({ where: { id }, data: { status: "reviewed" } });
  await publishReview(as(maya), { key, version });
  const { collab } = fixture.server;
  await applyAccessChange({ reviewId: id }, { collab, prisma: fixture.database.prisma });
  await closedWith(reader, CLOSE.noAccess);

  await writeParagraph(writer, "After publication.");
  const again = await openAs(vera, documentId, ["read"]);
  const readOnly = await openAs(maya, documentId, ["read"]);
  await Promise.all([again, readOnly].map((client) => closedWith(client, CLOSE.notFound)));
  expect(reader.text()).not.toContain("After publication.");
  for (const client of [again, readOnly]) expect(client.document.store.clients.size).toBe(0);
  const colleague = await openAs(maya, documentId, ["write"]);
  await colleague.sees("After publication.");
});
