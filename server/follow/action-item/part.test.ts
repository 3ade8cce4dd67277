import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { ActionItem } from "#lib/contract/action-item.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { actionComments, changeComments } from "../comment/index.ts";
import { getWork } from "../my-work/index.ts";
import { createStrategicChange } from "../strategic-change/index.ts";
import {
  addCheck,
  askOwners,
  changeCheck,
  createActionItem,
  getActionItem,
  relate,
  transitionActionItem,
  unaskOwners,
  unrelate,
  updateActionItem,
  watch,
} from "./index.ts";

const NOW = new Date("2026-10-01T10:00:00Z");
let database: TestDatabase;
let owner: UserActor;
let other: UserActor;
let tpm: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor, () => NOW);
const read = (key: string, actor = owner) => getActionItem(as(actor), { key });
const at = async (key: string) => ({ key, version: (await read(key)).version });
const create = async (title: string, incidentKey?: string) => {
  const blank = { description: "", doneWhen: "", trackerUrl: null, factorIds: [], changeKeys: [], teamId: null };
  const fields = { title, type: "detect" as const, priority: "P2" as const, ownerId: owner.id };
  return (await createActionItem(as(owner), { ...blank, ...fields, ...(incidentKey ? { incidentKey } : {}) })).key;
};
const INCIDENT = {
  ...{ kind: "incident" as const, severity: 2, serviceIds: [], resolvedAt: null },
  ...{ timeZone: "UTC", impactText: "", title: "Leaked key" },
};
const restricted = async (title: string) => {
  const incident = await createIncident(as(owner), { ...INCIDENT, restricted: true });
  return create(title, incident.key);
};
const relationsOf = async (key: string, actor = owner) =>
  (await read(key, actor)).relations.map((one) => [one.relation, one.key]);
const accept = async (key: string) => transitionActionItem(as(owner), { ...(await at(key)), to: "accepted" });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  other = await makeUser(database.prisma, "member", "other");
  tpm = await makeUser(database.prisma, "tpm", "tpm");
});
afterAll(() => database.close());

describe("a question to the owners", () => {
  const question = "Is its date still right?";

  it("is a message to each that can be asked, and names the others", async () => {
    const [open, mine, gone] = [
      await create("Alert on load"),
      await create("Alert on heat"),
      await create("Old alert"),
    ];
    const item = await database.prisma.actionItem.findMany({
      where: { title: { in: ["Alert on heat", "Old alert"] } },
    });
    const idOf = (title: string) => item.find((one) => one.title === title)?.id ?? "";
    await database.prisma.actionItem.update({ where: { id: idOf("Alert on heat") }, data: { ownerId: other.id } });
    await database.prisma.actionItem.update({ where: { id: idOf("Old alert") }, data: { ownerId: null } });
    const keys = [open, mine, gone, open];
    expect(await askOwners(as(other), { keys, question })).toEqual({
      asked: [{ key: open, owner: "owner", messageId: expect.any(String) }],
      notAsked: [
        { key: mine, reason: "You own it" },
        { key: gone, reason: "It has no owner" },
      ],
    });
    const told = await database.prisma.notification.findMany({ where: { kind: "action_item.asked" } });
    expect(told).toMatchObject([
      { userId: owner.id, subject: `Question about ${open} Alert on load`, body: `other: ${question}` },
    ]);
    const entries = await database.prisma.auditEntry.findMany({ where: { action: "action_item.asked" } });
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain(question);
  });

  it("is withdrawn by the person who asked, silently if its owner hasn't seen it, and stays in the history", async () => {
    const key = await create("Alert on dust");
    // By the clock of the machine, which runs on between two statements.
    const live = (actor: UserActor) => makeContext(database.prisma, actor);
    const messages = () =>
      database.prisma.notification.findMany({ where: { href: `/actions/${key}` }, orderBy: { id: "asc" } });
    const ask = async () => {
      const { asked } = await askOwners(live(other), { keys: [key], question });
      return asked.map(({ key: of, messageId }) => ({ key: of, messageId }));
    };
    await database.prisma.notification.deleteMany({ where: { href: `/actions/${key}` } });
    const first = await ask();
    await expect(unaskOwners(live(owner), { asks: first })).rejects.toMatchObject({ code: "not_found" });
    expect(await unaskOwners(live(other), { asks: first })).toEqual({ withdrawn: 1, told: 0 });
    expect(await messages()).toEqual([]);
    expect(await unaskOwners(live(other), { asks: first })).toEqual({ withdrawn: 0, told: 0 });
    const second = await ask();
    await database.prisma.notification.updateMany({ where: { href: `/actions/${key}` }, data: { readAt: new Date() } });
    expect(await unaskOwners(live(other), { asks: second })).toEqual({ withdrawn: 1, told: 1 });
    expect((await messages()).map(({ kind, doneAt, userId }) => [kind, doneAt !== null, userId])).toEqual([
      ["action_item.asked", true, owner.id],
      ["action_item.ask_withdrawn", false, owner.id],
    ]);
    const { history } = await getActionItem(as(owner), { key });
    expect(history.flatMap(({ kind, from, to }) => (kind === "ask" ? [[from, to]] : []))).toEqual([
      ["owner", "asked"],
      [null, "withdrawn"],
      ["owner", "asked"],
      [null, "withdrawn"],
    ]);
    await database.prisma.notification.deleteMany({ where: { href: `/actions/${key}` } });
  });

  it("can't be sent about an action that is hidden, or by someone who only reads", async () => {
    const key = await restricted("Change the keys");
    await expect(askOwners(as(other), { keys: [key], question })).rejects.toMatchObject({ code: "not_found" });
    const viewer = await makeUser(database.prisma, "viewer", "reader");
    const open = await create("Alert on noise");
    await expect(askOwners(as(viewer), { keys: [open], question })).rejects.toMatchObject({ code: "forbidden" });
    expect(await database.prisma.notification.count({ where: { kind: "action_item.asked" } })).toBe(1);
  });
});

describe("relations", () => {
  it("are shown on both sides, once, and in both histories", async () => {
    const [a, b] = [await create("Alert on age"), await create("Alert on size")];
    const one = { relation: "relates", otherKey: b } as const;
    const related = await relate(as(owner), { ...(await at(a)), ...one });
    expect(ActionItem.parse(related)).toEqual(related);
    const again = await relate(as(owner), { ...(await at(b)), relation: "relates", otherKey: a });
    expect(again.version).toBe((await at(b)).version);
    const stale = relate(as(owner), { key: b, version: 99, relation: "relates", otherKey: a });
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    expect([await relationsOf(a), await relationsOf(b)]).toEqual([[["relates", b]], [["relates", a]]]);
    await unrelate(as(owner), { ...(await at(b)), relation: "relates", otherKey: a });
    const { relations, history } = await read(a);
    expect(relations).toEqual([]);
    expect(history.map(({ kind, to, others }) => [kind, to, others[0]?.key])).toEqual([
      ["relation", "added", b],
      ["relation", "removed", b],
    ]);
  });

  it("reject a circle of blocks, however long", async () => {
    const [a, b, c] = [await create("A"), await create("B"), await create("C")];
    const blocks = async (key: string, otherKey: string) =>
      relate(as(owner), { ...(await at(key)), relation: "blocks", otherKey });
    await blocks(a, b);
    await blocks(b, c);
    await expect(blocks(c, a)).rejects.toMatchObject({ details: { rule: "relation_circle" } });
    const back = { relation: "blocked_by" as const, otherKey: c };
    await expect(relate(as(owner), { ...(await at(a)), ...back })).rejects.toMatchObject({ code: "rule" });
    await accept(a);
    const flag = { blockedReason: "C comes first", blockedBy: { kind: "action" as const, id: c } };
    await expect(updateActionItem(as(owner), { ...(await at(a)), ...flag })).rejects.toMatchObject({ code: "rule" });
    expect(await relationsOf(a)).toEqual([["blocks", b]]);
  });

  it("and the blocked flag are one record: it comes with the flag and goes with it", async () => {
    const [a, b] = [await create("Move the backup"), await create("Open the vault")];
    await accept(a);
    const flag = { blockedReason: "The vault is closed", blockedBy: { kind: "action" as const, id: b } };
    const flagged = await updateActionItem(as(owner), { ...(await at(a)), ...flag });
    expect(flagged.blockedBy).toMatchObject({ kind: "action", id: b });
    expect(await relationsOf(b)).toEqual([["blocks", a]]);
    const removed = await unrelate(as(owner), { ...(await at(a)), relation: "blocked_by", otherKey: b });
    expect(removed).toMatchObject({ blockedBy: null, blockedReason: "The vault is closed", relations: [] });
    await updateActionItem(as(owner), { ...(await at(a)), ...flag });
    await updateActionItem(as(owner), { ...(await at(a)), blockedBy: { kind: "person", id: other.id } });
    expect(await relationsOf(a)).toEqual([]);
    await updateActionItem(as(owner), { ...(await at(a)), ...flag });
    const step = { to: "implemented" as const, evidence: "Moved" };
    const implemented = await transitionActionItem(as(owner), { ...(await at(a)), ...step });
    expect(implemented).toMatchObject({ blockedBy: null, blockedReason: null, relations: [] });
    expect(implemented.history.filter(({ kind }) => kind === "blocked").map(({ to }) => to)).toEqual(["blocked"]);
    const ofBlocker = (await read(b)).history.filter(({ kind }) => kind === "relation").map(({ to }) => to);
    expect(ofBlocker).toEqual(["added", "removed", "added", "removed", "added", "removed"]);
  });

  it("to an action that a reader can't open are hidden from them, and can't be added by them", async () => {
    const [open, hidden] = [await create("Rotate keys"), await restricted("Find who read the key")];
    await relate(as(owner), { ...(await at(open)), relation: "blocks", otherKey: hidden });
    expect(await relationsOf(open)).toEqual([["blocks", hidden]]);
    const seen = await read(open, other);
    expect(seen.relations).toEqual([]);
    expect(seen.history).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain("who read");
    const mine = await createActionItem(as(other), {
      ...{ title: "Mine", type: "detect", priority: "P2", description: "", doneWhen: "", trackerUrl: null },
      ...{ factorIds: [], changeKeys: [], teamId: null, ownerId: null },
    });
    const to = (otherKey: string) =>
      relate(as(other), { key: mine.key, version: 1, relation: "relates", otherKey }).catch(
        ({ code, details }: { code: string; details: unknown }) => [
          code,
          JSON.stringify(details).replace(otherKey, ""),
        ],
      );
    expect(await to(hidden)).toEqual(await to("ACT-9999"));
  });
});

describe("the checklist", () => {
  it("keeps its order, what is done, and its history", async () => {
    const key = await create("Rehearse a restore");
    for (const text of ["Order the disks", "Write the page"]) await addCheck(as(owner), { ...(await at(key)), text });
    const { checks } = await read(key);
    const change = async (index: number, fields: object) =>
      changeCheck(as(owner), { ...(await at(key)), checkId: checks[index]?.id ?? "", ...fields });
    expect((await change(0, { done: true })).checks).toMatchObject([{ done: true }, { done: false }]);
    expect((await change(1, { text: "Write the runbook" })).checks[1]?.text).toBe("Write the runbook");
    expect((await change(0, { removed: true })).checks).toHaveLength(1);
    const reworded = await database.prisma.auditEntry.findFirst({ where: { action: "action_item.check_changed" } });
    expect(reworded).toMatchObject({ before: { text: "Write the page" }, after: { text: "Write the runbook" } });
    const restored = await change(0, { removed: false });
    expect(restored.checks).toMatchObject([{ text: "Order the disks", done: true }, { text: "Write the runbook" }]);
    expect(restored.history.map(({ to, reason }) => [to, reason])).toEqual([
      ["added", "Order the disks"],
      ["added", "Write the page"],
      ["done", "Order the disks"],
      ["changed", "Write the runbook"],
      ["removed", "Order the disks"],
      ["restored", "Order the disks"],
    ]);
  });

  it("is changed by those who work on the action only, in the version they read, and only its own items", async () => {
    const [key, another] = [await create("Rehearse"), await create("Another")];
    const { checks } = await addCheck(as(owner), { ...(await at(key)), text: "Order the disks" });
    const checkId = checks[0]?.id ?? "";
    const viewer = await makeUser(database.prisma, "viewer");
    const forbidden = changeCheck(as(viewer), { ...(await at(key)), checkId, done: true });
    await expect(forbidden).rejects.toMatchObject({ code: "forbidden" });
    const stale = changeCheck(as(owner), { key, version: 1, checkId, done: true });
    await expect(stale).rejects.toMatchObject({ code: "conflict", details: { current: { key } } });
    const elsewhere = changeCheck(as(owner), { ...(await at(another)), checkId, done: true });
    await expect(elsewhere).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("owners and watchers", () => {
  const watchAs = (actor: UserActor, key: string, on = true) => watch(as(actor), { key, on });
  const newsOf = async (user: UserActor, key: string) =>
    (
      await database.prisma.notification.findMany({
        where: { userId: user.id, href: `/actions/${key}` },
        orderBy: { id: "asc" },
      })
    ).map(({ kind, subject }) => [kind, subject.replace(/^.*: /, "")]);

  it("are notified of its events, once each, and not of their own or after they stopped", async () => {
    const key = await create("Alert on an empty backup");
    const watched = await watchAs(other, key);
    expect(watched).toMatchObject({ watching: true, watchers: [{ name: "other" }], version: 1 });
    expect(await watchAs(other, key)).toMatchObject({ watchers: [{ name: "other" }] });
    await watchAs(owner, key);
    await accept(key);
    await updateActionItem(as(owner), { ...(await at(key)), dueDate: "2026-12-01", dueReason: "The vendor is closed" });
    await updateActionItem(as(owner), { ...(await at(key)), blockedReason: "The vendor is closed" });
    expect(await newsOf(other, key)).toEqual([
      ["action_item.news", "Accepted"],
      ["action_item.news", "Due Tue 1 Dec 2026"],
      ["action_item.news", "Blocked"],
    ]);
    expect(await newsOf(owner, key)).toEqual([]);
    expect(await watchAs(other, key, false)).toMatchObject({ watching: false, watchers: [{ name: "owner" }] });
    await transitionActionItem(as(owner), { ...(await at(key)), to: "implemented", evidence: "Paged after 70 s" });
    expect(await newsOf(other, key)).toHaveLength(3);
  });

  it("are notified of what others did with an action that they own, with its date before and the reason", async () => {
    const key = await create("Rotate the keys of the depot");
    await accept(key);
    const was = (await read(key)).dueDate ?? "";
    await updateActionItem(as(tpm), { ...(await at(key)), dueDate: "2026-12-01", dueReason: "The vendor is closed" });
    await updateActionItem(as(tpm), { ...(await at(key)), dueDate: was, undoesDueMove: true });
    await updateActionItem(as(tpm), {
      ...(await at(key)),
      ownerId: other.id,
      dueDate: "2026-12-02",
      dueReason: "Leave",
    });
    const bodies = await database.prisma.notification.findMany({
      where: { href: `/actions/${key}` },
      select: { userId: true, subject: true, body: true },
      orderBy: { id: "asc" },
    });
    const name = `${key} Rotate the keys of the depot`;
    const newOwner = { userId: other.id, subject: `Accept or hand over: ${name}`, body: "Due Wed 2 Dec 2026." };
    expect(bodies).toEqual([
      {
        userId: owner.id,
        subject: `${name}: Due Tue 1 Dec 2026`,
        body: `It was due ${longDay(was)}. The vendor is closed`,
      },
      {
        userId: owner.id,
        subject: `${name}: Due ${longDay(was)}`,
        body: "It was due Tue 1 Dec 2026. The move was undone.",
      },
      newOwner,
      { userId: owner.id, subject: `${name}: New owner`, body: "" },
    ]);
  });

  it("who can no longer read the action aren't notified", async () => {
    const key = await create("Rotate keys");
    await watchAs(other, key);
    const incident = await createIncident(as(owner), { ...INCIDENT, restricted: true });
    await updateActionItem(as(owner), { ...(await at(key)), incidentKey: incident.key });
    await accept(key);
    expect(await newsOf(other, key)).toEqual([]);
    await expect(watchAs(other, key)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("comments on an action", () => {
  const start = (actor: UserActor, key: string, mentionIds: string[] = []) =>
    actionComments.start(as(actor), { key, quote: "", blockId: null, body: "Who has the key?", mentionIds });
  const kindsOf = async (user: UserActor, key: string) =>
    (
      await database.prisma.notification.findMany({
        where: { userId: user.id, href: { startsWith: `/actions/${key}?` } },
        orderBy: { id: "asc" },
      })
    ).map(({ kind }) => kind);

  it("notify its owner, those who watch it and those mentioned, about this action only", async () => {
    const [key, another] = [await create("Open the vault"), await create("Another")];
    const [watcher, mentioned] = [
      await makeUser(database.prisma, "member", "watcher"),
      await makeUser(database.prisma, "viewer", "mentioned"),
    ];
    await watch(as(watcher), { key, on: true });
    const thread = await start(other, key, [mentioned.id]);
    const kinds = await Promise.all([owner, watcher, mentioned, other].map((user) => kindsOf(user, key)));
    expect(kinds).toEqual([["comment"], ["comment"], ["mention"], []]);
    const reply = { id: thread.id, body: "In the safe", mentionIds: [] };
    await actionComments.reply(as(owner), { key, ...reply });
    expect(await actionComments.list(as(mentioned), { key })).toMatchObject({
      mayComment: false,
      items: [{ comments: [{ body: "Who has the key?" }, { body: "In the safe" }] }],
    });
    await expect(actionComments.reply(as(owner), { key: another, ...reply })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(start(mentioned, key)).rejects.toMatchObject({ code: "forbidden" });
    const passage = { key, quote: "", blockId: "b1", body: "Which?", mentionIds: [] };
    await expect(actionComments.start(as(owner), passage)).rejects.toMatchObject({ code: "invalid" });
    const assign = { key, id: thread.id, version: 2, assigneeId: watcher.id };
    await actionComments.assign(as(owner), assign);
    const work = await getWork(as(watcher));
    expect(JSON.stringify(work)).toContain(`/actions/${key}?thread=${thread.id}`);
  });

  it("of a restricted incident are hidden from others, who are neither notified nor assigned", async () => {
    const key = await restricted("Find who read it");
    const { id, version } = await start(owner, key, [other.id]);
    expect(await kindsOf(other, key)).toEqual([]);
    for (const verb of [
      () => actionComments.list(as(other), { key }),
      () => actionComments.reply(as(other), { key, id, body: "Me", mentionIds: [] }),
    ])
      await expect(verb()).rejects.toMatchObject({ code: "not_found" });
    const assigned = actionComments.assign(as(owner), { key, id, version, assigneeId: other.id });
    await expect(assigned).rejects.toMatchObject({ code: "invalid" });
  });

  it("are on strategic changes too, where everyone reads them", async () => {
    const { key } = await createStrategicChange(as(owner), {
      ...{ title: "One vault", problem: "", expectedEffect: "", targetQuarter: null, ownerId: owner.id },
      ...{ sponsorId: null, teamId: null, factorIds: [], actionKeys: [] },
    });
    const fields = { key, quote: "", blockId: null, body: "Since when?", mentionIds: [] };
    await changeComments.start(as(other), fields);
    expect((await changeComments.list(as(owner), { key })).items).toMatchObject([{ comments: [{ mine: false }] }]);
    const told = await database.prisma.notification.findMany({ where: { userId: owner.id, kind: "comment" } });
    expect(told.at(-1)?.href).toContain(`/strategy/${key}?thread=`);
  });
});
