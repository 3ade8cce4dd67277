import { expect, it, vi } from "vitest";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { updateActionItem } from "#server/follow/action-item/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import * as tracker from "./index.ts";

import {
  admin,
  as,
  baseUrl,
  change,
  connect,
  database,
  github,
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
} from "./testing/tracker-desk.ts";

openDesk();

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

const numberOf = (key: string) => Number(key.slice("ACT-".length));
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
  const { items } = await tracker.listTrackers(as(admin), { removed: false });
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

it("creates no second issue when the answer to the first was lost, and reports the existing one", async () => {
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

it("takes an issue as linked through another connection to the same tracker, even when one is restored", async () => {
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

it("links an issue once for two connections that ask in the same moment", async () => {
  const { number } = github.add("Lock the table");
  const links = await Promise.all(
    ["One", "Other"].map(async (name) => {
      const connection = await connect(name);
      const { key } = await newAction(name);
      return { key, trackerId: connection.id, remoteId: `${github.project}#${number}`, dueDate: "here" as const };
    }),
  );
  const [first, other] = links as [(typeof links)[0], (typeof links)[0]];
  let second: Promise<unknown> = Promise.resolve();
  await transact(as(mia), async (tx) => {
    await tracker.linkIssue(tx, first);
    second = tracker.linkIssue(as(mia), other);
    second.catch(() => undefined);
    const waiting = () => database.prisma.$queryRaw`SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted`;
    await expect.poll(waiting).toEqual([{ count: 1 }]);
    return unrecorded("the first link is stored with it");
  });
  const words = expect.stringMatching(/Unlink it there first/);
  await expect(second).rejects.toMatchObject({ message: words, details: { rule: "issue_taken" } });
});

it("cuts the links of a restricted incident before it asks a tracker about others", async () => {
  const incident = await leaked();
  const restricted = { restricted: true, userIds: [], teamIds: [] };
  await restrictIncident(as(tpm), { key: incident.key, version: 1, ...restricted });
  const { id } = await database.prisma.incident.findFirstOrThrow({ where: { restricted: true } });
  const [other, hidden] = [await linked("First"), await linked("Hidden")];
  await database.prisma.actionItem.update({ where: { number: numberOf(hidden.key) }, data: { incidentId: id } });
  const lookAt = (key: string, minute: number) =>
    database.prisma.linkedIssue.updateMany({
      where: { actionItem: { number: numberOf(key) } },
      data: { lookAt: new Date(Date.UTC(2026, 0, 1, 0, minute)) },
    });
  await lookAt(other.key, 1);
  await lookAt(hidden.key, 2);
  const cut = vi.fn(() => database.prisma.linkedIssue.count({ where: { isCut: true } }));
  github.during = { at: /^GET .*\/issues\/\d+$/, run: cut };
  await sync();
  expect(await cut.mock.results[0]?.value).toBe(1);
});

it("keeps the link of a new issue although the database failed once", async () => {
  const connection = await connect();
  const { key } = await newAction("Lock the table");
  const { prisma } = database;
  const run = prisma.$transaction.bind(prisma);
  const failing = vi.spyOn(prisma, "$transaction").mockImplementation(((work: never, options: never) => {
    const isStored = github.issues.size > 0 && failing.mock.calls.length === 2;
    return isStored ? Promise.reject(new Error("the connection was lost")) : run(work, options);
  }) as never);
  const made = await tracker.createIssue(as(mia), { key, trackerId: connection.id, target: github.project });
  expect(failing).toHaveBeenCalledTimes(3);
  failing.mockRestore();
  expect([(await linkOf(key)).ref, github.issues.size]).toEqual([made.ref, 1]);
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
  await tracker.updateTracker(as(admin), {
    id,
    version: connection.version,
    mapping: { ...mapping, fields: ["title"] },
  });
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
  const { items } = await tracker.listTrackers(as(admin), { removed: true });
  expect(items).toMatchObject([{ id, removed: true, asksToken: true }]);
  const restore = { id, version: off.version, removed: false };
  await expect(tracker.updateTracker(as(admin), restore)).rejects.toMatchObject({ code: "invalid" });
  const back = await tracker.updateTracker(as(admin), { ...restore, token: github.token });
  expect(back).toMatchObject({ removed: false, state: "active" });
});
