import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { PICTURE_LIMIT_BYTES } from "#lib/reviews/picture/picture-sizes.ts";
import { readConfig } from "#server/base/process/config.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { quickReview } from "#server/reviews/review/testing/quick-review.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { fetchPicture } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let key: string;
let asked: { url: string | undefined; cookie: string | undefined }[] = [];
const as = (actor: UserActor) => makeContext(database.prisma, actor);

const answers: Record<string, RequestListener> = {
  "/moved": (_request, response) => response.writeHead(302, { location: "/picture" }).end(),
  "/away": (_request, response) => response.writeHead(302, { location: "http://169.254.169.254/key" }).end(),
  "/page": (_request, response) => response.end("<script>1</script>"),
  "/gone": (_request, response) => response.writeHead(403).end(),
  "/large": (_request, response) => response.end(Buffer.alloc(PICTURE_LIMIT_BYTES + 1_000_000)),
};
const site = createServer((request, response) => {
  asked.push({ url: request.url, cookie: request.headers.cookie });
  answers[request.url ?? ""]?.(request, response);
});
const urlOf = (path: string) => `http://127.0.0.1:${(site.address() as AddressInfo).port}${path}`;
const fetched = (path: string, actor = member) => fetchPicture(as(actor), { key, url: urlOf(path) });
const listed = (hosts: string) =>
  Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_PRIVATE_HOSTS: hosts }) });

beforeEach(() => void listed("127.0.0.1"));
afterEach(() => void Object.assign(globalThis, { afterwordConfig: undefined }));
beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member", "Ada");
  key = (await quickReview(as(member))).review.key;
  const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  answers["/picture"] = (_request, response) => response.end(picture);
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  site.close();
  await closeWorkers();
  await database.close();
});

it("becomes a picture of the review, over redirects too and without credentials", async () => {
  asked = [];
  const told = await outboxOf(database, "record.changed", async () => {
    expect(await fetched("/moved")).toMatchObject({ width: 40, height: 20 });
  });
  expect(told).toMatchObject([{ noun: "review" }]);
  const entries = await database.prisma.auditEntry.findMany({ where: { action: "review.picture_added" } });
  expect(entries).toMatchObject([{ actorId: member.id, after: { width: 40, height: 20 } }]);
  expect(asked).toEqual([
    { url: "/moved", cookie: undefined },
    { url: "/picture", cookie: undefined },
  ]);
});

it.each([
  ["/gone", "url"],
  ["/away", "url"],
  ["/page", "file"],
])("says why nothing of %s is stored", async (path, field) => {
  await expect(fetched(path)).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field }] } });
});

it("stops reading at the largest size", async () => {
  await expect(fetched("/large")).rejects.toMatchObject({ code: "too_large" });
});

it("reaches no private network, and asks nothing for those who can't write", async () => {
  listed("");
  await expect(fetched("/picture")).rejects.toMatchObject({
    details: { fields: [{ field: "url" }] },
  });
  listed("127.0.0.1");
  asked = [];
  const viewer = await makeUser(database.prisma, "viewer", "Vera");
  await expect(fetched("/picture", viewer)).rejects.toMatchObject({ code: "forbidden" });
  expect(asked).toEqual([]);
});
