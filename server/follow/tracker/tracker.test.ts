import { expect, it } from "vitest";
import { transitionActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import * as tracker from "./index.ts";
import {
  admin,
  as,
  change,
  connect,
  database,
  github,
  hookOf,
  job,
  linked,
  linkOf,
  look,
  mia,
  newAction,
  openDesk,
  read,
  sync,
  tpm,
  viv,
} from "./testing/tracker-desk.ts";

openDesk();

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

it("moves a date as the person who moved it there, and notifies the owner of what someone else did", async () => {
  const { connection, key, number } = await linked();
  await tracker.setTrackerPerson(as(admin), { id: connection.id, remoteId: "3", personId: tpm?.id ?? null });
  await tracker.setTrackerPerson(as(admin), { id: connection.id, remoteId: "1", personId: viv?.id ?? null });
  const newsOf = () =>
    database.prisma.notification.count({ where: { userId: mia?.id ?? "", href: `/actions/${key}` } });
  const moveAs = async (by: number, day: string) => {
    const before = await newsOf();
    github.edit(number, { milestone: github.due(day) }, by);
    await look(connection.id);
    expect((await read(key)).dueDate).toBe(day);
    const moved = await database.prisma.actionItemDueMove.findFirst({
      where: { actionItem: { number: Number(key.slice(4)) }, toDate: new Date(day) },
      select: { movedById: true },
    });
    return [moved?.movedById, (await newsOf()) - before];
  };
  expect(await moveAs(1, "2027-02-09"), "someone who can't move it here").toEqual([null, 1]);
  expect(await moveAs(2, "2027-02-10"), "the owner").toEqual([mia?.id, 0]);
  expect(await moveAs(3, "2027-02-11"), "a TPM, for the third time").toEqual([tpm?.id, 1]);
});

it("moves a date itself if the tracker names no one who moved it", async () => {
  const { connection, key, number } = await linked();
  github.failures.push({ status: 502, at: `GET /repos/${github.project}/issues/${number}/events` });
  github.edit(number, { milestone: github.due("2027-02-09") }, 2);
  await look(connection.id);
  expect([(await read(key)).dueDate, github.failures]).toEqual(["2027-02-09", []]);
  expect(
    await database.prisma.actionItemDueMove.count({
      where: { movedById: null, toDate: new Date("2027-02-09"), actionItem: { number: Number(key.slice(4)) } },
    }),
  ).toBe(1);
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
    there: { value: "Wed 17 Feb 2027", by: "robin" },
  });
  expect((await read(key)).title).toBe("Lock it");
  // Its owner can take theirs, someone else can't, and neither can the owner after two moves.
  const refusedTo = async (who: typeof mia) =>
    (await tracker.listIssues(as(who), { key })).items[0]?.conflicts[0]?.refused;
  const where = { number: Number(key.slice(4)) };
  expect([await refusedTo(mia), await refusedTo(admin)]).toEqual([null, null]);
  expect(await refusedTo(viv)).toBe("Only its owner or a TPM can move this date");
  await database.prisma.actionItem.update({ where, data: { dueMoves: 2 } });
  expect([await refusedTo(mia), await refusedTo(admin)]).toEqual([expect.stringMatching(/TPM/), null]);
  await database.prisma.actionItem.update({ where, data: { dueMoves: 1 } });
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

it("names no one for a date whose milestone was changed", async () => {
  const { connection, key, number } = await linked();
  const { version } = await read(key);
  await updateActionItem(as(mia), { key, version, dueDate: "2027-02-22", dueReason: "Needs a quiet night" });
  github.redate(github.issues.get(number)?.milestone ?? 0, "2027-02-17");
  await look(connection.id);
  expect((await linkOf(key)).conflicts).toMatchObject([{ there: { value: "Wed 17 Feb 2027", by: null } }]);
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

it("sends what a rejected token left once someone connects again", async () => {
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
  expect(last.items).toMatchObject([{ what: "No changes. Both sides already match.", state: "ignored" }]);
  github.edit(number, { title: "By poll" });
  await database.prisma.tracker.updateMany({ data: { nextLookAt: new Date(0) } });
  await tracker.pollTrackers(job());
  await sync();
  expect((await read(key)).title).toBe("By poll");
  expect(await tracker.getTracker(as(admin), { id: trackerId })).toMatchObject({ lastLookFound: 1 });
  const { items } = await tracker.trackerLog(as(admin), { id: trackerId, refused: true, limit: 10 });
  expect(items).toMatchObject([{ what: "Signature doesn't match. Nothing was read.", state: "refused" }]);
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

it("reads an issue at once for a person, even if the tracker was down, unless it asks to wait", async () => {
  const { key, number } = await linked();
  const { id: issueId } = await linkOf(key);
  const lookNow = () => tracker.lookAtIssue(as(mia), { key, issueId });
  github.failures.push({ status: 502 });
  expect((await lookNow()).waiting).toMatch(/returned 502/);
  github.edit(number, { title: "Lock it" });
  expect(await lookNow()).toMatchObject({ waiting: null, title: "Lock it" });
  github.failures.push({ status: 502 }, { status: 429, headers: { "retry-after": "120" } });
  for (const status of ["502", "429"]) expect((await lookNow()).waiting).toContain(status);
  const asked = github.asked.length;
  const [row] = (await tracker.listTrackers(as(admin), { removed: false })).items;
  expect(row).toMatchObject({ state: "active", problem: null, waitsUntil: expect.any(String) });
  await expect(lookNow()).rejects.toMatchObject({
    code: "rule",
    message: "Payments asks to wait 2 m. Check again then.",
  });
  expect(github.asked.length).toBe(asked);
});

it.each([
  ["0", 1],
  ["45", 45],
  ["soon", 60],
  ["99999999999", 86_400],
])("waits at most a day if a tracker asks for %s seconds", async (retryAfter, seconds) => {
  const { key } = await linked();
  github.failures.push({ status: 429, headers: { "retry-after": retryAfter } });
  await tracker.lookAtIssue(as(mia), { key, issueId: (await linkOf(key)).id });
  const { waitsUntil } = await database.prisma.tracker.findFirstOrThrow();
  const left = (waitsUntil?.getTime() ?? 0) - Date.now();
  expect(Math.ceil(left / 5000)).toBe(Math.ceil(seconds / 5));
});

it.each([
  ["a page of something else", { status: 200, body: "<html>Sign in</html>" }, "baseUrl"],
  ["a redirect", { status: 302, headers: { location: "https://example.com/" } }, "baseUrl"],
  ["an outage", { status: 503 }, "baseUrl"],
  ["too many requests", { status: 429, headers: { "retry-after": "9" } }, "baseUrl"],
  ["a rejected token", { status: 401 }, "token"],
])("names the field that %s is about", async (_, failure, field) => {
  github.failures.push(failure);
  await expect(connect("Other")).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field }] } });
});

it("shows what another mapping would change, and changes nothing", async () => {
  const { connection, key, number } = await linked();
  const { id, version, mapping } = connection;
  await tracker.updateTracker(as(admin), { id, version, mapping: { ...mapping, fields: ["status"] } });
  github.edit(number, { title: "Lock all tables" });
  const preview = async (fields: typeof mapping.fields) =>
    (await tracker.previewTracker(as(admin), { id, mapping: { ...mapping, fields } })).items;
  const seen = { actionKey: key, ref: `${github.project}#${number}`, field: "title", way: "from" };
  expect(await preview(["status", "title"])).toEqual([{ ...seen, from: "Lock the table", to: "Lock all tables" }]);
  expect(await preview(["status"])).toEqual([]);
  expect((await read(key)).title).toBe("Lock the table");
  expect(github.writes).toEqual([]);
});

it("leaves out of a preview what the present mapping changes as well", async () => {
  const { connection, key, number } = await linked();
  const { id, version, mapping } = connection;
  const mapped = (completed: "implemented" | null) => ({
    ...{ id, mapping: { ...mapping, statesHere: { ...mapping.statesHere, completed } } },
  });
  await tracker.updateTracker(as(admin), { version, ...mapped(null) });
  github.edit(number, { title: "Lock all tables", state: "closed", stateReason: "completed" });
  const preview = async (completed: "implemented" | null) =>
    (await tracker.previewTracker(as(admin), mapped(completed))).items;
  expect(await preview(null)).toEqual([]);
  expect(await preview("implemented")).toMatchObject([{ actionKey: key, field: "status", to: "To verify" }]);
});

it("leaves out of a preview what the rules of actions reject", async () => {
  const { connection, key, number } = await linked();
  const { version } = await read(key);
  const declined = { to: "declined", reason: "Bought instead", declineKind: "wont_do" } as const;
  await transitionActionItem(as(mia), { key, version, ...declined });
  await sync();
  expect(github.issues.get(number)?.state).toBe("closed");
  github.edit(number, { state: "open" });
  const { id, mapping } = connection;
  expect((await tracker.previewTracker(as(admin), { id, mapping })).items).toEqual([]);
});

it("replaces the labels of an earlier prefix once the priority changes", async () => {
  const { connection, key, number } = await linked();
  await change(key, { priority: "P1" });
  await sync();
  expect(github.issues.get(number)?.labels).toEqual(["priority: P1"]);
  const mapping = { ...connection.mapping, priorityLabel: "urgency " };
  expect((await tracker.previewTracker(as(admin), { id: connection.id, mapping })).items).toEqual([]);
  const saved = await tracker.updateTracker(as(admin), { id: connection.id, version: connection.version, mapping });
  expect(saved.mapping).toEqual(mapping);
  await change(key, { priority: "P2" });
  await sync();
  expect(github.issues.get(number)?.labels).toEqual(["urgency P2"]);
});

it("creates an issue by the template of its connection, and previews it for an action", async () => {
  const connection = await connect();
  const { key } = await newAction("Lock the table");
  const template = { title: "[{key}] {title}", body: "{description}\n\nPriority {priority}" };
  const mapping = { ...connection.mapping, template };
  const wrong = { ...mapping, template: { ...template, body: "{titel}" } };
  const { id } = connection;
  await expect(tracker.previewIssue(as(admin), { id, key, mapping: wrong })).rejects.toMatchObject({
    details: { fields: [{ message: expect.stringMatching(/^\{titel\} isn't a field/) }] },
  });
  const shown = await tracker.previewIssue(as(admin), { id, key, mapping });
  expect(shown.title).toBe(`[${key}] Lock the table`);
  expect(shown.body).toMatch(/^Priority P\d$/);
  await tracker.updateTracker(as(admin), { id, version: connection.version, mapping });
  const created = await tracker.createIssue(as(mia), { key, trackerId: id, target: github.project });
  await sync();
  expect([(await linkOf(key)).title, created.title]).toEqual([shown.title, shown.title]);
  expect((await read(key)).title).toBe("Lock the table");
});

it("records the steps of people, and notifies the screens", async () => {
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
  await expect(tracker.listTrackers(as(tpm), { removed: false })).rejects.toMatchObject({ code: "forbidden" });
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
