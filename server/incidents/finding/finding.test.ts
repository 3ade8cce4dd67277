import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Finding } from "#lib/contract/finding.ts";
import {
  createActionItem,
  getActionItem,
  listActionItems,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { listFactors } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createImport, redoImport, undoImport } from "#server/incidents/import/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { generateReview, undoGeneration } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { acceptFinding, dismissFinding, listFindings, restoreFinding } from "./index.ts";

const WRITE_UP = `# Sign-in outage

## Summary

Sign-in failed for 52 minutes after a cache flush.

## Impact

One in four customers could not sign in.

## Timeline 2017-01-26

- 21:52 UTC sessions drop
- 22:44 UTC all sessions are back

## Contributing factors

- The eviction policy was changed without a load test.

## Action items

- Add a session-loss alert
- [x] Restart the old cache nodes
`;

const PAGE = { limit: 50, mine: false, unowned: false, open: false, archived: false, sort: "due" } as const;
let database: TestDatabase;
let member: UserActor;
let viewer: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "facilitator");
  viewer = await makeUser(database.prisma, "viewer");
});
afterAll(() => database.close());

async function newIncident(): Promise<string> {
  const fields = { kind: "incident", serviceIds: [], resolvedAt: null, timeZone: "UTC", impactText: "" } as const;
  const incident = await createIncident(as(member), {
    ...{ ...fields, serviceIds: [], restricted: false, title: "Sign-in fails", severity: 2 },
  });
  return incident.key;
}
const importFile = (key: string, content = WRITE_UP, filename = "sign-in.md") =>
  createImport(as(member), { key, filename, content });
const findings = async (key: string) => (await listFindings(as(member), { key }, findingRecords)).items;
const byKind = async (key: string, kind: Finding["kind"], at = 0) => {
  const one = (await findings(key)).filter((finding) => finding.kind === kind)[at];
  if (!one) throw new Error(`no finding of kind ${kind}`);
  return one;
};
const accept = (key: string, { id }: Finding, when: "now" | "review" = "now") =>
  acceptFinding(as(member), { key, id, when }, findingRecords);
const restore = (key: string, { id }: Finding) => restoreFinding(as(member), { key, id }, findingRecords);
const dismiss = (key: string, { id }: Finding) => dismissFinding(as(member), { key, id }, findingRecords);

describe("a finding of a file", () => {
  it("waits on the incident after the import, with its line", async () => {
    const key = await newIncident();
    await importFile(key);
    const items = await findings(key);
    for (const item of items) expect(Finding.parse(item)).toEqual(item);
    expect(items.map(({ kind, text, line, state }) => [kind, text, line, state])).toEqual([
      ["summary", "Sign-in failed for 52 minutes after a cache flush.", 5, "waiting"],
      ["impact", "One in four customers could not sign in.", 9, "waiting"],
      ["factor", "The eviction policy was changed without a load test.", 18, "waiting"],
      ["action", "Add a session-loss alert", 22, "waiting"],
      ["action", "Restart the old cache nodes", 23, "waiting"],
    ]);
    expect(items.map(({ doubt }) => doubt)).toEqual([null, null, null, null, "Marked as done in the file"]);
  });

  it("is stored once, whatever is imported again", async () => {
    const key = await newIncident();
    await importFile(key);
    const before = await findings(key);
    await dismiss(key, await byKind(key, "factor"));
    await importFile(key);
    await importFile(key, `${WRITE_UP}- Write a runbook for flushes\n`, "again.md");
    const after = await findings(key);
    expect(after.map(({ id }) => id).slice(0, before.length)).toEqual(before.map(({ id }) => id));
    expect(after.slice(before.length).map(({ text, filename }) => [text, filename])).toEqual([
      ["Write a runbook for flushes", "again.md"],
    ]);
    expect(after.find(({ kind }) => kind === "factor")?.state).toBe("dismissed");
  });

  it("is removed and restored with its import, except what was accepted or dismissed", async () => {
    const key = await newIncident();
    const { id } = await importFile(key);
    await accept(key, await byKind(key, "action"));
    await dismiss(key, await byKind(key, "impact"));
    await undoImport(as(member), { key, id });
    expect((await findings(key)).map(({ kind, state }) => [kind, state])).toEqual([
      ["impact", "dismissed"],
      ["action", "accepted"],
    ]);
    await redoImport(as(member), { key, id });
    expect(await findings(key)).toHaveLength(5);
  });

  it("is restored when the file of an undone import is imported again", async () => {
    const key = await newIncident();
    const { id } = await importFile(key);
    await undoImport(as(member), { key, id });
    expect(await findings(key)).toEqual([]);
    await importFile(key);
    expect(await findings(key)).toHaveLength(5);
  });

  it("can contain text that a database doesn't store as it is", async () => {
    const key = await newIncident();
    await importFile(key, WRITE_UP.replace("without a load test.", "without a load\u0000 test. \ud800 It was late."));
    expect((await byKind(key, "factor")).text).toMatch(/^The eviction policy/);
  });
});

describe("accepting", () => {
  it("proposes an action once, with its place in the source", async () => {
    const key = await newIncident();
    await importFile(key);
    const accepted = await accept(key, await byKind(key, "action"));
    const again = await accept(key, accepted);
    expect(again).toEqual(accepted);
    const action = await getActionItem(as(member), { key: accepted.became?.key ?? "" });
    expect(action).toMatchObject({ title: "Add a session-loss alert", status: "proposed", incident: { key } });
    expect(action.description).toContain("sign-in.md, line 22");
  });

  it("keeps a factor for the next review, and makes it a hypothesis of an open one", async () => {
    const key = await newIncident();
    await importFile(key);
    const waiting = await accept(key, await byKind(key, "factor"));
    expect(waiting).toMatchObject({ state: "accepted", became: null });
    const other = await newIncident();
    await importFile(other);
    const review = await generateReview(as(member), { key: other, template: "quick" }, findingRecords);
    const accepted = await accept(other, await byKind(other, "factor"));
    const { items } = await listFactors(as(member), { key: review.key });
    expect(items).toMatchObject([{ id: accepted.became?.key, status: "hypothesis", role: "contributor" }]);
  });

  it("creates nothing yet if it waits for the review", async () => {
    const key = await newIncident();
    await importFile(key);
    expect(await accept(key, await byKind(key, "action"), "review")).toMatchObject({ state: "accepted", became: null });
  });

  it("can be undone: the record is removed, unless someone worked on it", async () => {
    const key = await newIncident();
    await importFile(key);
    const accepted = await accept(key, await byKind(key, "action"));
    expect(await restore(key, accepted)).toMatchObject({ state: "waiting", became: null, settledBy: null });
    const gone = await getActionItem(as(member), { key: accepted.became?.key ?? "" });
    expect(gone.archived).toBe(true);
    const again = await accept(key, accepted);
    const actionKey = again.became?.key ?? "";
    await updateActionItem(as(member), { key: actionKey, version: 1, title: "Alert on lost sessions" });
    await expect(restore(key, again)).rejects.toMatchObject({ code: "rule", details: { rule: "finding_in_use" } });
    expect((await byKind(key, "action")).state).toBe("accepted");
  });

  it("is doubted if an action of the incident has the same title", async () => {
    const key = await newIncident();
    const fields = { description: "", doneWhen: "", trackerUrl: null, ownerId: null, teamId: null, factorIds: [] };
    const made = await createActionItem(as(member), {
      ...{ ...fields, changeKeys: [], type: "detect", priority: "P2" },
      ...{ title: "Add a session-loss alert", incidentKey: key },
    });
    await importFile(key);
    expect((await byKind(key, "action")).doubt).toBe(`Same title as ${made.key}`);
  });
});

describe("dismissing", () => {
  it("is undone by restoring, and is rejected for what was accepted", async () => {
    const key = await newIncident();
    await importFile(key);
    expect(await dismiss(key, await byKind(key, "summary"))).toMatchObject({ state: "dismissed" });
    expect(await restore(key, await byKind(key, "summary"))).toMatchObject({ state: "waiting" });
    await accept(key, await byKind(key, "summary"));
    await expect(dismiss(key, await byKind(key, "summary"))).rejects.toMatchObject({ code: "rule" });
  });
});

describe("permissions", () => {
  it("only those who curate can settle, and a restricted incident hides them", async () => {
    const key = await newIncident();
    await importFile(key);
    const one = await byKind(key, "summary");
    const read = await listFindings(as(viewer), { key }, findingRecords);
    expect(read.items).toHaveLength(5);
    const asViewer = acceptFinding(as(viewer), { key, id: one.id, when: "now" }, findingRecords);
    await expect(asViewer).rejects.toMatchObject({ code: "forbidden" });
    await restrictIncident(as(member), { key, version: 1, restricted: true, userIds: [], teamIds: [] });
    await expect(listFindings(as(viewer), { key }, findingRecords)).rejects.toMatchObject({ code: "not_found" });
    const hidden = dismissFinding(as(viewer), { key, id: one.id }, findingRecords);
    await expect(hidden).rejects.toMatchObject({ code: "not_found" });
  });

  it("a finding of another incident is not found", async () => {
    const [key, other] = [await newIncident(), await newIncident()];
    await importFile(other);
    await expect(accept(key, await byKind(other, "summary"))).rejects.toMatchObject({ code: "not_found" });
  });

  it("each step is audited and notifies open screens", async () => {
    const key = await newIncident();
    await importFile(key);
    const one = await byKind(key, "summary");
    await accept(key, one);
    await restore(key, one);
    await dismiss(key, one);
    const rows = await database.prisma.auditEntry.findMany({
      where: { noun: "finding", nounId: one.id },
      orderBy: { id: "asc" },
    });
    expect(rows.map(({ action }) => action)).toEqual(["finding.accepted", "finding.restored", "finding.dismissed"]);
    const told = await database.prisma.outboxEvent.count({
      where: { topic: "record.changed", payload: { path: ["noun"], equals: "finding" } },
    });
    expect(told).toBeGreaterThanOrEqual(4);
  });
});

describe("several people at once", () => {
  const titlesOf = async (key: string) => {
    const { items } = await listActionItems(as(member), { ...PAGE, incidentKey: key });
    return items.map(({ title }) => title).sort();
  };

  it("who generate with findings create each action and factor once", async () => {
    const key = await newIncident();
    await importFile(key);
    const accept = { findings: true } as const;
    const reviews = await Promise.all(
      Array.from({ length: 4 }, () => generateReview(as(member), { key, template: "quick", accept }, findingRecords)),
    );
    expect(await titlesOf(key)).toEqual(["Add a session-loss alert"]);
    const factors = await Promise.all(reviews.map((review) => listFactors(as(member), { key: review.key })));
    expect(factors.flatMap(({ items }) => items)).toHaveLength(1);
  });

  it("who accept, restore and undo the draft at once leave one action or none", async () => {
    const key = await newIncident();
    await importFile(key);
    const accept = { findings: true } as const;
    const review = await generateReview(as(member), { key, template: "quick", accept }, findingRecords);
    const one = await byKind(key, "action");
    const undo = () => undoGeneration(as(member), { key: review.key, version: review.version }, findingRecords);
    const steps = [undo, () => restore(key, one), undo, () => restore(key, one)];
    await Promise.allSettled(steps.map((step) => step()));
    const { state, became } = await byKind(key, "action");
    expect([state, became]).toEqual(["waiting", null]);
    expect(await titlesOf(key)).toEqual([]);
  });
});
