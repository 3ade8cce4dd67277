import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import { savePolicy } from "#server/across/policy/index.ts";
import { addEvidenceTo, createActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { createIncident, getIncident, updateIncident } from "#server/incidents/incident/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { createService } from "#server/people/service/index.ts";
import { createTeam } from "#server/people/team/index.ts";
import { generateReview, getReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { removeDemo } from "./index.ts";

let database: TestDatabase;
let demoAdmin: UserActor;
let demoMember: UserActor;
const ctx = (actor: UserActor) => makeContext(database.prisma, actor);

const incidentInput = { severity: 2, kind: "incident", timeZone: "UTC", impactText: "", restricted: false } as const;
const newIncident = (actor: UserActor, title: string, serviceIds: string[] = []) =>
  createIncident(ctx(actor), { ...incidentInput, title, serviceIds, resolvedAt: null });
const newAction = (actor: UserActor, title: string, incidentKey: string) =>
  createActionItem(ctx(actor), {
    ...{ title, incidentKey, type: "prevent", priority: "P2", description: "", doneWhen: "" },
    ...{ ownerId: null, teamId: null, trackerUrl: null, factorIds: [], changeKeys: [] },
  });
const mark = (table: string, id: string) =>
  database.pool.query(`UPDATE "${table}" SET demo = true WHERE id = $1`, [id]);

beforeAll(async () => {
  database = await testDatabase();
  demoAdmin = await makeUser(database.prisma, "admin", "Demo Admin");
  demoMember = await makeUser(database.prisma, "member", "Demo Member");
  for (const { id } of [demoAdmin, demoMember]) await mark("user", id);
});
afterAll(() => database.close());

describe("removing the demo data", () => {
  it("is rejected while no one else could administer Afterword", async () => {
    const refusal = await removeDemo(ctx(demoAdmin)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: "rule", details: { rule: "admin_needed" } });
    const disabled = await makeUser(database.prisma, "admin", "Gone Admin");
    await database.prisma.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    await expect(removeDemo(ctx(demoAdmin))).rejects.toMatchObject({ details: { rule: "admin_needed" } });
    expect(await database.prisma.user.count({ where: { demo: true } })).toBe(2);
  });

  it("can be done by an admin only", async () => {
    await expect(removeDemo(ctx(await makeUser(database.prisma, "tpm")))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("deletes demo records with their parts and keeps records of people", async () => {
    const admin = await makeUser(database.prisma, "admin", "Real Admin");
    const team = { managerId: null, parentId: null, memberIds: [] };
    const parent = await createTeam(ctx(demoAdmin), { ...team, name: "Parent" });
    const used = await createTeam(ctx(demoAdmin), {
      ...team,
      name: "Used",
      parentId: parent.id,
      memberIds: [admin.id],
    });
    const unused = await createTeam(ctx(demoAdmin), { ...team, name: "Unused" });
    const service = (name: string) =>
      createService(ctx(demoAdmin), { name, description: "", ownerTeamId: null, availabilityTarget: 99.8 });
    const [kept, dropped, named] = [await service("Kept"), await service("Dropped"), await service("Of a policy")];
    for (const { id } of [parent, used, unused]) await mark("team", id);
    for (const { id } of [kept, dropped, named]) await mark("service", id);
    const scope = { serviceIds: [named.id], teamIds: [], severities: [], priorities: [] };
    const policy = { scope, values: {}, archived: false, movePast: false };
    await savePolicy(ctx(admin), { ...policy, name: "Narrow" });
    for (const [name, changedById] of [
      ["Of the demo", demoAdmin.id],
      ["Changed since", admin.id],
    ] as const) {
      const { id } = await savePolicy(ctx(admin), { ...policy, name });
      await database.prisma.policy.update({ where: { id }, data: { demo: true, changedById } });
    }

    const demo = await newIncident(demoMember, "Demo incident", [kept.id, dropped.id]);
    await mark("incident", demo.id);
    const demoAction = await newAction(demoMember, "Demo action", demo.key);
    await mark("action_item", demoAction.id);
    const proof = { kind: "file", method: "Drill", file: new File(["3 min 40 s"], "drill.log") } as const;
    await addEvidenceTo(ctx(demoAdmin), { key: demoAction.key, version: demoAction.version, ...proof });
    const review = await generateReview(ctx(demoMember), { key: demo.key, template: "quick" }, findingRecords);
    const ownAction = await newAction(admin, "Found while reading the demo", demo.key);
    const own = await newIncident(demoMember, "Our own incident", [kept.id]);
    await updateIncident(ctx(admin), {
      ...{ key: own.key, version: own.version },
      roles: [{ role: "commander", userId: demoMember.id, name: null }],
    });
    await database.prisma.userSession.create({
      data: { id: crypto.randomUUID(), userId: demoAdmin.id, expiresAt: new Date(Date.now() + 60_000) },
    });

    const removed = await removeDemo(ctx(demoAdmin));
    expect(removed).toEqual({ incidents: 1, reviews: 1, actions: 1, changes: 0, people: 2, kept: [] });

    const { prisma } = database;
    expect(await prisma.userSession.count()).toBe(0);
    expect(await prisma.documentHead.count()).toBe(0);
    expect(await prisma.storedFile.count()).toBe(0);
    await expect(getReview(ctx(admin), { key: review.key })).rejects.toMatchObject({ code: "not_found" });
    const action = await prisma.actionItem.findUniqueOrThrow({ where: { id: ownAction.id } });
    expect(action).toMatchObject({ incidentId: null, demo: false });
    const policies = await prisma.policy.findMany({ orderBy: { name: "asc" } });
    expect(policies.map(({ name, demo }) => [name, demo])).toEqual([
      ["Changed since", false],
      ["Narrow", false],
    ]);
    const services = await prisma.service.findMany({ orderBy: { name: "asc" } });
    expect(services.map(({ name, demo }) => [name, demo])).toEqual([
      ["Kept", false],
      ["Of a policy", false],
    ]);
    const teams = await prisma.team.findMany({ orderBy: { name: "asc" } });
    expect(teams.map(({ name, demo }) => [name, demo])).toEqual([
      ["Parent", false],
      ["Used", false],
    ]);
    const incident = await getIncident(ctx(admin), { key: own.key });
    expect(incident.roles).toEqual([{ role: "commander", userId: null, name: "Demo Member" }]);
    expect(incident.createdBy).toBeNull();
    const entries = await prisma.auditEntry.findMany({ orderBy: { at: "asc" } });
    expect(entries.at(-1)).toMatchObject({ action: "demo.removed", actorLabel: "Demo Admin" });
    expect(entries.filter(({ nounId }) => nounId === demo.id)).toEqual([]);
    expect(entries.some(({ nounId }) => nounId === ownAction.id)).toBe(true);
    const ended = await prisma.outboxEvent.findMany({ where: { topic: "access.changed" } });
    expect(ended.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([{ userId: demoAdmin.id }, { userId: demoMember.id }, { reviewId: review.id }]),
    );
  });

  it.each<[string, (worker: UserActor, key: string) => Promise<unknown>]>([
    ["generated its review", (worker, key) => generateReview(ctx(worker), { key, template: "quick" }, findingRecords)],
    ["wrote in the text of its review", (worker, key) => writeText(worker, key)],
    ["added an event", (worker, key) => addEvent(ctx(worker), event(key))],
    [
      "imported notes",
      (worker, key) => createImport(ctx(worker), { key, filename: "n.md", content: "2026-01-02 10:00 UTC paged\n" }),
    ],
    [
      "renamed it",
      (worker, key) => updateIncident(ctx(worker), { key, version: 1, title: "As we call it" }).then(() => undefined),
    ],
    [
      "used the command line",
      (_worker, key) =>
        addEvent(makeContext(database.prisma, { kind: "system", label: "cli" }), event(key)).then(() => undefined),
    ],
  ])("keeps all of a demo incident in which someone %s, and removes the next one", async (_what, work) => {
    const [worker, demo] = [
      await makeUser(database.prisma, "admin", "Worker"),
      await makeUser(database.prisma, "admin"),
    ];
    await mark("user", demo.id);
    const touched = await newIncident(demo, "Touched");
    const untouched = await newIncident(demo, "Untouched");
    const action = await newAction(demo, "Of the touched one", touched.key);
    await newAction(demo, "Of the untouched one", untouched.key);
    for (const { id } of [touched, untouched]) await mark("incident", id);
    await database.prisma.actionItem.updateMany({ where: { createdById: demo.id }, data: { demo: true } });
    await work(worker, touched.key);
    const removed = await removeDemo(ctx(worker));
    expect(removed).toMatchObject({ incidents: 1, actions: 1, kept: [touched.key] });
    expect(await getIncident(ctx(worker), { key: touched.key })).toMatchObject({ demo: false });
    expect(await database.prisma.actionItem.findUnique({ where: { id: action.id } })).toMatchObject({ demo: false });
    await expect(getIncident(ctx(worker), { key: untouched.key })).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps an action that someone changed, without its demo incident", async () => {
    const [worker, demo] = [
      await makeUser(database.prisma, "admin", "Worker"),
      await makeUser(database.prisma, "admin"),
    ];
    await mark("user", demo.id);
    const incident = await newIncident(demo, "Demo");
    await mark("incident", incident.id);
    const action = await newAction(demo, "Sign the agreement", incident.key);
    await mark("action_item", action.id);
    await updateActionItem(ctx(worker), { key: action.key, version: action.version, title: "Sign it" });
    expect(await removeDemo(ctx(worker))).toMatchObject({ incidents: 1, actions: 0, kept: [action.key] });
  });
});

const event = (key: string) =>
  ({ key, at: null, precision: "unknown", kind: "observation", title: "Seen", body: "" }) as const;

/** As after an edit of the document: only the log shows who wrote. */
async function writeText(worker: UserActor, key: string): Promise<void> {
  const demo = await database.prisma.user.findFirstOrThrow({ where: { demo: true } });
  const actor: UserActor = { ...worker, id: demo.id };
  const { id } = await generateReview(ctx(actor), { key, template: "quick" }, findingRecords);
  const { documentId } = await database.prisma.review.findUniqueOrThrow({ where: { id } });
  await database.prisma.documentClient.create({ data: { documentId, clientId: 7n, userId: worker.id } });
}
