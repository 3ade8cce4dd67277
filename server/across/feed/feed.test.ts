import ical, { type VEvent } from "node-ical";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { createSavedView } from "#server/follow/saved-view/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { createFeed, feedCalendar, listFeeds, openFeed, revokeFeed } from "./index.ts";

const ORIGIN = "https://afterword.example";
const LONG = `Ask; then, "wait"\\ ${"é".repeat(120)}`;
const database = sharedDatabase();
let me: UserActor;
let maker: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const secretOf = (url: string) => url.slice(`${ORIGIN}/feeds/`.length, -".ics".length);

async function read(url: string, most?: number): Promise<{ text: string; events: VEvent[] }> {
  const feed = await openFeed(secretOf(url));
  if (!feed) throw new Error("no feed");
  const text = await feedCalendar(feed, ORIGIN, most);
  const events = Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === "VEVENT");
  return { text, events };
}

beforeAll(async () => {
  const { prisma } = database;
  me = await makeUser(prisma, "member", "me");
  maker = await makeUser(prisma, "member", "maker");
  const secret = await prisma.incident.create({
    data: {
      ...{ id: uuidv7(), title: "Keys leaked", severity: 1, highestSeverity: 1, startedAt: new Date() },
      ...{ restricted: true, createdById: maker.id },
    },
  });
  const blank = { type: "prevent" as const, priority: "P2" as const, status: "accepted" as const, ownerId: me.id };
  await prisma.actionItem.createMany({
    data: [
      { ...blank, id: uuidv7(), title: LONG, dueDate: new Date("2026-03-29") },
      { ...blank, id: uuidv7(), title: "Change the keys", dueDate: new Date("2026-12-01"), incidentId: secret.id },
      { ...blank, id: uuidv7(), title: "Some day", dueDate: null },
      {
        ...blank,
        id: uuidv7(),
        title: "Hers",
        ownerId: maker.id,
        dueDate: new Date("2026-12-03"),
        incidentId: secret.id,
      },
    ],
  });
});

describe("a calendar feed", () => {
  it("that is full lacks the oldest dates", async () => {
    const busy = await makeUser(database.prisma, "member", "busy");
    const blank = { type: "prevent" as const, priority: "P2" as const, status: "accepted" as const, ownerId: busy.id };
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
    await database.prisma.actionItem.createMany({
      data: [-200, 5].map((days) => ({ ...blank, id: uuidv7(), title: `In ${days} days`, dueDate: inDays(days) })),
    });
    const { url } = await createFeed(as(busy), { viewId: null, origin: ORIGIN });
    const titles = (events: VEvent[]) => events.map(({ summary }) => String(summary).replace(/^ACT-\d+ /, ""));
    expect(titles((await read(url)).events)).toEqual(["In -200 days", "In 5 days"]);
    expect(titles((await read(url, 1)).events)).toEqual(["In 5 days"]);
    await database.prisma.actionItem.deleteMany({ where: { ownerId: busy.id } });
  });

  it("of a person has the dates of their open actions, and restricted ones without a title", async () => {
    const moved = await database.prisma.actionItem.findFirstOrThrow({ where: { title: LONG } });
    await database.prisma.actionItem.update({ where: { id: moved.id }, data: { dueMoves: 1 } });
    await database.prisma.actionItemDueMove.create({
      data: { id: uuidv7(), actionItemId: moved.id, fromDate: new Date("2026-03-02"), reason: "x" },
    });
    const { url } = await createFeed(as(me), { viewId: null, origin: ORIGIN });
    const { text, events } = await read(url);
    expect(events.map(({ description }) => description)).toEqual(["Accepted. 29 Mar, first 2 Mar", undefined]);
    expect(text).toContain(`URL;VALUE=URI:${ORIGIN}/actions/ACT-1`);
    expect(events.map(({ summary, start }) => [summary, start.toISOString().slice(0, 10)])).toEqual([
      [`ACT-1 ${LONG}`, "2026-03-29"],
      ["Restricted item", "2026-12-01"],
    ]);
    expect(text).toContain("DTSTART;VALUE=DATE:20260329");
    expect(text).not.toMatch(/Change the keys|ACT-2|Keys leaked/);
    expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it("of a view leaves restricted actions out, for those on the incident too", async () => {
    const view = await createSavedView(as(maker), { name: "All", scope: "mine", query: "view=all" });
    const { url } = await createFeed(as(maker), { viewId: view.id, origin: ORIGIN });
    expect((await read(url)).events.map(({ summary }) => summary)).toEqual([`ACT-1 ${LONG}`]);
  });

  it("stores no secret, and shows it once and only to its owner", async () => {
    const { url, id } = await createFeed(as(me), { viewId: null, origin: ORIGIN });
    const [row, entries] = [
      await database.prisma.calendarFeed.findUniqueOrThrow({ where: { id } }),
      await database.prisma.auditEntry.findMany({ where: { nounId: id } }),
    ];
    for (const kept of [row, entries, await listFeeds(as(me))])
      expect(JSON.stringify(kept)).not.toContain(secretOf(url));
    expect((await listFeeds(as(maker))).items.map((feed) => feed.id)).not.toContain(id);
    await expect(revokeFeed(as(maker), { id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("gets another address in one step, and the one before ends", async () => {
    const own = await createFeed(as(me), { viewId: null, origin: ORIGIN });
    const next = await createFeed(as(me), { viewId: null, replacesId: own.id, origin: ORIGIN });
    expect([await openFeed(secretOf(own.url)), (await openFeed(secretOf(next.url)))?.id]).toEqual([null, next.id]);
    for (const replacesId of [own.id, next.id]) {
      const taken = createFeed(as(replacesId === own.id ? me : maker), { viewId: null, replacesId, origin: ORIGIN });
      await expect(taken).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await openFeed(secretOf(next.url))).not.toBeNull();
    await revokeFeed(as(me), { id: next.id });
  });

  it("ends when it is revoked, when its view is out of sight, and with the account", async () => {
    const own = await createFeed(as(me), { viewId: null, origin: ORIGIN });
    await revokeFeed(as(me), { id: own.id });
    expect(await openFeed(secretOf(own.url))).toBeNull();
    const view = await createSavedView(as(me), { name: "Mine", scope: "mine", query: "" });
    const ofView = await createFeed(as(me), { viewId: view.id, origin: ORIGIN });
    await database.prisma.savedView.update({ where: { id: view.id }, data: { removedAt: new Date() } });
    await expect(read(ofView.url)).rejects.toMatchObject({ code: "not_found" });
    await expect(createFeed(as(maker), { viewId: view.id, origin: ORIGIN })).rejects.toMatchObject({
      code: "not_found",
    });
    const last = await createFeed(as(me), { viewId: null, origin: ORIGIN });
    await database.prisma.user.update({ where: { id: me.id }, data: { disabledAt: new Date() } });
    expect(await openFeed(secretOf(last.url))).toBeNull();
    expect(await openFeed("no-such-secret")).toBeNull();
  });
});
