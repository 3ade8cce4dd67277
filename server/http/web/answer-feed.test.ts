import { beforeAll, expect, it } from "vitest";
import { createFeed, revokeFeed } from "#server/across/feed/index.ts";
import { readConfig } from "#server/base/process/config.ts";
import { makeContext } from "#server/testing/make-context.ts";
import { answerDesk } from "../testing/answer-desk.ts";
import { answerFeed } from "./answer-feed.ts";

const MOST = 10;
beforeAll(() => {
  Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_REQUESTS_PER_MINUTE: String(MOST) }) });
  Reflect.deleteProperty(globalThis, "afterwordRequests");
});
const { prisma, reader, send: get } = answerDesk(answerFeed);

const context = () => makeContext(prisma(), reader());
const feed = () => createFeed(context(), { viewId: null, origin: "https://afterword.example" });
const wrong = (at: number) => `/feeds/${"x".repeat(42)}${at}.ics`;

it("limits addresses without a feed, whether guessed, revoked or malformed, and still serves a feed", async () => {
  const [mine, revoked] = [await feed(), await feed()];
  await revokeFeed(context(), { id: revoked.id });
  const guessed = Array.from({ length: MOST - 2 }, (_, at) => wrong(at));
  const tries = [...guessed, new URL(revoked.url).pathname, "/feeds/short.ics"];
  for (const path of tries) expect((await get(path)).status, path).toBe(404);
  const refused = await get(wrong(0));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const served = await get(new URL(mine.url).pathname);
  expect([served.status, served.headers.get("cache-control")]).toEqual([200, "no-store"]);
});

it("limits how often one feed is read, and no other one", async () => {
  const [first, second] = [new URL((await feed()).url).pathname, new URL((await feed()).url).pathname];
  for (let time = 0; time < MOST; time++) expect((await get(first)).status).toBe(200);
  expect((await get(first)).status).toBe(429);
  expect((await get(second)).status).toBe(200);
});
