import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Review } from "#lib/contract/review.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { createActionItem } from "#server/follow/action-item/index.ts";
import { createFactor } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident, getIncident, restrictIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent, setMilestone } from "#server/incidents/timeline/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  archiveReview,
  generateReview,
  getReview,
  listReviews,
  listStaleDrafts,
  moveReviewStatus,
  restoreReview,
  reviewContent,
  reviewGates,
  updateReview,
  waiveGate,
} from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let other: UserActor;
let facilitator: UserActor;
let tpm: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);

/** An incident with two events, both milestones of the impact set, and its review. */
async function newReview(
  template: "quick" | "standard" | "major" = "quick",
): Promise<{ incidentKey: string; key: string }> {
  const fields = {
    kind: "incident",
    timeZone: "UTC",
    impactText: "Mail was late by an hour",
    restricted: false,
    resolvedAt: "2026-01-10T15:00:00Z",
  } as const;
  const incident = await createIncident(as(member), {
    ...fields,
    serviceIds: [],
    title: "Mail | is *late*",
    severity: 2,
    startedAt: "2026-01-10T14:00:00Z",
  });
  const at = (time: string) => `2026-01-10T${time}:00Z`;
  const add = (time: string, kind: "impact_started" | "resolved", title: string) =>
    addEvent(as(member), { key: incident.key, at: at(time), precision: "minute", kind, title, body: "" });
  const started = await add("14:01", "impact_started", "Queue grows past <10 min>");
  const ended = await add("14:40", "resolved", "Queue is empty");
  for (const [name, eventId] of [
    ["impact_started", started.id],
    ["detected", started.id],
    ["mitigated", ended.id],
    ["resolved", ended.id],
  ] as const) {
    await setMilestone(as(member), { key: incident.key, name, eventId, notApplicable: false });
  }
  const review = await generateReview(as(member), { key: incident.key, template }, findingRecords);
  return { incidentKey: incident.key, key: review.key };
}
const waiveAll = async (key: string) => {
  for (const gate of (await reviewGates(as(tpm), { key })).gates)
    if (!gate.ok) await waiveGate(as(tpm), { key, gate: gate.code, reason: "Small enough" });
};
const move = async (
  actor: UserActor,
  key: string,
  to: "in_review" | "reviewed" | "published" | "closed" | "cancelled",
  reason?: string,
) =>
  moveReviewStatus(as(actor), {
    key,
    version: (await getReview(as(tpm), { key })).version,
    to,
    ...(reason ? { reason } : {}),
  });

const unsaid = { detail: "", role: "contributor", status: "hypothesis" } as const;
const factorOf = (key: string) => ({ ...unsaid, key, domains: [], evidence: [] });

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member");
  other = await makeUser(database.prisma, "member", "other");
  facilitator = await makeUser(database.prisma, "facilitator");
  tpm = await makeUser(database.prisma, "tpm");
});
afterAll(() => database.close());

describe("generating", () => {
  it("fills what the facts can fill, asks for the rest, and creates text and row together", async () => {
    const { key } = await newReview("standard");
    const review = await getReview(as(other), { key });
    expect(Review.parse(review)).toEqual(review);
    expect(review).toMatchObject({ status: "draft", template: "standard", owner: { id: member.id } });
    const { json } = await reviewContent(as(other), { key });
    const types = new Set((json.content as DocumentNode[]).map((node) => node.type));
    expect([...types]).toEqual(expect.arrayContaining(["heading", "liveBlock", "draftBlock", "guidance"]));
    expect(await database.prisma.documentHead.count()).toBe(await database.prisma.review.count());
  });

  it("leaves no text behind if it is rejected", async () => {
    const before = await database.prisma.documentHead.count();
    await expect(
      generateReview(as(member), { key: "INC-999999", template: "quick" }, findingRecords),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await database.prisma.documentHead.count()).toBe(before);
  });
});

describe("changed facts", () => {
  it("offer to update drafts that no one edited", async () => {
    const { incidentKey, key } = await newReview();
    expect((await listStaleDrafts(as(member), { key })).items).toEqual([]);
    const incident = await getIncident(as(member), { key: incidentKey });
    await updateIncident(as(member), {
      key: incidentKey,
      version: incident.version,
      impactText: "Mail was lost, not only late",
    });
    const { items } = await listStaleDrafts(as(member), { key });
    expect(items.length).toBeGreaterThan(0);
    expect(items.some((item) => item.after !== item.before)).toBe(true);
  });
});

describe("moving the status", () => {
  it("is rejected with every open gate named, and allowed once a TPM has waived them", async () => {
    const { key } = await newReview();
    await expect(move(member, key, "in_review")).rejects.toMatchObject({
      code: "rule",
      details: { rule: "gates_open" },
    });
    await expect(waiveGate(as(facilitator), { key, gate: "factors_enough", reason: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await waiveAll(key);
    expect(await move(member, key, "in_review")).toMatchObject({ status: "in_review" });
  });

  it("lets the owner submit it, but only a facilitator mark it as reviewed", async () => {
    const { key } = await newReview();
    await waiveAll(key);
    await expect(move(other, key, "in_review")).rejects.toMatchObject({ code: "forbidden" });
    await move(member, key, "in_review");
    await waiveAll(key);
    await expect(move(member, key, "reviewed")).rejects.toMatchObject({ code: "forbidden" });
    await expect(move(facilitator, key, "reviewed")).resolves.toMatchObject({ status: "reviewed" });
  });

  it("counts a meeting as held on its day in the incident's zone, and no earlier", async () => {
    const { key } = await newReview("standard");
    const asOf = (now: string) => makeContext(database.prisma, facilitator, () => new Date(now));
    await move(member, key, "in_review").catch(() => null);
    const { version } = await getReview(as(tpm), { key });
    await updateReview(asOf("2026-02-01T10:00:00Z"), { key, version, meetingOn: "2026-02-03" });
    const gates = await reviewGates(as(tpm), { key });
    if (gates.to === "in_review") {
      await waiveAll(key);
      await move(tpm, key, "in_review");
    }
    const isHeld = async (now: string) =>
      (await reviewGates(asOf(now), { key })).gates.find(({ code }) => code === "meeting_held")?.ok;
    expect(await isHeld("2026-02-02T23:59:00Z")).toBe(false);
    expect(await isHeld("2026-02-03T00:01:00Z")).toBe(true);
  });

  it("stores the review's text when it is published", async () => {
    const { key } = await newReview();
    for (const to of ["in_review", "reviewed", "published"] as const) {
      await waiveAll(key);
      await move(tpm, key, to);
    }
    const [kept] = await database.prisma.reviewVersion.findMany({
      where: { review: { number: Number(key.slice(4)) }, status: "published" },
    });
    expect(kept?.markdown).toContain("Queue grows past");
    expect((await getReview(as(member), { key })).publishedAt).not.toBeNull();
  });

  it("takes factors while it is published, and can't go back to reviewed", async () => {
    const { key } = await newReview();
    for (const to of ["in_review", "reviewed", "published", "closed"] as const) {
      await waiveAll(key);
      await move(tpm, key, to);
      if (to !== "published" && to !== "closed") continue;
      await expect(createFactor(as(member), { ...factorOf(key), statement: "No alarm" })).resolves.toMatchObject({
        statement: "No alarm",
      });
      await expect(move(tpm, key, "reviewed")).rejects.toMatchObject({ details: { rule: "review_status_order" } });
    }
    await expect(move(member, key, "published")).resolves.toMatchObject({ status: "published" });
    expect(await database.prisma.auditEntry.count({ where: { action: "review.reopened" } })).toBe(1);
  });

  it("returns a stale version with the newer row", async () => {
    const { key } = await newReview();
    await updateReview(as(member), { key, version: 1, title: "Mail was late" });
    await expect(updateReview(as(member), { key, version: 1, title: "Other" })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { title: "Mail was late" } },
    });
  });

  it("cancels with a reason, archives, and restores its former state", async () => {
    const { key } = await newReview();
    await expect(move(member, key, "cancelled")).rejects.toMatchObject({
      code: "rule",
      details: { rule: "reason_needed" },
    });
    await move(member, key, "cancelled", "Made twice");
    const cancelled = await getReview(as(member), { key });
    expect(cancelled).toMatchObject({ status: "cancelled", abilities: { write: false } });
    expect(await restoreReview(as(member), { key, version: cancelled.version })).toMatchObject({ status: "draft" });
    const archived = await archiveReview(as(member), { key, version: cancelled.version + 1 });
    expect(archived.archived).toBe(true);
    const { items } = await listReviews(as(member), { limit: 200, mine: true, archived: false });
    expect(items.map((item) => item.key)).not.toContain(key);
  });
});

describe("people named on the review of a restricted incident", () => {
  const hidden = { code: "not_found" };
  const refused = { code: "forbidden" };
  async function restricted() {
    const { incidentKey, key } = await newReview();
    const letIn = async (userIds: string[]) => {
      const { version } = await getIncident(as(member), { key: incidentKey });
      return restrictIncident(as(member), { key: incidentKey, version, restricted: true, userIds, teamIds: [] });
    };
    await letIn([]);
    type People = Omit<Parameters<typeof updateReview>[1], "key" | "version">;
    const nameAs = async (actor: UserActor, people: People) =>
      updateReview(as(actor), { key, version: (await getReview(as(member), { key })).version, ...people });
    return { incidentKey, key, letIn, nameAs };
  }

  it("as readers can read that review and nothing more, as long as they are named", async () => {
    const { incidentKey, key, nameAs } = await restricted();
    for (const reader of [other, tpm]) {
      await expect(getReview(as(reader), { key })).rejects.toMatchObject(hidden);
      await nameAs(member, { readerIds: [reader.id] });
      const review = await getReview(as(reader), { key });
      expect(Object.entries(review.abilities).filter(([, may]) => may)).toEqual([]);
      await expect(getIncident(as(reader), { key: incidentKey })).rejects.toMatchObject(hidden);
      const title = updateReview(as(reader), { key, version: review.version, title: "Mine" });
      await expect(title).rejects.toMatchObject(refused);
      await expect(nameAs(reader, { readerIds: [facilitator.id] })).rejects.toMatchObject(refused);
      const told = await outboxOf(database, "record.changed", () => nameAs(member, { readerIds: [] }));
      expect(told).toContainEqual({ noun: "access", id: "lost", incidentId: null });
      await expect(getReview(as(reader), { key })).rejects.toMatchObject(hidden);
    }
  });

  it("work in it as owner, facilitator, author or approver, and lose the incident with the last of these roles", async () => {
    const { incidentKey, key, nameAs } = await restricted();
    const named = [{ facilitatorId: other.id }, { authorIds: [other.id] }, { approverIds: [other.id] }];
    const dropped = [{ facilitatorId: null }, { authorIds: [] }, { approverIds: [] }];
    for (const [at, people] of named.entries()) {
      await nameAs(member, people);
      await expect(getIncident(as(other), { key: incidentKey })).resolves.toMatchObject({ key: incidentKey });
      await nameAs(member, dropped[at] ?? {});
      await expect(getIncident(as(other), { key: incidentKey })).rejects.toMatchObject(hidden);
      await expect(getReview(as(other), { key })).rejects.toMatchObject(hidden);
    }
  });

  it("get access to the incident only from people who can restrict it", async () => {
    const { key, letIn, nameAs } = await restricted();
    await nameAs(member, { ownerId: other.id });
    for (const people of [
      { ownerId: tpm.id },
      { facilitatorId: tpm.id },
      { authorIds: [tpm.id] },
      { approverIds: [tpm.id] },
    ])
      await expect(nameAs(other, people)).rejects.toMatchObject(refused);
    await letIn([tpm.id]);
    const version = (await getReview(as(other), { key })).version;
    const handed = await updateReview(as(other), { key, version, ownerId: tpm.id });
    expect(handed).toMatchObject({ owner: { id: tpm.id } });
  });

  it("as authors name no readers, but owner, facilitator and the incident's creator do", async () => {
    const { nameAs } = await restricted();
    await nameAs(member, { authorIds: [other.id] });
    await expect(nameAs(other, { readerIds: [tpm.id] })).rejects.toMatchObject(refused);
    await nameAs(member, { authorIds: [], ownerId: other.id });
    await expect(nameAs(other, { readerIds: [tpm.id] })).resolves.toMatchObject({ readers: [{ id: tpm.id }] });
    await expect(nameAs(other, { readerIds: [tpm.id] })).resolves.toBeTruthy();
  });
});

describe("people with separate access to a restricted incident", () => {
  it("can read it even if a review no longer names them, until that access is removed too", async () => {
    const { incidentKey, key } = await newReview();
    const restrict = async (userIds: string[]) => {
      const { version } = await getIncident(as(member), { key: incidentKey });
      return restrictIncident(as(member), { key: incidentKey, version, restricted: true, userIds, teamIds: [] });
    };
    const approvers = async (approverIds: string[]) =>
      updateReview(as(member), { key, version: (await getReview(as(member), { key })).version, approverIds });
    const grantOf = async () =>
      (await getIncident(as(member), { key: incidentKey })).grants.find(({ userId }) => userId === other.id);

    await restrict([other.id]);
    await approvers([other.id]);
    expect(await grantOf()).toMatchObject({ given: true, named: true });
    await approvers([]);
    expect(await grantOf()).toMatchObject({ given: true, named: false });
    await expect(getIncident(as(other), { key: incidentKey })).resolves.toMatchObject({ key: incidentKey });
    await approvers([other.id]);
    await restrict([]);
    expect(await grantOf()).toMatchObject({ given: false, named: true });
    await approvers([]);
    expect(await grantOf()).toBeUndefined();
    await expect(getIncident(as(other), { key: incidentKey })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the export", () => {
  it("and what was stored when it was published contain nothing of another, restricted incident", async () => {
    const [open, secret] = [await newReview("standard"), await newReview()];
    const factor = await createFactor(as(member), { ...factorOf(open.key), statement: "The limit is shared" });
    const hidden = await createFactor(as(member), { ...factorOf(secret.key), statement: "The vault was open" });
    const plan = {
      type: "prevent",
      priority: "P3",
      description: "",
      doneWhen: "",
      teamId: null,
      trackerUrl: null,
    } as const;
    const made = { ...plan, ownerId: null, changeKeys: [] };
    const shown = await createActionItem(as(member), { ...made, title: "Split the limit", factorIds: [factor.id] });
    const ids = [hidden.id, factor.id];
    const kept = await createActionItem(as(member), { ...made, title: "Rotate the vault key", factorIds: ids });
    const { version } = await getIncident(as(member), { key: secret.incidentKey });
    const nobody = { userIds: [], teamIds: [] };
    await restrictIncident(as(member), { key: secret.incidentKey, version, restricted: true, ...nobody });
    for (const to of ["in_review", "reviewed", "published"] as const) {
      await waiveAll(open.key);
      await move(tpm, open.key, to);
    }
    // Its author can read both incidents, but the reader of the file might not.
    const exported = await (await exportReview(as(member), { key: open.key, format: "markdown" })).text();
    const where = { review: { number: Number(open.key.slice(4)) }, status: "published" } as const;
    const { markdown } = await database.prisma.reviewVersion.findFirstOrThrow({ where });
    for (const text of [exported, markdown]) {
      expect(text).toContain("The limit is shared");
      expect(text).toContain(shown.key);
      expect(text).not.toContain("vault");
      expect(text).not.toMatch(new RegExp(`${kept.key}\\b`));
    }
  });

  it("freezes live blocks and lets no text break the page", async () => {
    const { key } = await newReview("standard");
    const file = await exportReview(as(other), { key, format: "markdown" });
    const text = await file.text();
    expect(file.name).toBe(`${key}.md`);
    expect(text).toContain("# Mail \\| is \\*late\\*");
    expect(text).toContain("Queue grows past \\<10 min\\>");
    expect(text).toContain("39 m");
    expect(text).toMatch(/^Unknown: .*time to commander/m);
  });
});
