import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { restrictIncident } from "#server/incidents/incident/index.ts";
import { revokeToken } from "#server/people/token/index.ts";
import { TestClient, until } from "#server/reviews/document/testing/test-client.ts";
import { archiveReview, restoreReview, updateReview } from "#server/reviews/review/index.ts";
import { quickReview, writeParagraph } from "#server/reviews/review/testing/quick-review.ts";
import { createVersion, restoreVersion } from "#server/reviews/version/index.ts";
import { type MainProcess, startMain } from "#server/testing/main-process.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { makeRunFolder, removeRunFolder } from "#server/testing/run-folder.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = makeRunFolder();
let database: TestDatabase;
let processes: MainProcess[];
let origins: string[];
let maya: UserActor;
const clients: TestClient[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const settings = { DATABASE_URL: database.url, AFTERWORD_SECRET: "s".repeat(32), PORT: "0" };
  processes = await Promise.all(
    ["one", "two"].map((name) => startMain({ ...settings, AFTERWORD_DATA: join(folder, name) })),
  );
  origins = await Promise.all(processes.map((one) => one.ready()));
  maya = await makeUser(database.prisma, "tpm", "Maya");
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  for (const one of processes) one.signal("SIGTERM");
  await Promise.all(processes.map((one) => one.exit()));
  removeRunFolder(folder);
  await database.close();
});

const as = (actor: UserActor) => makeContext(database.prisma, actor);

/** A tab of the person in each process. */
async function openInBoth(person: UserActor, documentId: string) {
  const secret = await makeToken(database.prisma, person.id, ["read", "write"]);
  const headers = { authorization: `Bearer ${secret}` };
  const tabs = origins.map((origin) => new TestClient({ origin, documentId, userId: person.id, headers }));
  clients.push(...tabs);
  await Promise.all(tabs.map((tab) => tab.loaded()));
  return tabs;
}

const closedWith = (tabs: TestClient[], code: number) =>
  until("both tabs are closed", () => tabs.every((tab) => tab.closeCodes.includes(code)));

test("a restriction closes the sockets of those who are left out, in every process", async () => {
  const { incident, review } = await quickReview(as(maya));
  const reader = await openInBoth(await makeUser(database.prisma, "member", "Rui"), review.documentId);
  const writer = await openInBoth(maya, review.documentId);
  await restrictIncident(as(maya), { key: incident.key, version: 1, restricted: true, userIds: [], teamIds: [] });
  await closedWith(reader, CLOSE.noAccess);
  expect(writer.flatMap((tab) => tab.closeCodes)).toEqual([]);
});

test("an author who is no longer one loses the socket, in every process", async () => {
  const { review } = await quickReview(as(maya));
  const vera = await makeUser(database.prisma, "viewer", "Vera");
  const named = await updateReview(as(maya), {
    key: review.key,
    version: review.version,
    authorIds: [maya.id, vera.id],
  });
  const tabs = await openInBoth(vera, review.documentId);
  await updateReview(as(maya), { key: review.key, version: named.version, authorIds: [maya.id] });
  await closedWith(tabs, CLOSE.noAccess);
});

test("an archived review becomes read-only for its writers, in every process, and can be written in once restored", async () => {
  const { review } = await quickReview(as(maya));
  const tabs = await openInBoth(maya, review.documentId);
  const isReadOnly = (wanted: boolean) =>
    until("both tabs know", () => tabs.every((tab) => tab.connection.status().isReadOnly === wanted));
  const { version } = await archiveReview(as(maya), { key: review.key, version: review.version });
  await isReadOnly(true);
  await restoreReview(as(maya), { key: review.key, version });
  await isReadOnly(false);
});

test("a token that is revoked closes its sockets in every process", async () => {
  const { review } = await quickReview(as(maya));
  const sam = await makeUser(database.prisma, "member", "Sam");
  const tabs = await openInBoth(sam, review.documentId);
  const { id } = await database.prisma.apiToken.findFirstOrThrow({ where: { userId: sam.id } });
  await revokeToken(as(sam), { id });
  await closedWith(tabs, CLOSE.signedOut);
});

test("a version that is restored by a process without document sockets is shown by all others", async () => {
  const { review } = await quickReview(as(maya));
  const tabs = await openInBoth(maya, review.documentId);
  const { number } = await createVersion(as(maya), { key: review.key });
  for (const tab of tabs) await writeParagraph(tab, "Written later.");
  await Promise.all(tabs.map((tab) => tab.sees("Written later.")));
  await restoreVersion(as(maya), { key: review.key, number });
  await until("it is gone for both", () => tabs.every((tab) => !tab.text().includes("Written later.")));
});
