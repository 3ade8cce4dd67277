import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Notification } from "#lib/contract/notification.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { createActionItem, getActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { listNotifications, markNotifications, snoozeNotifications, wakeSnoozed } from "./index.ts";

let database: TestDatabase;
let me: UserActor;
let other: UserActor;
let key: string;

beforeAll(async () => {
  database = await testDatabase();
  me = await makeUser(database.prisma, "member", "Mine");
  other = await makeUser(database.prisma, "tpm", "Tess");
  await database.prisma.user.update({ where: { id: me.id }, data: { timeZone: "Europe/Dublin" } });
});
beforeEach(async () => {
  await database.prisma.actionItem.deleteMany();
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [], teamId: null };
  const named = { ...blank, title: "Sign the mail", type: "prevent", priority: "P2", ownerId: me.id } as const;
  key = (await createActionItem(as(other, 1), { ...named, dueDate: "2017-03-10" })).key;
  await database.prisma.notification.deleteMany();
});
afterAll(() => database.close());

const DAY = "2017-02-";
/** A moment of February 2017, in days. */
const on = (day: number) => new Date(Date.parse(`${DAY}01T12:00:00Z`) + (day - 1) * 86_400_000);
const as = (actor: UserActor, day: number) => makeContext(database.prisma, actor, () => on(day));
const job = (day: number) => makeContext(database.prisma, { kind: "system", label: "job" }, () => on(day));

async function message(href = `/actions/${key}?comment=1`): Promise<string> {
  await transact(as(other, 2), async (tx) => {
    await notify(tx, { userId: me.id, kind: "mention", subject: "Look", body: "", href, incidentId: null });
    return unrecorded("a message for the test");
  });
  const [row] = (await listNotifications(as(me, 2), { limit: 1, unread: false })).items;
  return row?.id ?? "";
}
const tab = async (state: "new" | "snoozed", day: number) =>
  (await listNotifications(as(me, day), { limit: 50, unread: false, state })).items.map((one) =>
    Notification.parse(one),
  );
const move = async (actor: UserActor, day: number, dueDate: string) => {
  const { version } = await getActionItem(as(actor, day), { key });
  await updateActionItem(as(actor, day), { key, version, dueDate });
};

it("shows a message again, unread, once someone else changes its item, not if its person does", async () => {
  const ids = [await message()];
  await markNotifications(as(me, 3), { ids, read: true });
  expect(await snoozeNotifications(as(me, 3), { ids, until: "change" })).toEqual({ changed: 1 });
  expect(await tab("new", 4)).toEqual([]);
  expect(await tab("snoozed", 4)).toMatchObject([{ wakes: "change", due: "2017-03-10" }]);
  await updateActionItem(as(me, 4), { key, version: 1, doneWhen: "It pages" });
  expect(await wakeSnoozed(job(5))).toBe(0);
  const { version } = await getActionItem(as(other, 5), { key });
  await updateActionItem(as(other, 5), { key, version, title: "Sign every mail" });
  expect(await wakeSnoozed(job(6))).toBe(1);
  expect(await wakeSnoozed(job(6))).toBe(0);
  expect(await tab("new", 6)).toMatchObject([{ readAt: null, shownAt: on(6).toISOString(), wakes: null }]);
});

it("shows it again on another message about the item, and on its due date in the zone of its person", async () => {
  const first = await message();
  await snoozeNotifications(as(me, 3), { ids: [first], until: "change" });
  expect((await tab("snoozed", 3))[0]?.shownAt).toBe("2017-03-10T09:00:00.000Z");
  await message(`/actions/${key}0`);
  expect(await wakeSnoozed(job(4))).toBe(0);
  await transact(as(other, 5), async (tx) => {
    const about = { subject: "Again", body: "", href: `/actions/${key}#evidence`, incidentId: null };
    await notify(tx, { userId: me.id, kind: "comment", ...about });
    return unrecorded("a message for the test");
  });
  expect(await wakeSnoozed(job(6))).toBe(1);
});

it("follows the due date until then, whatever else changes, and a snooze that is undone ends", async () => {
  const ids = [await message()];
  await snoozeNotifications(as(me, 3), { ids, until: "due" });
  await move(other, 4, "2017-04-03");
  expect(await wakeSnoozed(job(5))).toBe(0);
  // Summer time.
  expect(await tab("snoozed", 5)).toMatchObject([{ wakes: "due", shownAt: "2017-04-03T08:00:00.000Z" }]);
  await snoozeNotifications(as(me, 5), { ids, until: null });
  const [news, back] = [{ kind: "action_item.news" }, { kind: "mention", wakes: null }];
  expect(await tab("new", 5)).toMatchObject([news, back]);
  await snoozeNotifications(as(me, 5), { ids, until: "due" });
  await move(other, 6, "2017-02-01");
  expect(await wakeSnoozed(job(6))).toBe(1);
});

it("rejects what has no item, and what is due on no later day", async () => {
  const refused = { details: { fields: [{ field: "until" }] } };
  const nowhere = [await message("/")];
  await expect(snoozeNotifications(as(me, 3), { ids: nowhere, until: "change" })).rejects.toMatchObject(refused);
  await move(other, 3, "2017-02-03");
  const ids = [await message()];
  await expect(snoozeNotifications(as(me, 3), { ids, until: "due" })).rejects.toMatchObject(refused);
  expect(await snoozeNotifications(as(me, 3), { ids, until: "change" })).toEqual({ changed: 1 });
});
