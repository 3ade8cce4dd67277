import Papa from "papaparse";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { ROLES } from "#lib/base/access/roles.ts";
import { VIEW_SCOPES } from "#lib/base/vocabulary/saved-view.ts";
import { getActionItem } from "#server/follow/action-item/index.ts";
import { loggedClient } from "#server/testing/logged-client.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createSavedView, exportActionItems, listSavedViews, setDefaultView, updateSavedView } from "./index.ts";

const TODAY = "2026-10-31";
let database: TestDatabase;
let me: UserActor;
let manager: UserActor;
let stranger: UserActor;
let tpm: UserActor;
let teamId: string;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const namesFor = async (actor: UserActor) =>
  (await listSavedViews(as(actor), { today: TODAY })).items.map(({ name }) => name);

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  manager = await makeUser(prisma, "member", "manager");
  stranger = await makeUser(prisma, "member", "stranger");
  tpm = await makeUser(prisma, "tpm");
  teamId = (await prisma.team.create({ data: { id: uuidv7(), name: "Storage", managerId: manager.id } })).id;
  me = { ...(await makeUser(prisma, "member", "me")), teamIds: [teamId] };
  const secret = await prisma.incident.create({
    data: {
      ...{ id: uuidv7(), title: "Keys leaked", severity: 1, highestSeverity: 1, startedAt: new Date() },
      ...{ restricted: true, createdById: tpm.id },
    },
  });
  const blank = { type: "prevent" as const, priority: "P2" as const, dueDate: new Date("2026-10-01") };
  await prisma.actionItem.createMany({
    data: [
      { ...blank, id: uuidv7(), title: "=HYPERLINK(0)", ownerId: me.id, status: "accepted" },
      { ...blank, id: uuidv7(), title: 'Say "no", twice', teamId },
      { ...blank, id: uuidv7(), title: "Change the keys", incidentId: secret.id, ownerId: me.id, status: "accepted" },
      { ...blank, id: uuidv7(), title: "Rotate everything", incidentId: secret.id },
    ],
  });
});
afterAll(() => database.close());

describe("a saved view", () => {
  it("is seen by its maker, its team or everyone", async () => {
    await createSavedView(as(me), { name: "My own", scope: "mine", query: "view=mine" });
    await createSavedView(as(me), { name: "Our late ones", scope: "team", teamId, query: "view=late" });
    await createSavedView(as(tpm), { name: "All P0", scope: "everybody", query: "view=all&priority=P0" });
    expect(await namesFor(me)).toEqual(["My own", "Our late ones", "All P0"]);
    expect(await namesFor(manager)).toEqual(["Our late ones", "All P0"]);
    expect(await namesFor(stranger)).toEqual(["All P0"]);
  });

  it("is listed as the single decision allows", async () => {
    const rows = await database.prisma.savedView.findMany({ include: { team: true } });
    for (const actor of [me, manager, stranger, tpm]) {
      const read = rows.filter(({ team, ...row }) =>
        can(actor, "savedView", "read", { ...row, managerId: team?.managerId ?? null }),
      );
      expect((await namesFor(actor)).toSorted()).toEqual(read.map(({ name }) => name).toSorted());
    }
  });

  it("for everyone is saved by a TPM or an admin only, of a team by its people", async () => {
    const query = "view=open";
    for (const role of ROLES) {
      const actor = await makeUser(database.prisma, role, `${role} too`);
      const saved = createSavedView(as(actor), { name: "x", scope: "everybody", query }).then(({ id, version }) =>
        updateSavedView(as(actor), { id, version, removed: true }),
      );
      if (role === "tpm" || role === "admin") await saved;
      else await expect(saved).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(createSavedView(as(stranger), { name: "x", scope: "team", teamId, query })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("with an unknown field is rejected, and the field named", async () => {
    for (const query of ["colour=red", "filter=colour%3Dred"])
      await expect(createSavedView(as(me), { name: "x", scope: "mine", query })).rejects.toMatchObject({
        code: "rule",
        details: { message: expect.stringContaining("colour") },
      });
  });

  it("counts what its reader can see, and never what someone else has", async () => {
    const saved = await createSavedView(as(tpm), { name: "Late", scope: "everybody", query: "view=late" });
    const byMe = await createSavedView(as(me), { name: "By me", scope: "mine", query: `view=all&owner=${me.id}` });
    const byOther = await createSavedView(as(me), { name: "By her", scope: "mine", query: `owner=${tpm.id}` });
    const byFilter = await createSavedView(as(me), {
      name: "By it",
      scope: "mine",
      query: `filter=owner!%3D${tpm.id}`,
    });
    const countFor = async (actor: UserActor, id: string) =>
      (await listSavedViews(as(actor), { today: TODAY })).items.find((view) => view.id === id)?.count;
    expect([await countFor(me, saved.id), await countFor(tpm, saved.id), await countFor(stranger, saved.id)]).toEqual([
      3, 4, 2,
    ]);
    expect(await Promise.all([byMe, byOther, byFilter].map(({ id }) => countFor(me, id)))).toEqual([2, null, null]);
  });

  it("that one reader can't have leaves them their other views", async () => {
    const many = Array.from({ length: 50 }, () => "status=accepted").join(" and ");
    const query = new URLSearchParams({ owner: `${manager.id},me`, filter: many }).toString();
    await createSavedView(as(me), { name: "Full", scope: "team", teamId, query });
    const longest = new URLSearchParams({ owner: Array(99).fill(manager.id).concat("me").join(","), filter: many });
    await createSavedView(as(me), { name: "Fuller", scope: "team", teamId, query: longest.toString() });
    const { items } = await listSavedViews(as(manager), { today: TODAY });
    expect(items.find(({ name }) => name === "Full")?.count).toBe(0);
    expect(items.find(({ name }) => name === "Fuller")?.count).toBeNull();
  });

  it("is listed without counts on request, and never crowded out by those for everyone", async () => {
    const mine = { ownerId: me.id, query: "", createdAt: new Date() };
    const teams = Array.from({ length: 100 }, (_, at) => ({ ...mine, id: uuidv7(), name: `Aa ${at}`, teamId }));
    await database.prisma.savedView.createMany({ data: teams.map((view) => ({ ...view, scope: "team" as const })) });
    const { items } = await listSavedViews(as(me), { today: TODAY, counted: false });
    expect(items.map(({ name }) => name)).toContain("All P0");
    expect(items.every(({ count }) => count === null)).toBe(true);
    await database.prisma.savedView.deleteMany({ where: { name: { startsWith: "Aa " } } });
  });

  it("is renamed, replaced, removed and restored in the version that was read", async () => {
    const saved = await createSavedView(as(me), { name: "First", scope: "mine", query: "" });
    const { id } = saved;
    const renamed = await updateSavedView(as(me), { id, version: 1, name: "Second", query: "view=all&sort=team" });
    expect(renamed).toMatchObject({ name: "Second", query: "view=all&sort=team", version: 2 });
    await expect(updateSavedView(as(me), { id, version: 1, name: "Third" })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { name: "Second", version: 2 } },
    });
    await updateSavedView(as(me), { id, version: 2, removed: true });
    expect(await namesFor(me)).not.toContain("Second");
    await updateSavedView(as(me), { id, version: 3, removed: false });
    expect(await namesFor(me)).toContain("Second");
    await expect(updateSavedView(as(stranger), { id, version: 4, name: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("can't be shared further than its person may", async () => {
    const { id } = await createSavedView(as(me), { name: "Shared", scope: "mine", query: "" });
    await expect(updateSavedView(as(me), { id, version: 1, scope: "everybody" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await updateSavedView(as(me), { id, version: 1, scope: "team", teamId })).toMatchObject({
      team: { id: teamId, name: "Storage" },
    });
    expect(await updateSavedView(as(manager), { id, version: 2, name: "Ours" })).toMatchObject({ name: "Ours" });
  });

  it("that someone keeps to themselves has no name in the audit log", async () => {
    const { id } = await createSavedView(as(me), { name: "Zanzibar", scope: "mine", query: "q=zanzibar" });
    await updateSavedView(as(me), { id, version: 1, name: "Zanzibar two" });
    const entries = await database.prisma.auditEntry.findMany({ where: { nounId: id } });
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries).toLowerCase()).not.toContain("zanzibar");
  });

  it("opens first for one person, while they can see it", async () => {
    const { id, version } = await createSavedView(as(tpm), { name: "Start", scope: "everybody", query: "" });
    await setDefaultView(as(me), { id });
    const opened = async (actor: UserActor) => (await listSavedViews(as(actor), {})).defaultId;
    expect([await opened(me), await opened(stranger)]).toEqual([id, null]);
    await updateSavedView(as(tpm), { id, version, removed: true });
    expect(await opened(me)).toBeNull();
    await expect(setDefaultView(as(me), { id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("has every scope in the table of who can do what", () => {
    const facts = { ownerId: "maker", teamId: "storage", managerId: "boss" };
    const may = (actor: Partial<UserActor>) =>
      VIEW_SCOPES.map((scope) =>
        (["read", "edit"] as const).filter((action) =>
          can({ ...me, id: "x", teamIds: [], ...actor }, "savedView", action, { ...facts, scope }),
        ),
      );
    expect(may({})).toEqual([[], [], ["read"]]);
    expect(may({ id: "maker" })).toEqual([["read", "edit"], [], ["read"]]);
    expect(may({ id: "maker", teamIds: ["storage"] })).toEqual([["read", "edit"], ["read", "edit"], ["read"]]);
    expect(may({ teamIds: ["storage"] })).toEqual([[], ["read"], ["read"]]);
    expect(may({ id: "boss" })).toEqual([[], ["read", "edit"], ["read"]]);
    expect(may({ role: "tpm", teamIds: ["storage"] })).toEqual([[], ["read", "edit"], ["read", "edit"]]);
  });
});

describe("an export", () => {
  type Input = Omit<Parameters<typeof exportActionItems>[1], "whole"> & { whole?: boolean };
  const textOf = async (input: Input, actor = me) =>
    (await exportActionItems(as(actor), { whole: false, ...input, today: TODAY })).text();

  it("has the columns and rows of the view, and no cell that is a formula", async () => {
    const query = "columns=key,title,owner,late&sort=key";
    const { data } = Papa.parse<string[]>(await textOf({ format: "csv", query }), { skipEmptyLines: true });
    expect(data).toEqual([
      ["Key", "Title", "Owner", "Days late"],
      ["ACT-1", "'=HYPERLINK(0)", "me", "30"],
      ["ACT-2", 'Say "no", twice', "", "30"],
      ["ACT-3", "Change the keys", "me", "30"],
    ]);
    const saved = await createSavedView(as(me), { name: "Out", scope: "mine", query });
    expect(await textOf({ format: "csv", view: saved.id })).toBe(await textOf({ format: "csv", query }));
  });

  it("says that an action is blocked, as its list does", async () => {
    const { prisma } = database;
    const { id, status } = await prisma.actionItem.findFirstOrThrow({ where: { number: 3 } });
    const flag = { blockedReason: "No rack", blockedUntil: new Date("2026-12-08") };
    await prisma.actionItem.update({ where: { id }, data: { ...flag, status: "in_progress" } });
    const query = "columns=key,status,unblocked&filter=key%3DACT-3";
    expect(await textOf({ format: "csv", query })).toBe("Key,Status,Blocked until\r\nACT-3,Blocked,2026-12-08\r\n");
    await prisma.actionItem.update({ where: { id }, data: { status, blockedReason: null, blockedUntil: null } });
  });

  it("as JSON has the fields of the list, and only what its reader can see", async () => {
    const { items } = JSON.parse(await textOf({ format: "json", query: "view=all&sort=key" }, stranger));
    expect(items.map(({ key }: { key: string }) => key)).toEqual(["ACT-1", "ACT-2"]);
    expect(items[0]).toMatchObject({ title: "=HYPERLINK(0)", owner: { name: "me" } });
  });

  it("as whole JSON has each action as the API returns it, and counts its comments", async () => {
    const { prisma } = database;
    const at = new Date();
    const { id } = await prisma.actionItem.findFirstOrThrow({ where: { number: 1 } });
    const other = await prisma.actionItem.findFirstOrThrow({ where: { number: 2 } });
    const own = { actionItemId: id };
    await prisma.actionItem.update({ where: { id }, data: { description: "A drill", doneWhen: "- It restores" } });
    await prisma.actionEvidence.create({ data: { ...own, id: uuidv7(), kind: "text", text: "Seen", addedAt: at } });
    await prisma.actionCheck.create({ data: { ...own, id: uuidv7(), position: 1, text: "Order disks", doneAt: at } });
    await prisma.actionWatcher.create({ data: { ...own, userId: stranger.id, since: at } });
    await prisma.actionRelation.create({ data: { fromId: id, toId: other.id, kind: "blocks", addedAt: at } });
    await prisma.actionItemDueMove.create({
      data: {
        ...{ ...own, id: uuidv7(), fromDate: new Date("2026-09-01"), toDate: null, reason: "Parts are late" },
        movedAt: new Date("2026-09-02"),
      },
    });
    const comment = { authorId: me.id, body: "Soon" };
    await prisma.commentThread.create({
      data: {
        ...{ ...own, id: uuidv7(), quote: "" },
        comments: {
          create: [
            { ...comment, id: uuidv7() },
            { ...comment, id: uuidv7(), deletedAt: at },
          ],
        },
      },
    });
    for (const actor of [me, stranger]) {
      const { items } = JSON.parse(await textOf({ format: "json", whole: true, query: "view=all&sort=key" }, actor));
      for (const { comments, ...item } of items) {
        expect(item).toEqual(await getActionItem(as(actor), { key: item.key }));
        expect(comments).toBe(item.key === "ACT-1" ? 1 : 0);
      }
      expect(items[0]).toMatchObject({ description: "A drill", history: [{ kind: "due" }, { kind: "evidence" }] });
    }
  });

  it("as whole JSON takes as many statements for many actions as for two", async () => {
    const { prisma: logged, statements } = loggedClient(database.url);
    const key = async (title: string) => (await database.prisma.actionItem.findFirstOrThrow({ where: { title } })).id;
    const blank = { type: "prevent" as const, priority: "P2" as const, description: "many", ownerId: me.id };
    const into = await key("=HYPERLINK(0)");
    const add = async (at: number) => {
      const id = uuidv7();
      const step = { id: uuidv7(), actionItemId: id, byId: me.id, at: new Date() };
      await database.prisma.actionItem.create({
        data: { ...blank, id, title: `Part ${at}`, status: "declined", declineKind: "duplicate", declineLink: "ACT-1" },
      });
      await database.prisma.actionItemTransition.create({
        data: { ...step, fromStatus: "proposed", toStatus: "declined" },
      });
      await database.prisma.actionRelation.create({
        data: { fromId: id, toId: into, kind: "blocks", addedAt: step.at },
      });
      await database.prisma.actionRework.create({
        data: { id: uuidv7(), kind: "merge", actionItemId: id, otherIds: [into], detail: {}, byId: me.id, at: step.at },
      });
      await database.prisma.auditEntry.create({
        data: {
          ...{ id: uuidv7(), at: step.at, noun: "action_item", nounId: id, action: "action_item.handed_over" },
          ...{ actorKind: "user", actorLabel: "me", before: { ownerId: null }, after: { ownerId: me.id } },
        },
      });
    };
    const count = async () => {
      statements.length = 0;
      const ctx = { ...as(me), db: logged };
      const input = { format: "json", whole: true, query: "view=all&sort=key", today: TODAY } as const;
      const { items } = JSON.parse(await (await exportActionItems(ctx, input)).text());
      const first = items.find(({ key }: { key: string }) => key === "ACT-1");
      expect(first).toMatchObject(await getActionItem(as(me), { key: "ACT-1" }));
      return { items: items.length, statements: statements.length };
    };
    await add(0);
    const [few, added] = [await count(), 9];
    for (let at = 1; at <= added; at++) await add(at);
    expect(await count()).toEqual({ items: few.items + added, statements: few.statements });
    await logged.$disconnect();
  });

  it("of an unknown view or field is rejected", async () => {
    for (const query of ["filter=title~%00", "q=%00"])
      await expect(textOf({ format: "csv", query })).rejects.toMatchObject({ code: "rule" });
    await expect(textOf({ format: "csv", view: uuidv7() })).rejects.toMatchObject({ code: "not_found" });
    await expect(textOf({ format: "csv", query: "colour=red" })).rejects.toMatchObject({ code: "rule" });
  });
});
