import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { latenessGroup } from "#lib/follow/action-item/lateness.ts";
import { DEMO_ACCOUNTS } from "#lib/people/member/demo-accounts.ts";
import { deleteDemoRows } from "#server/across/demo/index.ts";
import { listHistory } from "#server/across/history/index.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { listActionItems } from "#server/follow/action-item/index.ts";
import { listCanonicalFactors } from "#server/follow/canonical-factor/index.ts";
import { listFactors } from "#server/follow/factor/index.ts";
import { listPromotions } from "#server/follow/promotion/index.ts";
import { listStrategicChanges } from "#server/follow/strategic-change/index.ts";
import { listIncidents } from "#server/incidents/incident/index.ts";
import { incidentMetrics, listTimeline } from "#server/incidents/timeline/index.ts";
import { isSetUp, listDemoAccounts } from "#server/people/member/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { listReviews, reviewGates } from "#server/reviews/review/index.ts";
import { makeContext } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { loadDemo } from "./index.ts";

let database: TestDatabase;
const ctx = () => makeContext(database.prisma, { kind: "system", label: "demo" });
const page = { limit: 50, archived: false } as const;
const actions = () => listActionItems(ctx(), { ...page, mine: false, unowned: false, open: false, sort: "due" });
const reviewKeyOf = async (status: "in_review" | "published") => {
  const { items } = await listReviews(ctx(), { ...page, status: [status], mine: false });
  return items[0]?.key ?? "";
};

beforeAll(async () => {
  database = await testDatabase();
  await loadDemo(ctx(), database.pool);
}, 120_000);
afterAll(() => database.close());

describe("the demo data", () => {
  it("loads once, and only into a database without people", async () => {
    expect(await loadDemo(ctx(), database.pool)).toBe(false);
    expect(await database.prisma.incident.count()).toBe(4);
  });

  it("links the factors of three incidents to conditions", async () => {
    const { items } = await listCanonicalFactors(ctx(), { limit: 50 });
    expect(items.map(({ name, incidentCount }) => [name, incidentCount])).toEqual([
      ["Failures raise no alarm", 3],
      ["Recovery is manual and never rehearsed", 2],
      ["Checks don't look at what customers get", 2],
    ]);
  });

  it("creates each condition before anything is linked to it", async () => {
    const { items } = await listCanonicalFactors(ctx(), { limit: 50 });
    for (const { id, name } of items) {
      const history = await listHistory(ctx(), { noun: "canonical-factor", key: id, limit: 50 });
      expect(history.items.at(-1)?.what, name).toBe("Created the condition");
    }
  });

  it("asks whether fixes worked that were verified before their condition came back", async () => {
    const asking = await database.prisma.actionRecurrence.findMany({
      where: { withdrawnAt: null },
      select: {
        at: true,
        actionItem: { select: { number: true } },
        factor: { select: { incident: { select: { number: true, startedAt: true } } } },
      },
    });
    for (const { at, factor } of asking) expect(at.getTime()).toBeGreaterThan(factor.incident.startedAt.getTime());
    expect(asking.map(({ actionItem, factor }) => [actionItem.number, factor.incident.number]).sort()).toEqual([
      [14, 3],
      [15, 3],
    ]);
  });

  it("proposes a strategic change for the condition that has only small fixes", async () => {
    const { items } = await listPromotions(ctx());
    expect(items.map(({ condition, reasons }) => [condition.name, reasons.map(({ rule }) => rule)])).toEqual([
      ["Checks don't look at what customers get", expect.arrayContaining(["fixes"])],
    ]);
  });

  it("has a policy with a regulator's deadlines, which goes with the demo", async () => {
    const policies = await database.prisma.policy.findMany({ select: { name: true, demo: true, editions: true } });
    expect(policies).toMatchObject([{ name: "Card payments", demo: true, editions: [{ number: 1 }] }]);
  });

  it("opens the five accounts with the demo password", async () => {
    expect(await listDemoAccounts(ctx())).toEqual(DEMO_ACCOUNTS);
  });

  it("keeps the dates of GitLab's outage, names no one there, and cites its sources", async () => {
    const { items } = await listIncidents(ctx(), { ...page, q: "GitLab.com" });
    const key = items[0]?.key ?? "";
    expect(items[0]).toMatchObject({ startedAt: "2017-01-31T18:00:00.000Z", highestSeverity: 1, demo: true });
    const timeline = await listTimeline(ctx(), { key, limit: 100, includeHidden: true });
    expect(timeline.items.map(({ actor }) => actor)).toEqual(timeline.items.map(() => null));
    const metrics = await incidentMetrics(ctx(), { key });
    const secondsOf = (name: string) => metrics.metrics.find((metric) => metric.name === name)?.seconds;
    expect(secondsOf("timeToResolve")).toBe(24 * 3600);
    // The time of the first update isn't recorded, so it's unknown and never a guess.
    expect(secondsOf("timeToFirstPublicUpdate")).toBeNull();
    const text = await exportReview(ctx(), { key: await reviewKeyOf("in_review"), format: "markdown" });
    const markdown = await text.text();
    expect(markdown).toContain("https://about.gitlab.com/blog/2017/02/10/");
    expect(markdown).not.toContain("(event taken out)");
  });

  it("has a review in review with one factor without evidence, and two published ones", async () => {
    const key = await reviewKeyOf("in_review");
    const { items } = await listFactors(ctx(), { key });
    expect(items.filter(({ holes }) => holes.some(({ code }) => code === "no_evidence"))).toHaveLength(1);
    const { gates } = await reviewGates(ctx(), { key });
    expect(gates.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(["meeting_held", "factors_evidenced"]);
    const published = await listReviews(ctx(), { ...page, status: ["published"], mine: false });
    expect(published.items).toHaveLength(2);
    const frozen = await database.prisma.reviewVersion.findMany();
    expect(frozen.filter(({ markdown }) => markdown.includes("(event taken out)"))).toEqual([]);
  });

  it("has actions in every status and every age of lateness", async () => {
    const { items } = await actions();
    expect(new Set(items.map(({ status }) => status))).toEqual(
      new Set(["proposed", "accepted", "in_progress", "implemented", "verified", "declined", "waived"]),
    );
    const today = new Date().toISOString().slice(0, 10);
    expect(new Set(items.map((item) => latenessGroup(item, today)))).toEqual(
      new Set(["over90", "d31to90", "d8to30", "d1to7", "onTime", "noDate", "waived", "settled"]),
    );
    expect(items.some(({ blockedReason }) => blockedReason !== null)).toBe(true);
    expect(items.some(({ dueMoves }) => dueMoves > 1)).toBe(true);
  });

  it("has two strategic changes over factors of several incidents", async () => {
    const { items } = await listStrategicChanges(ctx(), { ...page, mine: false });
    expect(items.map(({ health, incidents }) => [health, incidents.length])).toEqual(
      expect.arrayContaining([
        ["at_risk", 2],
        ["on_track", 2],
      ]),
    );
    const today = new Date().toISOString().slice(0, 10);
    const delivered = items.filter(({ status }) => status === "delivered");
    expect(delivered.map(({ effectBy, effectDueOn }) => [effectBy?.name, (effectDueOn ?? "9") <= today])).toEqual([
      ["Tomás Herrera", true],
    ]);
    expect(items.filter(({ status }) => status === "deferred")).toHaveLength(1);
    expect(items.flatMap(({ otherTeams }) => otherTeams)).toHaveLength(1);
  });

  it("has two tools that send events, and unassigned events from them", async () => {
    const integrations = await database.prisma.integration.findMany({ select: { demo: true, source: true } });
    expect(integrations.map(({ demo, source }) => [source, demo])).toEqual(
      expect.arrayContaining([
        ["alertmanager", true],
        ["github", true],
      ]),
    );
    const waiting = await database.prisma.incomingEvent.groupBy({ by: ["state"], _count: { _all: true } });
    expect(waiting).toEqual([{ state: "waiting", _count: { _all: 8 } }]);
    expect(await database.prisma.delivery.count({ where: { state: { not: "unassigned" } } })).toBe(0);
  });

  it("happened before now, and leaves nothing to be mailed", async () => {
    const later = { gt: new Date() };
    expect(await database.prisma.auditEntry.count({ where: { at: later } })).toBe(0);
    expect(await database.prisma.actionItemTransition.count({ where: { at: later } })).toBe(0);
    expect(await database.prisma.outboxEvent.count({ where: { processedAt: null } })).toBe(0);
  });

  it("is loaded again if a load was interrupted", async () => {
    await database.prisma.commentThread.deleteMany();
    await database.prisma.setting.create({ data: { key: "demo.loading", value: true } });
    expect(await loadDemo(ctx(), database.pool)).toBe(true);
    expect(await database.prisma.incident.count()).toBe(4);
    expect(await database.prisma.setting.count()).toBe(0);
  }, 120_000);

  it("is removed completely", async () => {
    await transact(ctx(), async (tx) => {
      await deleteDemoRows(tx);
      return unrecorded("the rows are counted below");
    });
    expect(await isSetUp(ctx())).toBe(false);
    const { rows } = await database.pool.query<{ name: string; rows: string }>(
      `SELECT relname AS name, (xpath('/row/n/text()', query_to_xml('SELECT count(*) AS n FROM ' || quote_ident(relname), true, true, '')))[1]::text AS rows
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const left = rows.filter((row) => row.rows !== "0").map(({ name }) => name);
    expect(left.sort()).toEqual([
      "_prisma_migrations",
      "assist_setting",
      "business_calendar",
      "ladder_start",
      "outbox_event",
      "promotion_rules",
      "template",
      "template_version",
    ]);
  });
});
