import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { LinkedIssue } from "#lib/contract/tracker.ts";
import { readConfig } from "#server/base/process/config.ts";
import {
  createActionItem,
  getActionItem,
  transitionActionItem,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { GithubServer } from "#server/testing/github-server.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import * as tracker from "./index.ts";

let database: TestDatabase;
let github: GithubServer;
let baseUrl: string;
let [admin, tpm, mia, viv]: UserActor[] = [];
const as = (actor: UserActor | undefined) => makeContext(database.prisma, actor as UserActor);
const job = () => makeContext(database.prisma, { kind: "system", label: "job" });

beforeAll(async () => {
  Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_PRIVATE_HOSTS: "127.0.0.1" }) });
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin", "Ada");
  tpm = await makeUser(database.prisma, "tpm", "Tess");
  mia = await makeUser(database.prisma, "member", "Mia");
  viv = await makeUser(database.prisma, "viewer", "Viv");
});
afterAll(async () => {
  await github.close();
  await database.close();
});
beforeEach(async () => {
  await github?.close();
  github = new GithubServer();
  baseUrl = await github.open();
  await database.prisma.tracker.deleteMany();
});

const connect = () =>
  tracker.createTracker(as(admin), {
    ...{
      vendor: "github",
      baseUrl,
      account: null,
      token: github.token,
      name: "Payments",
      targets: [github.project],
      teamIds: [],
    },
  });
const sync = () => tracker.syncIssues(job());
const newAction = async (title: string, more: object = {}) => {
  const input = {
    title,
    type: "repair",
    priority: "P2",
    description: "",
    doneWhen: "",
    ownerId: mia?.id ?? null,
  } as const;
  const empty = { teamId: null, trackerUrl: null, factorIds: [], changeKeys: [], dueDate: "2027-02-08" };
  const { key, version } = await createActionItem(as(tpm), { ...input, ...empty, ...more } as Parameters<
    typeof createActionItem
  >[1]);
  return transitionActionItem(as(mia), { key, version, to: "accepted" });
};
const read = (key: string) => getActionItem(as(tpm), { key });
const linkOf = async (key: string) => (await tracker.listIssues(as(tpm), { key })).items[0] as LinkedIssue;

/** An accepted action that is linked to an issue of the same title and date. */
async function linked(title = "Lock the table") {
  const connection = await connect();
  const issue = github.add(title);
  github.edit(issue.number, { milestone: github.due("2027-02-08") });
  const action = await newAction(title);
  await tracker.setTrackerPerson(as(admin), { id: connection.id, remoteId: "2", personId: mia?.id ?? null });
  const { found } = await tracker.findIssue(as(mia), { key: action.key, text: `#${issue.number}` });
  const at = { key: action.key, trackerId: connection.id, remoteId: found?.remoteId ?? "", dueDate: "here" as const };
  await tracker.linkIssue(as(mia), at);
  await sync();
  github.writes.length = 0;
  return { connection, key: action.key, number: issue.number };
}
const hookOf = (number: number, secret: string) => {
  const { headers, body } = github.hook(number, secret);
  return { headers, read: async () => body };
};
/** Has the issue read, as after a webhook. */
const look = async (trackerId: string) => {
  await tracker.lookAtTracker(as(admin), { id: trackerId });
  await sync();
};
const change = async (key: string, fields: object) => {
  const { version } = await read(key);
  await updateActionItem(as(tpm), { key, version, ...fields });
  await sync();
};

it("takes a title from there and sends one there, and writes each change once", async () => {
  const { connection, key, number } = await linked();
  const fields = { version: (await read(key)).version, title: "Lock the routing table" };
  await updateActionItem(as(tpm), { key, ...fields });
  await Promise.all([sync(), sync(), sync()]);
  expect(github.issues.get(number)?.title).toBe("Lock the routing table");
  expect(github.writes).toHaveLength(1);
  await look(connection.id);
  github.edit(number, { title: "Lock all tables" });
  await look(connection.id);
  expect((await read(key)).title).toBe("Lock all tables");
  await look(connection.id);
  expect(github.writes).toHaveLength(1);
  const { items } = await tracker.trackerLog(as(admin), { id: connection.id, refused: false, limit: 50 });
  expect(items.map(({ way, what, state }) => `${way} ${state} ${what}`)).toEqual(
    expect.arrayContaining(["to taken Title Lock the routing table", "from taken Title Lock all tables"]),
  );
});

it("moves an action to To verify when its issue is closed, never to Verified, with the person there as implementer", async () => {
  const { connection, key, number } = await linked();
  github.edit(number, { state: "closed", stateReason: "completed", assignees: [2] });
  await look(connection.id);
  const action = await read(key);
  expect([action.status, action.implementedBy?.name]).toEqual(["implemented", "Mia"]);
  expect(action.evidenceList[0]).toMatchObject({
    kind: "link",
    method: `Closed as completed: ${github.project}#${number}`,
  });
  await look(connection.id);
  expect([(await read(key)).status, github.issues.get(number)?.state]).toEqual(["implemented", "closed"]);
});

it("learns who is assigned there, so they can be matched, and then gives them what has no owner", async () => {
  const { connection, key, number } = await linked();
  await transitionActionItem(as(mia), { key, version: (await read(key)).version, to: "proposed" });
  await change(key, { ownerId: null });
  github.edit(number, { assignees: [3] });
  await look(connection.id);
  expect((await read(key)).owner).toBeNull();
  const { items } = await tracker.trackerPeople(as(admin), { id: connection.id });
  expect(items.find(({ remoteId }) => remoteId === "3")).toMatchObject({ name: "deploy-bot", person: null });
  await tracker.setTrackerPerson(as(admin), { id: connection.id, remoteId: "3", personId: tpm?.id ?? null });
  await sync();
  expect((await read(key)).owner?.name).toBe("Tess");
});

it("asks the owner when an issue is closed as not planned, and changes nothing", async () => {
  const { connection, key, number } = await linked();
  github.edit(number, { state: "closed", stateReason: "not_planned" });
  await look(connection.id);
  expect((await read(key)).status).toBe("accepted");
  const told = await database.prisma.notification.findMany({
    where: { userId: mia?.id ?? "" },
    orderBy: { createdAt: "desc" },
  });
  expect(told[0]?.subject).toBe(`Decline it? ${key} Lock the table`);
});

it("leaves a promised date that both sides changed to a person", async () => {
  const { connection, key, number } = await linked();
  github.edit(number, { milestone: github.due("2027-02-17"), title: "Lock it" });
  const { version } = await read(key);
  await updateActionItem(as(mia), { key, version, dueDate: "2027-02-22", dueReason: "Needs a quiet night" });
  await look(connection.id);
  const [held] = (await tracker.getTracker(as(admin), { id: connection.id })).conflictsNow;
  expect(held).toMatchObject({
    ...{ field: "dueDate", needsReason: true, agreed: "Mon 8 Feb 2027" },
    here: { value: "Mon 22 Feb 2027", by: "Mia", note: "Needs a quiet night" },
    there: { value: "Wed 17 Feb 2027" },
  });
  expect((await read(key)).title).toBe("Lock it");
  const link = await linkOf(key);
  const at = { key, issueId: link.id, version: link.version, field: "dueDate" as const };
  await expect(tracker.settleIssue(as(mia), { ...at, keep: "there" })).rejects.toMatchObject({ code: "rule" });
  const settled = await tracker.settleIssue(as(mia), { ...at, keep: "there", reason: "The other team needs it" });
  expect(settled.conflicts).toEqual([]);
  await expect(tracker.settleIssue(as(mia), { ...at, keep: "here" })).rejects.toMatchObject({ code: "conflict" });
  await sync();
  expect((await read(key)).dueDate).toBe("2027-02-17");
  expect(github.writes).toEqual([]);
});

it("writes the date there when someone keeps the one here", async () => {
  const { connection, key, number } = await linked();
  github.edit(number, { milestone: github.due("2027-02-17") });
  await updateActionItem(as(mia), {
    key,
    version: (await read(key)).version,
    dueDate: "2027-02-22",
    dueReason: "Later",
  });
  await look(connection.id);
  const link = await linkOf(key);
  await tracker.settleIssue(as(mia), { key, issueId: link.id, version: link.version, field: "dueDate", keep: "here" });
  await sync();
  expect((await linkOf(key)).dueDate).toBe("2027-02-22");
  expect((await linkOf(key)).conflicts).toEqual([]);
});

it("shows the rule that refuses a state from there, and leaves the state", async () => {
  const { connection, key, number } = await linked();
  await change(key, { title: "Mine" });
  github.edit(number, { state: "closed", stateReason: "completed" });
  const { version } = await read(key);
  await transitionActionItem(as(mia), { key, version, to: "proposed" });
  await look(connection.id);
  expect((await read(key)).status).toBe("proposed");
  expect((await linkOf(key)).conflicts[0]).toMatchObject({ field: "status", why: /cannot become To verify/ });
});

it("sends what a refused token left once someone connects again", async () => {
  const { connection, key, number } = await linked();
  github.token = "another";
  await change(key, { title: "Lock the routing table" });
  const refused = await tracker.getTracker(as(admin), { id: connection.id });
  expect(refused).toMatchObject({ state: "refused", problem: /401: Bad credentials/, waiting: 1 });
  const { version } = refused;
  await expect(tracker.updateTracker(as(admin), { id: connection.id, version, token: "wrong" })).rejects.toMatchObject({
    code: "invalid",
  });
  await tracker.updateTracker(as(admin), { id: connection.id, version, token: "another" });
  await sync();
  expect(github.issues.get(number)?.title).toBe("Lock the routing table");
  expect(JSON.stringify(await database.prisma.auditEntry.findMany({ where: { noun: "tracker" } }))).not.toContain(
    'another"',
  );
});

it("sends nothing of a restricted incident, cuts its links and lists what left", async () => {
  const connection = await connect();
  const incident = await createIncident(as(tpm), {
    ...{ title: "Leak", severity: 2, kind: "incident", serviceIds: [], resolvedAt: null, timeZone: "UTC" },
    ...{ impactText: "", restricted: false },
  });
  const action = await newAction("Rotate keys", { incidentKey: incident.key });
  const made = await tracker.createIssue(as(mia), {
    key: action.key,
    trackerId: connection.id,
    target: github.project,
  });
  expect(github.issues.get(1)).toMatchObject({ title: "Rotate keys", labels: ["priority: P2"] });
  await restrictIncident(as(tpm), { key: incident.key, version: 1, restricted: true, userIds: [], teamIds: [] });
  github.writes.length = 0;
  await change(action.key, { title: "Rotate the leaked keys" });
  expect(github.writes).toEqual([]);
  expect((await tracker.listIssues(as(tpm), { key: action.key })).items).toEqual([]);
  const left = await tracker.leftIssues(as(tpm), { key: incident.key });
  expect(left.items).toMatchObject([{ actionKey: action.key, ref: made.ref }]);
  await expect(tracker.findIssue(as(tpm), { key: action.key, text: "#1" })).rejects.toMatchObject({ code: "rule" });
});

it("takes only signed webhooks, and a poll finds what no webhook brought", async () => {
  const { connection, key, number } = await linked();
  const { secret } = await tracker.renewHookSecret(as(admin), { id: connection.id, version: connection.version });
  github.edit(number, { title: "By webhook" });
  const trackerId = connection.id;
  expect(await tracker.receiveTrackerHook(job(), { trackerId, ...hookOf(number, "forged") })).toBe("refused");
  expect(await sync()).toBe(0);
  expect(await tracker.receiveTrackerHook(job(), { trackerId, ...hookOf(number, secret) })).toBe("taken");
  await sync();
  expect((await read(key)).title).toBe("By webhook");
  await tracker.receiveTrackerHook(job(), { trackerId, ...hookOf(number, secret) });
  await sync();
  const last = await tracker.trackerLog(as(admin), { id: trackerId, refused: false, limit: 1 });
  expect(last.items).toMatchObject([{ what: "Nothing new: both sides have it already", state: "ignored" }]);
  github.edit(number, { title: "By poll" });
  await database.prisma.tracker.updateMany({ data: { nextLookAt: new Date(0) } });
  await tracker.pollTrackers(job());
  await sync();
  expect((await read(key)).title).toBe("By poll");
  expect(await tracker.getTracker(as(admin), { id: trackerId })).toMatchObject({ lastLookFound: 1 });
  const { items } = await tracker.trackerLog(as(admin), { id: trackerId, refused: true, limit: 10 });
  expect(items).toMatchObject([{ what: "Signature did not match; nothing was read", state: "refused" }]);
});

it("leaves only the field that the tracker rejects to a person", async () => {
  const { key, number } = await linked();
  const { version } = await read(key);
  github.rejected = ["title"];
  const fields = { title: "Lock all tables", dueDate: "2027-02-22", dueReason: "Later" };
  await updateActionItem(as(mia), { key, version, ...fields });
  await sync();
  const link = await linkOf(key);
  expect(link.conflicts).toMatchObject([{ field: "title", why: /422/ }]);
  expect([link.dueDate, github.issues.get(number)?.title]).toEqual(["2027-02-22", "Lock the table"]);
});

it("doesn't send a title back that it tidied", async () => {
  const { connection, key, number } = await linked();
  github.edit(number, { title: " Lock it " });
  await look(connection.id);
  await look(connection.id);
  expect([(await read(key)).title, github.issues.get(number)?.title]).toEqual(["Lock it", " Lock it "]);
});

it("waits as long as the tracker asks, and tries again after a failure", async () => {
  const { connection, key, number } = await linked();
  github.failures.push({ status: 429, headers: { "retry-after": "120" } });
  await change(key, { title: "Later" });
  expect(await sync()).toBe(0);
  await database.prisma.tracker.updateMany({ where: { id: connection.id }, data: { waitsUntil: null } });
  github.failures.push({ status: 502 });
  await sync();
  expect((await linkOf(key)).waiting).toMatch(/502/);
  expect(await sync()).toBe(0);
  await database.prisma.linkedIssue.updateMany({ data: { nextTryAt: null } });
  expect(await sync(), "the others of a tracker that is down wait too").toBe(0);
  const row = await database.prisma.tracker.update({ where: { id: connection.id }, data: { waitsUntil: null } });
  expect(row.problem).toMatch(/502/);
  await sync();
  expect([github.issues.get(number)?.title, (await linkOf(key)).waiting]).toEqual(["Later", null]);
});

it("shows what another mapping would change, and changes nothing", async () => {
  const { connection, key, number } = await linked();
  github.edit(number, { title: "Lock all tables" });
  const preview = async (mapping: typeof connection.mapping) =>
    (await tracker.previewTracker(as(admin), { id: connection.id, mapping })).items;
  const seen = { actionKey: key, ref: `${github.project}#${number}`, field: "title", way: "from" };
  expect(await preview(connection.mapping)).toEqual([{ ...seen, from: "Lock the table", to: "Lock all tables" }]);
  expect(await preview({ ...connection.mapping, fields: ["status"] })).toEqual([]);
  expect((await read(key)).title).toBe("Lock the table");
  expect(github.writes).toEqual([]);
});

it("records and tells what people do", async () => {
  const { connection, key } = await linked();
  const { version, id } = await linkOf(key);
  await tracker.changeIssue(as(mia), { key, issueId: id, version, linked: false });
  const { version: newer } = await tracker.updateTracker(as(admin), { id: connection.id, version: 1, paused: true });
  await tracker.renewHookSecret(as(admin), { id: connection.id, version: newer });
  const entries = await database.prisma.auditEntry.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take: 8 });
  expect(entries.map(({ action }) => action)).toEqual([
    ...["tracker.secret_renewed", "tracker.updated", "action_item.issue_unlinked", "action_item.issue_linked"],
    ...["tracker.person_set", "action_item.accepted", "action_item.created", "tracker.connected"],
  ]);
  const told = await database.prisma.outboxEvent.findMany({ orderBy: { id: "desc" }, take: 8 });
  expect(told.map(({ payload }) => (payload as { noun: string }).noun)).toEqual(
    expect.arrayContaining(["tracker", "action_item"]),
  );
});

it("keeps others out: only editors link, and an issue has one action", async () => {
  const { connection, key, number } = await linked();
  await expect(tracker.findIssue(as(viv), { key, text: `#${number}` })).rejects.toMatchObject({ code: "forbidden" });
  await expect(tracker.listTrackers(as(tpm))).rejects.toMatchObject({ code: "forbidden" });
  const other = await newAction("Another");
  const { found } = await tracker.findIssue(as(mia), { key: other.key, text: `#${number}` });
  expect(found).toMatchObject({ taken: true, linkedTo: key });
  const at = { key: other.key, trackerId: connection.id, remoteId: found?.remoteId ?? "", dueDate: "here" as const };
  await expect(tracker.linkIssue(as(mia), at)).rejects.toMatchObject({ code: "rule" });
  const link = await linkOf(key);
  const off = await tracker.changeIssue(as(mia), { key, issueId: link.id, version: link.version, linked: false });
  await tracker.linkIssue(as(mia), at);
  await expect(
    tracker.changeIssue(as(mia), { key, issueId: link.id, version: off.version, linked: true }),
  ).rejects.toMatchObject({ code: "rule" });
});

it("links only what its connection includes, also again", async () => {
  const { connection, key } = await linked();
  const link = await linkOf(key);
  const off = await tracker.changeIssue(as(mia), { key, issueId: link.id, version: link.version, linked: false });
  await database.prisma.tracker.update({ where: { id: connection.id }, data: { targets: ["acme/web"] } });
  const again = { key, issueId: link.id, version: off.version, linked: true };
  await expect(tracker.changeIssue(as(mia), again)).rejects.toMatchObject({ code: "rule" });
});

it("asks no person about a label that the tracker rejects, and writes it again only if it changes or someone looks", async () => {
  const { connection, key, number } = await linked();
  const block = async (reason: string | null) => change(key, { blockedReason: reason });
  github.rejected = ["labels"];
  await block("Waits for a quiet night");
  expect(await linkOf(key)).toMatchObject({ conflicts: [], title: "Lock the table", waiting: /Blocked: .*422/ });
  const asked = github.asked.length;
  await change(key, { description: "Another text" });
  expect(github.asked.slice(asked).filter((one) => one.startsWith("POST"))).toEqual([]);
  github.rejected = [];
  await look(connection.id);
  expect(github.issues.get(number)?.labels).toContain("blocked");
  expect((await linkOf(key)).waiting).toBeNull();
});

it("settles a title there that is longer than one here, and then rests", async () => {
  const { connection, key, number } = await linked();
  github.rejected = ["title"];
  await change(key, { title: "Mine" });
  const long = "Lock ".repeat(80).trim();
  github.edit(number, { title: long });
  await database.prisma.linkedIssue.updateMany({
    data: { held: { title: { here: "Mine", there: long, why: "", since: new Date().toISOString() } } },
  });
  const link = await linkOf(key);
  const at = { key, issueId: link.id, version: link.version, field: "title" as const };
  await tracker.settleIssue(as(mia), { ...at, keep: "there" });
  github.rejected = [];
  github.writes.length = 0;
  await look(connection.id);
  expect([(await read(key)).title.length, github.issues.get(number)?.title, github.writes]).toEqual([299, long, []]);
});

const leaked = () =>
  createIncident(as(tpm), {
    ...{ title: "Leak", severity: 2, kind: "incident", serviceIds: [], resolvedAt: null, timeZone: "UTC" },
    ...{ impactText: "", restricted: false },
  });
const ends: [string, (at: { id: string; key: string }) => Promise<unknown>][] = [
  ["it is unlinked", () => database.prisma.linkedIssue.updateMany({ data: { unlinkedAt: new Date() } })],
  ["another worker has it", () => database.prisma.linkedIssue.updateMany({ data: { claimedUntil: new Date(0) } })],
  ["its connection is paused", () => database.prisma.tracker.updateMany({ data: { pausedAt: new Date() } })],
  ["its connection is removed", () => database.prisma.tracker.updateMany({ data: { removedAt: new Date() } })],
  ["its token was refused", () => database.prisma.tracker.updateMany({ data: { refusedAt: new Date() } })],
  ["its project is left out", () => database.prisma.tracker.updateMany({ data: { targets: ["acme/web"] } })],
  [
    "its action moves into a restricted incident",
    async ({ key }) => {
      const { id } = await database.prisma.incident.findFirstOrThrow({ where: { restricted: true } });
      await database.prisma.actionItem.update({ where: { number: Number(key.slice(4)) }, data: { incidentId: id } });
    },
  ],
];
it.each(ends)("takes and sends nothing more once %s during a pass", async (_, end) => {
  const incident = await leaked();
  const restricted = { restricted: true, userIds: [], teamIds: [] };
  await restrictIncident(as(tpm), { key: incident.key, version: 1, ...restricted });
  const { connection, key, number } = await linked();
  github.edit(number, { state: "closed", stateReason: "completed" });
  await updateActionItem(as(tpm), { key, version: (await read(key)).version, title: "Mine" });
  await database.prisma.linkedIssue.updateMany({ data: { lookAt: new Date() } });
  github.during = { at: /^GET .*\/issues\/\d+$/, run: () => end({ id: connection.id, key }) };
  await sync();
  expect(github.asked.at(-1)).toMatch(/^GET/);
  const row = await database.prisma.actionItem.findFirstOrThrow({ where: { number: Number(key.slice(4)) } });
  expect([github.issues.get(number)?.title, row.status]).toEqual(["Lock the table", "accepted"]);
});

it("leaves a project alone that its connection doesn't include any more, and says so", async () => {
  const { connection, key } = await linked();
  const { version } = await tracker.getTracker(as(admin), { id: connection.id });
  github.otherProject = "acme/web";
  await tracker.updateTracker(as(admin), { id: connection.id, version, targets: ["acme/web"] });
  const asked = github.asked.length;
  await change(key, { title: "Mine" });
  const link = await linkOf(key);
  expect([github.asked.length, link.waiting]).toEqual([asked, expect.stringMatching(/Add the project again/)]);
  await tracker.updateTracker(as(admin), { id: connection.id, version: version + 1, targets: ["ACME/payments"] });
  await sync();
  expect([github.issues.get(1)?.title, (await linkOf(key)).waiting]).toEqual(["Mine", null]);
});

it("reads the other projects of a connection when one is gone, and that one from where it was", async () => {
  const { connection, key, number } = await linked();
  const id = connection.id;
  await database.prisma.tracker.update({ where: { id }, data: { targets: ["acme/gone", github.project] } });
  github.edit(number, { title: "By poll" });
  const poll = async () => {
    await database.prisma.tracker.updateMany({ data: { nextLookAt: new Date(0) } });
    await tracker.pollTrackers(job());
    await sync();
  };
  await poll();
  expect((await read(key)).title).toBe("By poll");
  const { items } = await tracker.listTrackers(as(admin));
  expect(items[0]?.problem).toMatch(/^acme\/gone: .*404/);
  const { cursors } = await database.prisma.tracker.findUniqueOrThrow({ where: { id } });
  expect(Object.keys(cursors as object)).toEqual([github.project]);
});

it("asks a person about a promised date that was removed there", async () => {
  const { connection, key, number } = await linked();
  await change(key, { title: "Mine" });
  github.edit(number, { milestone: null });
  await look(connection.id);
  expect((await read(key)).dueDate).toBe("2027-02-08");
  expect((await linkOf(key)).conflicts).toMatchObject([{ field: "dueDate", there: { value: null } }]);
});

it("creates no second issue when the answer to the first was lost, and tells of the one that is there", async () => {
  const connection = await connect();
  const { key } = await newAction("Lock the table");
  const create = () => tracker.createIssue(as(mia), { key, trackerId: connection.id, target: github.project });
  github.now = Date.now();
  github.failures.push({ status: 502, isDone: true, at: "POST /repos/acme/payments/issues" });
  await expect(create()).rejects.toMatchObject({ code: "rule" });
  await expect(create()).rejects.toMatchObject({ code: "rule", details: { rule: "issue_there", message: /#1 / } });
  expect(github.issues.size).toBe(1);
  expect((await create()).ref).toBe(`${github.project}#2`);
});

it("creates one issue for two people who ask in the same moment", async () => {
  const connection = await connect();
  const { key } = await newAction("Lock the table");
  const create = () => tracker.createIssue(as(mia), { key, trackerId: connection.id, target: github.project });
  const second = async () => expect(create()).rejects.toMatchObject({ details: { rule: "being_created" } });
  const run = vi.fn(second);
  github.during = { at: /^POST .*\/issues$/, run };
  await create();
  expect(run).toHaveResolved();
  expect(github.issues.size).toBe(1);
});

it("takes an issue as linked through another connection to the same tracker, also when one is restored", async () => {
  const { connection, key, number } = await linked();
  const { token } = github;
  const other = await tracker.createTracker(as(admin), {
    ...{ vendor: "github", baseUrl, account: null, token, name: "Again", targets: ["Acme/Payments"], teamIds: [] },
  });
  const second = await newAction("Another");
  const at = { key: second.key, trackerId: other.id, remoteId: `Acme/Payments#${number}`, dueDate: "here" as const };
  await expect(tracker.linkIssue(as(mia), at)).rejects.toMatchObject({ details: { rule: "issue_taken" } });
  const { version } = await tracker.getTracker(as(admin), { id: connection.id });
  const off = await tracker.updateTracker(as(admin), { id: connection.id, version, removed: true });
  await tracker.linkIssue(as(mia), at);
  const restore = { id: connection.id, version: off.version, removed: false };
  await expect(tracker.updateTracker(as(admin), restore)).rejects.toMatchObject({ details: { rule: "issue_taken" } });
  expect((await tracker.listIssues(as(tpm), { key })).items).toEqual([]);
});

it("lists an issue of a restricted incident that was unlinked by hand before", async () => {
  const incident = await leaked();
  const connection = await connect();
  const { key } = await newAction("Rotate keys", { incidentKey: incident.key });
  const made = await tracker.createIssue(as(mia), { key, trackerId: connection.id, target: github.project });
  const { version } = await linkOf(key);
  await tracker.changeIssue(as(mia), { key, issueId: made.id, version, linked: false });
  expect((await tracker.leftIssues(as(tpm), { key: incident.key })).items).toEqual([]);
  const restricted = { restricted: true, userIds: [], teamIds: [] };
  await restrictIncident(as(tpm), { key: incident.key, version: 1, ...restricted });
  expect((await tracker.leftIssues(as(tpm), { key: incident.key })).items).toMatchObject([{ ref: made.ref }]);
});

it("reads no body of a webhook while the connection has no secret", async () => {
  const { id } = await connect();
  const read = () => Promise.reject(new Error("it was read"));
  expect(await tracker.receiveTrackerHook(job(), { trackerId: id, headers: new Headers(), read })).toBe("refused");
});

it("previews what it can read, with names, and nothing while the connection is paused", async () => {
  const { connection, key, number } = await linked();
  const { id, mapping } = connection;
  await tracker.setTrackerPerson(as(admin), { id, remoteId: "1", personId: tpm?.id ?? null });
  github.edit(number, { assignees: [1] });
  const { items } = await tracker.previewTracker(as(admin), { id, mapping });
  expect(items).toMatchObject([{ actionKey: key, field: "owner", way: "from", from: "Mia", to: "Tess" }]);
  github.failures.push({ status: 200, body: "null" });
  expect(await tracker.previewTracker(as(admin), { id, mapping })).toEqual({ items: [], issues: 0, unread: 1 });
  const { version } = await tracker.getTracker(as(admin), { id });
  await tracker.updateTracker(as(admin), { id, version, paused: true });
  await expect(tracker.previewTracker(as(admin), { id, mapping })).rejects.toMatchObject({ code: "rule" });
});

it("names the account that a person has already, and tries the stored token again", async () => {
  const { connection } = await linked();
  const { id } = connection;
  const at = { id, remoteId: "1", personId: mia?.id ?? null };
  await expect(tracker.setTrackerPerson(as(admin), at)).rejects.toMatchObject({
    details: { fields: [{ field: "personId", message: /Mia is sam already/ }] },
  });
  const { version } = await tracker.getTracker(as(admin), { id });
  await database.prisma.tracker.update({ where: { id }, data: { refusedAt: new Date(), problem: "401" } });
  const tried = await tracker.updateTracker(as(admin), { id, version });
  expect(tried).toMatchObject({ state: "active", problem: null });
});

it("deletes the token of a connection 30 days after it was removed, and asks for it to restore", async () => {
  const { id, version } = await connect();
  const off = await tracker.updateTracker(as(admin), { id, version, removed: true });
  expect(await tracker.forgetTrackerTokens(job())).toBe(0);
  await database.prisma.tracker.update({ where: { id }, data: { removedAt: new Date(Date.now() - 31 * 86_400_000) } });
  expect([await tracker.forgetTrackerTokens(job()), await tracker.forgetTrackerTokens(job())]).toEqual([1, 0]);
  const restore = { id, version: off.version, removed: false };
  await expect(tracker.updateTracker(as(admin), restore)).rejects.toMatchObject({ code: "invalid" });
  const back = await tracker.updateTracker(as(admin), { ...restore, token: github.token });
  expect(back).toMatchObject({ removed: false, state: "active" });
});
