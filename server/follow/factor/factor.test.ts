import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Factor } from "#lib/contract/factor.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createFactor, listFactors, updateFactor } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let viewer: UserActor;
let key: string;
let eventId: string;
let foreignEventId: string;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const blank = { detail: "", role: "contributor", domains: [], status: "hypothesis", evidence: [] } as const;
const create = (statement: string, actor = member) =>
  createFactor(as(actor), { key, ...blank, domains: [], evidence: [], statement });
const incidentWithEvent = async () => {
  const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
  const incident = await createIncident(as(member), { ...fields, serviceIds: [], title: "Mail is late", severity: 3 });
  const event = await addEvent(as(member), {
    key: incident.key,
    at: "2026-01-10T14:00:00Z",
    precision: "minute",
    kind: "alert_fired",
    title: "Alert",
    body: "",
  });
  return { incident, event };
};

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  viewer = await makeUser(database.prisma, "viewer");
  const { incident, event } = await incidentWithEvent();
  eventId = event.id;
  foreignEventId = (await incidentWithEvent()).event.id;
  key = (await generateReview(as(member), { key: incident.key, template: "quick" }, findingRecords)).key;
});
afterAll(() => database.close());

describe("factors", () => {
  it("are numbered within their review and state what they lack", async () => {
    const first = await create("The prompt did not tell the hosts apart");
    const second = await create("Backups were not watched");
    expect(Factor.parse(first)).toEqual(first);
    expect(second.number).toBe(first.number + 1);
    expect(first.holes.map((hole) => hole.code)).toEqual(["no_answer"]);
    const supported = await updateFactor(as(member), { id: first.id, version: 1, status: "supported" });
    expect(supported.holes.map((hole) => hole.code)).toEqual(["no_evidence", "no_answer"]);
    const shown = await updateFactor(as(member), {
      id: first.id,
      version: 2,
      evidence: [{ eventId, stance: "for" }],
      acceptedReason: "The risk is small",
    });
    expect(shown.holes).toEqual([]);
    expect(shown.evidence).toEqual([expect.objectContaining({ eventId, stance: "for" })]);
  });

  it("accept only evidence from the timeline of their own incident", async () => {
    const factor = await create("Nobody owned restoring");
    const wrong = updateFactor(as(member), {
      id: factor.id,
      version: 1,
      evidence: [{ eventId: foreignEventId, stance: "for" }],
    });
    await expect(wrong).rejects.toMatchObject({ code: "invalid" });
    expect((await listFactors(as(member), { key })).items.find((one) => one.id === factor.id)).toMatchObject({
      version: 1,
      evidence: [],
    });
  });

  it("report conflicts, leave the list when removed, and can be restored", async () => {
    const factor = await create("Alert was muted");
    await updateFactor(as(member), { id: factor.id, version: 1, statement: "The alert was muted for a week" });
    await expect(updateFactor(as(member), { id: factor.id, version: 1, statement: "x" })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { statement: "The alert was muted for a week" } },
    });
    const listed = async () => (await listFactors(as(member), { key })).items.some((one) => one.id === factor.id);
    await updateFactor(as(member), { id: factor.id, version: 2, removed: true });
    expect(await listed()).toBe(false);
    await updateFactor(as(member), { id: factor.id, version: 3, removed: false });
    expect(await listed()).toBe(true);
  });

  it("are moved after another and to the top", async () => {
    const a = await create("A");
    const b = await create("B");
    const order = async () => (await listFactors(as(member), { key })).items.map((one) => one.id);
    await updateFactor(as(member), { id: a.id, version: 1, afterFactorId: b.id });
    expect((await order()).indexOf(a.id)).toBe((await order()).indexOf(b.id) + 1);
    await updateFactor(as(member), { id: b.id, version: 1, afterFactorId: null });
    expect((await order())[0]).toBe(b.id);
  });

  it("state what they explain and who acted, and are filtered by that", async () => {
    const factor = await createFactor(as(member), {
      ...{ key, ...blank, domains: ["automation"], evidence: [], statement: "The agent restarted every node at once" },
      ...{ explains: ["impact", "detection"], actedBy: "agent" },
    });
    expect(factor).toMatchObject({ domains: ["automation"], explains: ["impact", "detection"], actedBy: "agent" });
    const found = async (explains: "detection" | "response") =>
      (await listFactors(as(member), { key, explains })).items.map(({ id }) => id);
    expect(await found("detection")).toEqual([factor.id]);
    const changed = await updateFactor(as(member), {
      ...{ id: factor.id, version: 1 },
      ...{ explains: ["response"], actedBy: null },
    });
    expect(changed).toMatchObject({ explains: ["response"], actedBy: null });
    expect(await found("detection")).toEqual([]);
    expect(await found("response")).toEqual([factor.id]);
  });

  it("can't be written by a viewer, nor read in a draft", async () => {
    await expect(listFactors(as(viewer), { key })).rejects.toMatchObject({ code: "forbidden" });
    await expect(create("x", viewer)).rejects.toMatchObject({ code: "forbidden" });
  });
});
