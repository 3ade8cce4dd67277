import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ROLES } from "#lib/base/access/roles.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import type { InboxState } from "#lib/base/vocabulary/message-kind.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  chooseNotifications,
  countsNotifications,
  countUnread,
  findForMail,
  finishNotifications,
  listNotifications,
  markNotifications,
  muteNotifications,
  settingsNotifications,
  snoozeNotifications,
} from "./index.ts";

let database: TestDatabase;
let author: UserActor;
let reader: UserActor;
let owner: UserActor;

const as = (actor: UserActor, now?: () => Date) => makeContext(database.prisma, actor, now);
const tell = (userIds: string[], subject: string, incidentId: string | null = null, href = "/") =>
  transact(as(author), async (tx) => {
    for (const userId of userIds) {
      await notify(tx, { userId, kind: "comment.assigned", subject, body: "", href, incidentId });
    }
    return unrecorded("a message for the test");
  });
const inbox = async (actor: UserActor) =>
  (await listNotifications(as(actor), { limit: 50, unread: false })).items.map((one) => one.subject);
const incident = () =>
  createIncident(as(author), {
    title: "Leaked key",
    severity: 2,
    kind: "incident",
    serviceIds: [],
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  });

beforeAll(async () => {
  database = await testDatabase();
  author = await makeUser(database.prisma, "member", "Author");
  reader = await makeUser(database.prisma, "member", "Reader");
  owner = await makeUser(database.prisma, "member", "Owner");
});
afterAll(() => database.close());

it("marks mine read and unread, some or all, and never someone else's", async () => {
  await tell([reader.id], "Hello");
  await tell([reader.id, owner.id], "Second");
  const mine = (await listNotifications(as(reader), { limit: 50, unread: true })).items;
  expect(mine.map((one) => one.subject)).toEqual(["Second", "Hello"]);
  const theirs = (await listNotifications(as(owner), { limit: 50, unread: true })).items;
  const ids = [...mine.slice(0, 1), ...theirs].map((one) => one.id);
  expect(await markNotifications(as(reader), { ids, read: true })).toEqual({ changed: 1 });
  expect(await countUnread(as(owner))).toBe(1);
  expect(await markNotifications(as(reader), { read: true })).toEqual({ changed: 1 });
  expect(await countUnread(as(reader))).toBe(0);
  expect(await markNotifications(as(reader), { ids, read: false })).toEqual({ changed: 1 });
  const byToken = makeContext(database.prisma, { ...reader, scopes: ["read"] });
  await expect(markNotifications(byToken, { read: true })).rejects.toMatchObject({ code: "forbidden" });
});

it("hides what is about a restricted incident from people without access to it", async () => {
  const { id, key } = await incident();
  const { number } = await database.prisma.actionItem.create({
    data: { id: uuidv7(), title: "Rotate", type: "repair", priority: "P1", incidentId: id, ownerId: owner.id },
  });
  await tell([reader.id, owner.id], "About the key", id);
  await tell([owner.id], "Yours: Rotate", id, `/actions/ACT-${number}`);
  await restrictIncident(as(author), { key, version: 1, restricted: true, userIds: [reader.id], teamIds: [] });
  expect(await inbox(reader)).toContain("About the key");
  await markNotifications(as(reader), { read: true });
  await restrictIncident(as(author), { key, version: 2, restricted: true, userIds: [], teamIds: [] });
  expect(await inbox(reader)).not.toContain("About the key");
  expect(await inbox(owner)).not.toContain("About the key");
  expect(await inbox(owner)).toContain("Yours: Rotate");
  await markNotifications(as(reader), { read: false });
  expect(await countUnread(as(reader))).toBe(2);
  const mailed = async (userId: string, subject: string) => {
    const { id: told } = await database.prisma.notification.findFirstOrThrow({ where: { userId, subject } });
    return (await findForMail(makeContext(database.prisma, { kind: "system", label: "job" }), told)).mail;
  };
  // It is mailed, but without a word about it.
  const neutral = { subject: "New message about a restricted incident", body: "Open it in Afterword." };
  expect(await mailed(owner.id, "Yours: Rotate")).toMatchObject({ ...neutral, href: "/inbox" });
  await database.prisma.actionItem.update({ where: { number }, data: { ownerId: reader.id } });
  expect(await inbox(owner)).not.toContain("Yours: Rotate");
  expect(await mailed(owner.id, "Yours: Rotate")).toBeNull();
  expect(await mailed(reader.id, "About the key")).toBeNull();
});

/** A person with an inbox of three messages, and how to read its tabs at a time. */
async function desk(kinds: readonly string[]) {
  const me = await makeUser(database.prisma, "member", "Desk");
  const start = new Date("2026-03-02T09:00:00Z");
  const at = (hours: number) => as(me, () => new Date(start.getTime() + hours * HOUR_MS));
  for (const [index, kind] of kinds.entries())
    await transact(
      makeContext(database.prisma, author, () => new Date(start.getTime() + index)),
      async (tx) => {
        const href = `/actions/ACT-90${index}?from=mail`;
        await notify(tx, { userId: me.id, kind, subject: kind, body: "", href, incidentId: null });
        return unrecorded("a message for the test");
      },
    );
  const tab = async (state: InboxState, hours = 1) =>
    (await listNotifications(at(hours), { limit: 50, unread: false, state })).items;
  const names = async (state: InboxState, hours = 1) => (await tab(state, hours)).map(({ subject }) => subject);
  return { me, at, tab, names };
}

it("snoozes until a time, at which a message is new, unread and on top, and puts it back in its place on undo", async () => {
  const { at, tab, names } = await desk(["mention", "comment", "review.published"]);
  const [, , first] = await tab("new");
  const ids = [first?.id ?? ""];
  await markNotifications(at(1), { ids, read: true });
  expect(await countUnread(at(1))).toBe(2);
  await snoozeNotifications(at(1), { ids, until: at(3).now().toISOString() });
  expect([await names("new", 2), await names("snoozed", 2)]).toEqual([["review.published", "comment"], ["mention"]]);
  expect([await countUnread(at(2)), await countUnread(at(3))]).toEqual([2, 3]);
  expect(await names("new", 3)).toEqual(["mention", "review.published", "comment"]);
  expect(await snoozeNotifications(at(2), { ids, until: null })).toEqual({ changed: 1 });
  expect(await names("new", 2)).toEqual(["review.published", "comment", "mention"]);
  await expect(snoozeNotifications(at(2), { ids, until: at(2).now().toISOString() })).rejects.toMatchObject({
    details: { fields: [{ field: "until" }] },
  });
});

it("puts a message that is snoozed for the second time back where it was after the first", async () => {
  const { at, tab, names } = await desk(["mention", "comment"]);
  const [, first] = await tab("new");
  const ids = [first?.id ?? ""];
  await snoozeNotifications(at(1), { ids, until: at(3).now().toISOString() });
  const [woken] = await tab("new", 3);
  await snoozeNotifications(at(4), { ids, until: at(9).now().toISOString() });
  await snoozeNotifications(at(4), { ids, until: null, shownAt: woken?.shownAt });
  expect(await names("new", 4)).toEqual(["mention", "comment"]);
});

it("marks all as done that were on screen or older, not newer ones, and undoes it exactly", async () => {
  const { at, tab, names } = await desk(["mention", "comment", "review.published", "ladder.tpm"]);
  const [, newest, , oldest] = await tab("new");
  const [ids, before] = [[oldest?.id ?? ""], newest?.shownAt];
  await markNotifications(at(1), { ids, read: true });
  const { changed, doneAt } = await finishNotifications(at(2), { done: true, before });
  expect([changed, await names("new")]).toEqual([3, ["ladder.tpm"]]);
  expect(await finishNotifications(at(3), { done: false, doneAt })).toMatchObject({ changed: 3 });
  expect((await tab("new")).map(({ readAt }) => readAt === null)).toEqual([true, true, true, false]);
});

it("counts what each tab lists, as messages are snoozed, done, muted and hidden", async () => {
  const { me, at, names } = await desk(["mention", "comment", "review.published", "ladder.tpm"]);
  const listed = async (hours: number) => ({
    new: (await names("new", hours)).length,
    snoozed: (await names("snoozed", hours)).length,
    done: (await names("done", hours)).length,
  });
  const [top, next] = (await listNotifications(at(1), { limit: 50, unread: false, state: "new" })).items;
  expect(await countsNotifications(at(1))).toEqual({ new: 4, snoozed: 0, done: 0 });
  await snoozeNotifications(at(1), { ids: [top?.id ?? ""], until: at(3).now().toISOString() });
  await finishNotifications(at(1), { ids: [next?.id ?? ""], done: true });
  await muteNotifications(at(1), { item: "/actions/ACT-901", muted: true });
  expect(await countsNotifications(at(1))).toEqual({ new: 1, snoozed: 1, done: 2 });
  expect(await countsNotifications(at(1))).toEqual(await listed(1));
  expect(await countsNotifications(at(3))).toEqual({ new: 2, snoozed: 0, done: 2 });
  const { id } = await incident();
  await tell([me.id], "About an incident without a creator", id);
  const later = () => countsNotifications(makeContext(database.prisma, me));
  expect(await later()).toMatchObject({ new: 3 });
  await database.prisma.incident.update({ where: { id }, data: { restricted: true, createdById: null } });
  expect(await later()).toMatchObject({ new: 2 });
});

it("moves some or all new messages to Done and back, but never snoozed ones", async () => {
  const { at, tab, names } = await desk(["mention", "comment", "review.published"]);
  const [top, next] = await tab("new");
  await snoozeNotifications(at(1), { ids: [next?.id ?? ""], until: at(9).now().toISOString() });
  expect(await finishNotifications(at(1), { done: true })).toMatchObject({ changed: 2 });
  expect([await names("new"), await names("snoozed")]).toEqual([[], ["comment"]]);
  expect((await tab("done")).every(({ readAt, doneAt }) => readAt !== null && doneAt !== null)).toBe(true);
  await finishNotifications(at(1), { ids: [top?.id ?? ""], done: false });
  expect(await names("new")).toEqual(["review.published"]);
  await expect(finishNotifications(at(1), { done: false })).rejects.toMatchObject({ code: "invalid" });
});

it("mutes an item or a kind, apart from what asks something of its person", async () => {
  const { me, at, names } = await desk([
    "action_item.assigned",
    "strategic_change.rescheduled",
    "mention",
    "ladder.manager",
  ]);
  await muteNotifications(at(1), { item: "/actions/ACT-901", muted: true });
  for (const item of ["/actions/ACT-900", "/actions/ACT-903"]) await muteNotifications(at(1), { item, muted: true });
  await chooseNotifications(at(1), { kind: "mentions", inbox: false });
  expect(await names("new")).toEqual(["ladder.manager", "action_item.assigned"]);
  expect(await names("done")).toEqual(["mention", "strategic_change.rescheduled"]);
  expect(await countUnread(at(1))).toBe(2);
  for (const kind of ["asked", "dates", "ladder"] as const)
    await expect(chooseNotifications(at(1), { kind, inbox: false })).rejects.toMatchObject({ code: "invalid" });
  const { rules, muted } = await settingsNotifications(as(me));
  expect(rules.find(({ kind }) => kind === "mentions")).toMatchObject({ inbox: false, mail: false, digest: true });
  expect(muted.map(({ item }) => item).sort()).toEqual(["/actions/ACT-900", "/actions/ACT-901", "/actions/ACT-903"]);
  await muteNotifications(at(1), { item: "/actions/ACT-901", muted: false });
  await chooseNotifications(at(1), { kind: "mentions", inbox: true });
  expect(await names("new")).toHaveLength(4);
});

it("offers the message of Monday to TPMs only", async () => {
  for (const role of ROLES) {
    const { rules } = await settingsNotifications(as(await makeUser(database.prisma, role, `${role} on Monday`)));
    expect(rules.some(({ kind }) => kind === "monday")).toBe(role === "tpm");
    expect(rules.some(({ kind }) => kind === "asked")).toBe(true);
  }
});

it("names a muted item only to those who can read it", async () => {
  const { id, key } = await incident();
  const { number } = await database.prisma.actionItem.create({
    data: { id: uuidv7(), title: "Hidden", type: "repair", priority: "P2", incidentId: id },
  });
  const item = `/actions/ACT-${number}`;
  await muteNotifications(as(reader), { item, muted: true });
  const titles = async () => (await settingsNotifications(as(reader))).muted.map(({ title }) => title);
  expect(await titles()).toEqual(["Hidden"]);
  await restrictIncident(as(author), { key, version: 1, restricted: true, userIds: [], teamIds: [] });
  expect(await titles()).toEqual([null]);
});

it("pages newest first without a gap", async () => {
  for (let i = 0; i < 5; i++) await tell([owner.id], `Page ${i}`);
  const first = await listNotifications(as(owner), { limit: 3, unread: false });
  const cursor = first.nextCursor ?? "";
  const rest = await listNotifications(as(owner), { limit: 50, unread: false, cursor });
  const all = await inbox(owner);
  expect([...first.items, ...rest.items].map((one) => one.subject)).toEqual(all);
  expect(all.slice(0, 2)).toEqual(["Page 4", "Page 3"]);
});

it("keeps news of teams out of the inbox until their person wants them there", async () => {
  const { at, names } = await desk(["action_item.team_new", "mention"]);
  expect([await names("new"), await names("done")]).toEqual([["mention"], ["action_item.team_new"]]);
  expect(await countUnread(at(1))).toBe(1);
  await chooseNotifications(at(1), { kind: "team", inbox: true });
  expect(await names("new")).toEqual(["mention", "action_item.team_new"]);
});
