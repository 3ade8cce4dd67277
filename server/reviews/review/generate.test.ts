import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import { getActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { listFactors } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { acceptFinding, listFindings } from "#server/incidents/finding/index.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { cancelIncident, createIncident, getIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent, incidentMetrics, setMilestone } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { generateReview, getReview, reviewContent, undoGeneration } from "./index.ts";

const WRITE_UP = `# Sign-in outage

## Summary

Sign-in failed for 52 minutes after a cache flush.

## Timeline 2017-01-26

- 21:52 UTC Customer impact started: nobody can sign in
- 21:55 UTC Alert SignInErrorRate fired
- 22:31 UTC Rollback finished
- 22:44 UTC Incident resolved

## Contributing factors

- The eviction policy was changed without a load test.

## Action items

- Add a session-loss alert
- [x] Restart the old cache nodes
`;

let database: TestDatabase;
let member: UserActor;
const ctx = () => makeContext(database.prisma, member);

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "facilitator");
});
afterAll(() => database.close());

async function imported(): Promise<string> {
  const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
  const { key } = await createIncident(ctx(), { ...fields, serviceIds: [], title: "Sign-in fails", severity: 2 });
  await createImport(ctx(), { key, filename: "sign-in.md", content: WRITE_UP });
  return key;
}
type Accept = NonNullable<Parameters<typeof generateReview>[1]["accept"]>;
const generate = (key: string, accept?: Accept) =>
  generateReview(ctx(), { key, template: "quick", ...(accept ? { accept } : {}) }, findingRecords);
const incident = (key: string) => getIncident(ctx(), { key });
const setMilestones = async (key: string) =>
  (await incidentMetrics(ctx(), { key })).milestones.filter(({ eventId }) => eventId !== null).map(({ name }) => name);
const findings = async (key: string) => (await listFindings(ctx(), { key }, findingRecords)).items;
const textOf = async (key: string) => JSON.stringify((await reviewContent(ctx(), { key })).json);

describe("start, end and state", () => {
  it("an imported past incident starts with its impact, not with its entry", async () => {
    const key = await imported();
    const { startedAt } = await incident(key);
    expect(startedAt).toBe("2017-01-26T21:52:00.000Z");
  });

  it("keeps a start that a person entered", async () => {
    const key = await imported();
    const { version } = await incident(key);
    await updateIncident(ctx(), { key, version, startedAt: "2017-01-26T21:50:00Z" });
    await generate(key, { milestones: true });
    expect((await incident(key)).startedAt).toBe("2017-01-26T21:50:00.000Z");
  });

  it("accepting the resolved milestone sets state and end", async () => {
    const key = await imported();
    await generate(key, { milestones: true });
    expect(await incident(key)).toMatchObject({ status: "resolved", resolvedAt: "2017-01-26T22:44:00.000Z" });
  });

  it("but not against the state that a person set", async () => {
    const key = await imported();
    const { version } = await incident(key);
    await updateIncident(ctx(), { key, version, status: "open" });
    await generate(key, { milestones: true });
    expect(await incident(key)).toMatchObject({ status: "open", resolvedAt: null });
  });

  it("setting the milestone manually only offers the state", async () => {
    const key = await imported();
    const { suggestions } = await incidentMetrics(ctx(), { key });
    const resolved = suggestions.find(({ name }) => name === "resolved");
    await setMilestone(ctx(), { key, name: "resolved", eventId: resolved?.eventId ?? "", notApplicable: false });
    expect(await incident(key)).toMatchObject({ status: "open", resolvedByTimeline: "2017-01-26T22:44:00.000Z" });
  });

  it("follow the events while no one has set them", async () => {
    const key = await imported();
    const at = "2017-01-26T21:40:00Z";
    const event = await addEvent(ctx(), {
      key,
      at,
      precision: "exact",
      kind: "impact_started",
      title: "First errors",
      body: "",
    });
    await setMilestone(ctx(), { key, name: "impact_started", eventId: event.id, notApplicable: false });
    expect((await incident(key)).startedAt).toBe("2017-01-26T21:40:00.000Z");
  });
});

describe("generating", () => {
  it("accepts nothing unless asked to", async () => {
    const key = await imported();
    const review = await generate(key);
    expect(await setMilestones(key)).toEqual([]);
    expect((await findings(key)).map(({ state }) => state)).toEqual(["waiting", "waiting", "waiting", "waiting"]);
    expect(review.accepted).toBeNull();
    expect(await textOf(review.key)).not.toContain("52 minutes");
    const generated = await database.prisma.auditEntry.findFirst({
      where: { nounId: review.id, action: "review.generated" },
    });
    expect(generated?.after).toEqual({ template: "quick" });
  });

  it("accepts everything without a doubt, and the draft contains it", async () => {
    const key = await imported();
    const review = await generate(key, { milestones: true, findings: true });
    const set = await setMilestones(key);
    expect(set).toEqual(expect.arrayContaining(["impact_started", "detected", "mitigated", "resolved"]));
    expect((await findings(key)).map(({ kind, state }) => [kind, state])).toEqual([
      ["summary", "accepted"],
      ["factor", "accepted"],
      ["action", "accepted"],
      ["action", "waiting"],
    ]);
    expect(await textOf(review.key)).toContain("Sign-in failed for 52 minutes after a cache flush.");
    const { items } = await listFactors(ctx(), { key: review.key });
    expect(items.map(({ statement }) => statement)).toEqual(["The eviction policy was changed without a load test."]);
    const action = (await findings(key)).find(({ became }) => became?.noun === "action_item");
    expect(await getActionItem(ctx(), { key: action?.became?.key ?? "" })).toMatchObject({
      review: { key: review.key },
    });
    expect(review.accepted).toEqual({ milestones: expect.any(Array), findings: 3, resolved: true });
  });

  it("accepts what is named, including doubtful ones", async () => {
    const key = await imported();
    const doubtful = (await findings(key)).find(({ doubt }) => doubt !== null);
    await generate(key, { milestones: ["detected"], findings: [doubtful?.id ?? ""] });
    expect(await setMilestones(key)).toEqual(["detected"]);
    expect((await findings(key)).map(({ state }) => state)).toEqual(["waiting", "waiting", "waiting", "accepted"]);
  });

  it("leaves a milestone that a person set in the meantime, and rejects one without a suggestion", async () => {
    const key = await imported();
    const start = (await incidentMetrics(ctx(), { key })).suggestions.find(({ name }) => name === "impact_started");
    const eventId = start?.eventId ?? "";
    await setMilestone(ctx(), { key, name: "detected", eventId, notApplicable: false });
    await setMilestone(ctx(), { key, name: "mitigated", eventId: null, notApplicable: true });
    const review = await generate(key, { milestones: ["detected", "mitigated", "resolved"], findings: [] });
    expect(review.accepted?.milestones).toEqual(["resolved"]);
    const { milestones } = await incidentMetrics(ctx(), { key });
    expect(milestones.find(({ name }) => name === "detected")?.eventId).toBe(eventId);
    expect(milestones.find(({ name }) => name === "mitigated")?.notApplicable).toBe(true);
    await expect(generate(await imported(), { milestones: ["classified"], findings: [] })).rejects.toMatchObject({
      details: { fields: [{ field: "accept.milestones" }] },
    });
  });

  it("creates what was accepted for the review before", async () => {
    const key = await imported();
    const factor = (await findings(key)).find(({ kind }) => kind === "factor");
    await acceptFinding(ctx(), { key, id: factor?.id ?? "", when: "review" }, findingRecords);
    const review = await generate(key);
    expect((await listFactors(ctx(), { key: review.key })).items).toHaveLength(1);
  });

  it("is rejected for a cancelled incident, and creates nothing", async () => {
    const key = await imported();
    const { version } = await incident(key);
    await cancelIncident(ctx(), { key, version, reason: "Entered twice" });
    await expect(generate(key)).rejects.toMatchObject({ code: "rule", details: { rule: "incident_cancelled" } });
    expect((await incident(key)).reviews).toEqual([]);
  });

  it("rejects names and findings that aren't offered, and changes nothing", async () => {
    const key = await imported();
    const other = await imported();
    const [foreign] = await findings(other);
    await expect(generate(key, { milestones: ["closed"] })).rejects.toMatchObject({ code: "invalid" });
    await expect(generate(key, { milestones: true, findings: [foreign?.id ?? ""] })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await setMilestones(key)).toEqual([]);
    expect((await incident(key)).reviews).toEqual([]);
  });

  it("of a past incident is due from its entry on", async () => {
    const key = await imported();
    const review = await generate(key, { milestones: true });
    const today = new Date().toISOString().slice(0, 10);
    expect((review.dueAt ?? "") >= addDays(today, 10)).toBe(true);
  });
});

describe("undoing it", () => {
  it("undoes milestones, state, findings and their records, and keeps the text", async () => {
    const key = await imported();
    const review = await generate(key, { milestones: true, findings: true });
    const undone = await undoGeneration(ctx(), { key: review.key, version: review.version }, findingRecords);
    expect(undone).toMatchObject({ review: { archived: true, accepted: null }, stays: [] });
    expect(await setMilestones(key)).toEqual([]);
    expect(await incident(key)).toMatchObject({ status: "open", resolvedAt: null, openActions: 0, reviews: [] });
    expect((await findings(key)).map(({ state, became }) => [state, became])).toEqual([
      ["waiting", null],
      ["waiting", null],
      ["waiting", null],
      ["waiting", null],
    ]);
    expect(await textOf(review.key)).toContain("52 minutes");
  });

  it("keeps what someone changed since, and names it", async () => {
    const key = await imported();
    const review = await generate(key, { milestones: true, findings: true });
    const action = (await findings(key)).find(({ became }) => became?.noun === "action_item")?.became?.key ?? "";
    await updateActionItem(ctx(), { key: action, version: 1, title: "Alert on lost sessions" });
    const { suggestions, milestones } = await incidentMetrics(ctx(), { key });
    expect(suggestions.map(({ name }) => name)).not.toContain("detected");
    const detected = milestones.find(({ name }) => name === "detected")?.eventId ?? "";
    await setMilestone(ctx(), { key, name: "detected", eventId: detected, notApplicable: false });
    const { stays } = await undoGeneration(ctx(), { key: review.key, version: review.version }, findingRecords);
    expect(stays).toEqual([action]);
    expect(await setMilestones(key)).toEqual(["detected"]);
  });

  it("is rejected with a stale version, and once the draft has moved on", async () => {
    const key = await imported();
    const review = await generate(key, { milestones: true });
    const stale = undoGeneration(ctx(), { key: review.key, version: review.version + 1 }, findingRecords);
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    await database.prisma.review.update({ where: { id: review.id }, data: { status: "in_review" } });
    const late = undoGeneration(ctx(), { key: review.key, version: review.version }, findingRecords);
    await expect(late).rejects.toMatchObject({ code: "rule", details: { rule: "not_a_draft" } });
    expect((await getReview(ctx(), { key: review.key })).archived).toBe(false);
  });
});
