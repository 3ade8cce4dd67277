import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { createFactor, updateFactor } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createStrategicChange, updateStrategicChange } from "#server/follow/strategic-change/index.ts";
import { addWindow, changeWindow } from "#server/incidents/impact/index.ts";
import {
  archiveIncident,
  cancelIncident,
  createIncident,
  restoreIncident,
  restrictIncident,
  updateIncident,
} from "#server/incidents/incident/index.ts";
import { addEvent, updateEvent } from "#server/incidents/timeline/index.ts";
import { createService, updateService } from "#server/people/service/index.ts";
import { createTeam, updateTeam } from "#server/people/team/index.ts";
import { archiveReview, generateReview, updateReview, waiveGate } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";

let database: TestDatabase;
let admin: UserActor;
const ctx = () => makeContext(database.prisma, admin);

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin", "Ada");
});
afterAll(() => database.close());

/** Input that an action takes in addition to the change: where, which version, and why. */
const NOT_CHANGED = new Set(["key", "id", "version", "dueReason"]);

const newIncident = () =>
  createIncident(ctx(), {
    ...{ title: "Mail is late", severity: 2, kind: "incident", serviceIds: [], timeZone: "UTC", impactText: "" },
    ...{ startedAt: "2026-01-10T09:00:00.000Z", resolvedAt: "2026-01-10T10:00:00.000Z", restricted: false },
  });
const newReview = async () => {
  const { key } = await newIncident();
  return generateReview(ctx(), { key, template: "quick" }, findingRecords);
};
const newService = (name: string) =>
  createService(ctx(), { name, description: "", ownerTeamId: null, availabilityTarget: 99 });
const newFactor = (key: string, statement: string) =>
  createFactor(ctx(), {
    ...{ key, statement, detail: "", role: "contributor", domains: [], status: "hypothesis", evidence: [] },
  });
const newAction = (more: { incidentKey?: string; factorIds?: string[] } = {}) =>
  createActionItem(ctx(), {
    ...{ title: "Alert on it", type: "prevent", priority: "P2", description: "", doneWhen: "", ownerId: null },
    ...{ teamId: null, trackerUrl: null, factorIds: [], changeKeys: [], dueDate: "2026-10-31", ...more },
  });

/** One change of every field that an action accepts. The values before have the same names and forms as those after. */
const CHANGES: Record<string, () => Promise<object>> = {
  "an incident": async () => {
    const { key } = await newIncident();
    const { id: serviceId } = await newService("Mail");
    const instants = { startedAt: "2026-01-10T08:00:00.000Z", resolvedAt: "2026-01-10T11:00:00.000Z" };
    const roles = [{ role: "commander" as const, userId: admin.id, name: null }];
    const fields = { title: "Mail", kind: "drill", status: "resolved", timeZone: "Europe/Dublin" } as const;
    const more = { impactText: "x", impactUnknown: true, serviceIds: [serviceId], roles };
    await updateIncident(ctx(), { key, version: 1, ...fields, ...instants, ...more });
    const was = { title: "Mail is late", kind: "incident", status: "resolved", timeZone: "UTC", impactText: "" };
    const wasInstants = { startedAt: "2026-01-10T09:00:00.000Z", resolvedAt: "2026-01-10T10:00:00.000Z" };
    return { ...was, ...wasInstants, impactUnknown: false, serviceIds: [], roles: [] };
  },
  "the readers of an incident": async () => {
    const { key } = await newIncident();
    const other = await makeUser(database.prisma, "member", "Other");
    const restrict = (version: number, userIds: string[]) =>
      restrictIncident(ctx(), { key, version, restricted: true, userIds, teamIds: [] });
    await restrict(1, [other.id]);
    await restrict(2, []);
    return { restricted: true, userIds: [other.id], teamIds: [] };
  },
  "an incident that is cancelled": async () => {
    const { key } = await newIncident();
    await cancelIncident(ctx(), { key, version: 1, reason: "Made by mistake" });
    return { status: "resolved", cancelReason: null, archivedAt: null };
  },
  "an incident that comes back": async () => {
    const { key } = await newIncident();
    await archiveIncident(ctx(), { key, version: 1 });
    await restoreIncident(ctx(), { key, version: 2 });
    return { archivedAt: expect.stringMatching(/T.*Z$/) };
  },
  "an event": async () => {
    const { key } = await newIncident();
    const at = { at: "2026-01-10T09:10:00.000Z", precision: "minute", kind: "observation" } as const;
    const { id } = await addEvent(ctx(), { key, ...at, title: "Load rises", body: "" });
    const change = { at: "2026-01-10T09:11:00.000Z", title: "Load falls", pinned: true, removed: true };
    await updateEvent(ctx(), { key, id, version: 1, ...change });
    return { at: at.at, title: "Load rises", pinned: false, removed: false };
  },
  "an impact window": async () => {
    const { key } = await newIncident();
    const [one, other] = [await newService("One"), await newService("Other")];
    const was = { from: "2026-01-10T09:00:00.000Z", to: null, weight: 1, basis: "estimated", reason: "" } as const;
    const { id } = await addWindow(ctx(), { key, serviceId: one.id, ...was });
    const change = { from: "2026-01-10T09:05:00.000Z", to: "2026-01-10T09:30:00.000Z", weight: 0.5, reason: "y" };
    await changeWindow(ctx(), { key, id, version: 1, serviceId: other.id, ...change, removed: true });
    return { serviceId: one.id, ...was, basis: undefined, removed: false };
  },
  "a review": async () => {
    const { key, version } = await newReview();
    const people = { ownerId: null, facilitatorId: admin.id, authorIds: [], approverIds: [admin.id], readerIds: [] };
    const was = { title: "Mail is late", ownerId: admin.id, facilitatorId: null, authorIds: [admin.id] };
    const { dueAt } = await updateReview(ctx(), { key, version, dueAt: "2026-02-01" });
    const change = { title: "Late mail", ...people, dueAt: "2026-03-01", meetingOn: "2026-02-20" };
    await updateReview(ctx(), { key, version: version + 1, ...change });
    return { ...was, approverIds: [], readerIds: [], dueAt, meetingOn: null };
  },
  "a review that is put away": async () => {
    const { key, version } = await newReview();
    await archiveReview(ctx(), { key, version });
    return { archivedAt: null };
  },
  "a waiver": async () => {
    const { key } = await newReview();
    await waiveGate(ctx(), { key, gate: "milestones_set", reason: "None are known" });
    await waiveGate(ctx(), { key, gate: "milestones_set", reason: "Nobody wrote them down" });
    return { gate: "milestones_set", reason: "None are known" };
  },
  "a factor": async () => {
    const review = await newReview();
    const first = await newFactor(review.key, "No alert");
    const { id } = await newFactor(review.key, "No limit");
    const event = { at: "2026-01-10T09:10:00.000Z", precision: "minute", kind: "observation", body: "" } as const;
    const { id: eventId } = await addEvent(ctx(), { key: review.incident.key, ...event, title: "Load rises" });
    const evidence = [{ eventId, stance: "for" as const }];
    await updateFactor(ctx(), { id, version: 1, evidence });
    const change = { statement: "No quota", detail: "x", evidence: [], afterFactorId: null, removed: true };
    await updateFactor(ctx(), { id, version: 2, ...change, domains: [], acceptedReason: "Cheap" });
    const was = { statement: "No limit", detail: "", evidence, afterFactorId: first.id, removed: false };
    return { ...was, domains: [], acceptedReason: null };
  },
  "an action": async () => {
    const review = await newReview();
    const { id: factorId } = await newFactor(review.key, "No alert");
    const { key: incidentKey } = await newIncident();
    const { key } = await newAction({ incidentKey });
    await updateActionItem(ctx(), { key, version: 1, factorIds: [factorId], archived: true });
    const change = { title: "Alert", description: "x", type: "detect", priority: "P3", doneWhen: "it pages" } as const;
    const more = { dueDate: "2026-11-30", factorIds: [], archived: false, ownerId: admin.id, incidentKey: null };
    await updateActionItem(ctx(), { key, version: 2, ...change, ...more, teamId: null, trackerUrl: null });
    const was = { title: "Alert on it", description: "", type: "prevent", priority: "P2", doneWhen: "", ownerId: null };
    const links = { factorIds: [factorId], archived: true, incidentKey, teamId: null, trackerUrl: null };
    return { ...was, ...links, dueDate: "2026-10-31" };
  },
  "a strategic change": async () => {
    const review = await newReview();
    const { id: factorId } = await newFactor(review.key, "No alert");
    const action = await newAction();
    const was = { title: "Alerts", problem: "", expectedEffect: "", targetQuarter: "2026-Q4", ownerId: admin.id };
    const links = { sponsorId: null, teamId: null, factorIds: [factorId], actionKeys: [action.key] };
    const { key } = await createStrategicChange(ctx(), { ...was, ...links });
    const change = { title: "All alerts", problem: "x", expectedEffect: "y", targetQuarter: null, ownerId: null };
    const more = { sponsorId: admin.id, teamId: null, factorIds: [], actionKeys: [], archived: true };
    await updateStrategicChange(ctx(), { key, version: 1, ...change, ...more });
    return { ...was, ...links, archived: false };
  },
  "a service": async () => {
    const { id } = await newService("Post");
    await updateService(ctx(), { id, version: 1, name: "Post office", ownerTeamId: null, archived: true });
    return { name: "Post", ownerTeamId: null, archived: false };
  },
  "a team": async () => {
    const fields = { managerId: admin.id, parentId: null, memberIds: [admin.id] };
    const { id } = await createTeam(ctx(), { name: "Post", ...fields });
    const change = { name: "Office", managerId: null, parentId: null, memberIds: [], archived: true };
    await updateTeam(ctx(), { id, version: 1, ...change });
    return { name: "Post", ...fields, archived: false };
  },
};

it.each(Object.entries(CHANGES))(
  "records of %s every field before the change, in the same form as after it",
  async (_, make) => {
    const expected = await make();
    const entry = await database.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(entry.before).toMatchObject(dropped(expected));
    const asked = Object.keys(entry.after as object).filter((name) => !NOT_CHANGED.has(name));
    expect(Object.keys(entry.before as object)).toEqual(expect.arrayContaining(asked));
  },
);

const dropped = (value: object) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
