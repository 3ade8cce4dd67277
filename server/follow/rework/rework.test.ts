import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ActionItem } from "#lib/contract/action-item.ts";
import { generateReview } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import {
  addCheck,
  addEvidenceTo,
  createActionItem,
  relate,
  transitionActionItem,
  updateActionItem,
  watch,
} from "../action-item/index.ts";
import { actionComments } from "../comment/index.ts";
import { findingRecords } from "../finding/index.ts";
import { createStrategicChange, getStrategicChange, updateStrategicChange } from "../strategic-change/index.ts";
import { convert, merge, move, split, undo } from "./index.ts";
import { reworkDesk } from "./testing/rework-desk.ts";

const NOW = new Date("2026-10-01T10:00:00Z");
let now = NOW;
let database: TestDatabase;
let owner: UserActor;
let tpm: UserActor;
let other: UserActor;

const as = (actor: UserActor) => makeContext(database.prisma, actor, () => now);
const { read, rowOf, at, create, incident, incidentRow } = reworkDesk(() => ({ database, owner, as }));
const eventOf = async (incidentKey: string) => {
  const [id, incidentId] = [crypto.randomUUID(), (await incidentRow(incidentKey)).id];
  await database.prisma.timelineEvent.create({
    data: {
      ...{ id, incidentId, number: 4, title: "Alert fired", orderHint: 1, identity: "1" },
      ...{ kind: "paged", precision: "unknown", sourceType: "notes", sourceLetter: "N" },
    },
  });
  return id;
};
const undoLast = async (key: string, actor = owner) => {
  const { history, version } = await read(key, actor);
  const reworkId = history.findLast(({ undoId }) => undoId !== null)?.undoId ?? crypto.randomUUID();
  return undo(as(actor), { key, version, reworkId });
};
/** Returns the state that an undo must restore: everything but the history, the version and when it changed last. */
const stateOf = async (key: string) => {
  const { history: _history, version: _version, updatedAt: _updatedAt, ...state } = await read(key);
  return state;
};
const reworksOf = async (key: string, actor = owner) =>
  (await read(key, actor)).history
    .filter(({ kind }) => kind === "rework")
    .map(({ from, to, others }) => [from, to, ...others.map((one) => one.key)]);
const rule = (name: string) => ({ code: "rule", details: { rule: name } });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  other = await makeUser(database.prisma, "member", "other");
  tpm = await makeUser(database.prisma, "tpm", "tpm");
});
afterAll(() => database.close());

describe("a merge", () => {
  it("declines the duplicate, hands over its links, joins the histories, and is undone from either page", async () => {
    const [b, c] = [await create("Script for undoing a push"), await create("Open the vault")];
    const a = await create("Roll back with one command");
    await watch(as(other), { key: b, on: true });
    await transitionActionItem(as(owner), { ...(await at(b)), to: "accepted" });
    const blockedBy = { kind: "action" as const, id: c };
    await updateActionItem(as(owner), { ...(await at(b)), blockedReason: "The vault is closed", blockedBy });
    const change = await createStrategicChange(as(tpm), {
      ...{ title: "Undo everything", problem: "", expectedEffect: "", targetQuarter: null, factorIds: [] },
      ...{ ownerId: null, sponsorId: null, teamId: null, actionKeys: [b] },
    });
    const partsOf = async () => {
      const { version, actions } = await getStrategicChange(as(tpm), { key: change.key });
      return [version, ...actions.map(({ key }) => key).sort()];
    };
    const [beforeA, beforeB] = [await stateOf(a), await stateOf(b)];
    const merged = await merge(as(owner), { ...(await at(b)), intoKey: a });
    expect(ActionItem.parse(merged)).toEqual(merged);
    expect(merged).toMatchObject({ status: "declined", declineKind: "duplicate", declineLink: a, blockedBy: null });
    const into = await read(a);
    expect(into.relations).toMatchObject([{ relation: "duplicated_by", key: b }]);
    expect(into.watchers.map(({ name }) => name)).toEqual(["other"]);
    expect(into.history.filter(({ of }) => of === b).map(({ to }) => to)).toContain("accepted");
    expect(await partsOf()).toEqual([change.version + 1, ...[a, b].sort()]);
    await undoLast(a);
    expect(await partsOf()).toEqual([change.version + 2, b]);
    expect([await stateOf(a), await stateOf(b)]).toEqual([beforeA, beforeB]);
    expect(await reworksOf(a)).toEqual([
      [null, "merged_in", b],
      ["undone", "merged_in", b],
    ]);
    expect((await read(a)).history.some(({ of }) => of !== null)).toBe(false);
    const ofBlocker = (await read(c)).history.filter(({ kind }) => kind === "relation").map(({ to }) => to);
    expect(ofBlocker).toEqual(["added", "removed", "added"]);
    await merge(as(owner), { ...(await at(b)), intoKey: a });
    await undoLast(b);
    expect([await stateOf(a), await stateOf(b)]).toEqual([beforeA, beforeB]);
  });

  it("there and back shows each history once, and leaves what was related before", async () => {
    const [a, b] = [await create("A"), await create("B")];
    await relate(as(owner), { ...(await at(a)), relation: "duplicates", otherKey: b });
    const before = await stateOf(a);
    await merge(as(owner), { ...(await at(a)), intoKey: b });
    await undoLast(a);
    expect(await stateOf(a)).toEqual(before);
    await merge(as(owner), { ...(await at(a)), intoKey: b });
    await transitionActionItem(as(owner), { ...(await at(a)), to: "proposed", reason: "It differs" });
    expect((await read(b)).history.some(({ of }) => of === a)).toBe(false);
    await merge(as(owner), { ...(await at(b)), intoKey: a });
    const decline = { declineKind: "duplicate" as const, reason: "Both", link: b };
    await transitionActionItem(as(owner), { ...(await at(a)), to: "declined", ...decline });
    expect((await read(a)).history.flatMap(({ of }) => of ?? [])).toContain(b);
    expect((await read(b)).history.flatMap(({ of }) => of ?? [])).toContain(a);
  });

  it("isn't undone into a circle of actions that wait for each other", async () => {
    const [a, b, c] = [await create("A"), await create("B"), await create("C")];
    await transitionActionItem(as(owner), { ...(await at(b)), to: "accepted" });
    const blockedBy = { kind: "action" as const, id: c };
    await updateActionItem(as(owner), { ...(await at(b)), blockedReason: "C comes first", blockedBy });
    await merge(as(owner), { ...(await at(b)), intoKey: a });
    await relate(as(owner), { ...(await at(b)), relation: "blocks", otherKey: c });
    await expect(undoLast(b)).rejects.toMatchObject(rule("relation_circle"));
  });

  it("needs rights on both, an open target, and isn't undone over a later step", async () => {
    const [a, b, closed] = [await create("A"), await create("B"), await create("C")];
    const theirs = await createActionItem(as(tpm), {
      ...{ title: "Theirs", type: "detect", priority: "P2", description: "", doneWhen: "", trackerUrl: null },
      ...{ factorIds: [], changeKeys: [], teamId: null, ownerId: tpm.id },
    });
    const into = async (intoKey: string, actor = owner) => merge(as(actor), { ...(await at(b)), intoKey });
    await expect(into(theirs.key)).rejects.toMatchObject({ code: "forbidden" });
    await expect(into(b)).rejects.toMatchObject({ code: "invalid" });
    await expect(into("ACT-99999")).rejects.toMatchObject({ code: "invalid" });
    await expect(into(a, other)).rejects.toMatchObject({ code: "forbidden" });
    await transitionActionItem(as(owner), { ...(await at(closed)), to: "declined", reason: "Not worth it" });
    await expect(into(closed)).rejects.toMatchObject(rule("merged_into_settled"));
    await into(a);
    await transitionActionItem(as(owner), { ...(await at(b)), to: "proposed", reason: "It differs" });
    await expect(undoLast(a)).rejects.toMatchObject(rule("not_undone"));
  });

  it("of a restricted action into an open one reveals nothing of it to others", async () => {
    const hidden = await create("Find who read the key", { incidentKey: await incident(true) });
    const open = await create("Rotate keys");
    await merge(as(owner), { ...(await at(hidden)), intoKey: open });
    expect(await reworksOf(open)).toEqual([[null, "merged_in", hidden]]);
    expect(await reworksOf(open, other)).toEqual([[null, "merged_in"]]);
    const seen = JSON.stringify(await read(open, other));
    for (const secret of ["who read", hidden, "Leaked"]) expect(seen).not.toContain(secret);
    await expect(undoLast(open, tpm)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a split", () => {
  it("makes proposed parts of the same origin and date, takes the checklist along, and is undone", async () => {
    const incidentKey = await incident();
    const key = await create("Drill and document", { incidentKey });
    await transitionActionItem(as(owner), { ...(await at(key)), to: "accepted" });
    for (const text of ["Drill", "Document"]) await addCheck(as(owner), { ...(await at(key)), text });
    const before = await stateOf(key);
    const parts = [
      { title: "Document it", doneWhen: "", checkIds: [before.checks[1]?.id ?? ""] },
      { title: "Announce it", doneWhen: "", checkIds: [], ownerId: null },
    ];
    const after = await split(as(owner), { ...(await at(key)), parts });
    expect(after.checks.map(({ text }) => text)).toEqual(["Drill"]);
    const [entry] = after.history.filter(({ kind }) => kind === "rework");
    const [first, second] = await Promise.all((entry?.others ?? []).map((one) => read(one.key)));
    expect(first).toMatchObject({
      ...{ title: "Document it", status: "proposed", dueDate: "2026-11-02", owner: { name: "owner" } },
      ...{ incident: { key: incidentKey }, checks: [{ text: "Document" }], dueBasis: "person" },
    });
    expect(second).toMatchObject({ owner: null, checks: [] });
    const partKeys = [first, second].map((part) => part?.key);
    expect(after.relations.map(({ relation, key: other }) => [relation, other])).toEqual(
      partKeys.map((part) => ["relates", part]),
    );
    expect(first?.relations).toMatchObject([{ relation: "relates", key }]);
    expect(await reworksOf(first?.key ?? "")).toEqual([[null, "split_off", key]]);
    const twice = [parts[0], parts[0]].flatMap((part) => part ?? []);
    await expect(split(as(owner), { ...(await at(key)), parts: twice })).rejects.toMatchObject({ code: "invalid" });
    await undoLast(key);
    expect(await stateOf(key)).toEqual(before);
    expect(await read(first?.key ?? "")).toMatchObject({ archived: true, relations: [] });
    await expect(undoLast(key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is merged into one action again, which isn't related to itself", async () => {
    const key = await create("Drill and document");
    const parts = [{ title: "Document it", doneWhen: "", checkIds: [] }];
    const { relations } = await split(as(owner), { ...(await at(key)), parts });
    const part = relations[0]?.key ?? "";
    await merge(as(owner), { ...(await at(part)), intoKey: key });
    const kept = (await read(key)).relations;
    expect(kept.every((one) => one.key === part)).toBe(true);
    await undoLast(key);
    expect((await read(key)).relations).toMatchObject([{ relation: "relates", key: part }]);
  });

  it("leaves the date of a part to be counted at the publication, as that of the action is", async () => {
    const { key: reviewKey } = await generateReview(
      as(owner),
      { key: await incident(), template: "quick" },
      findingRecords,
    );
    const key = await create("Drill and document", { reviewKey, dueDate: undefined });
    await transitionActionItem(as(owner), { ...(await at(key)), to: "accepted" });
    expect((await read(key)).dueBasis).toBe("until_publication");
    const parts = [{ title: "Document it", doneWhen: "", checkIds: [] }];
    const { history } = await split(as(owner), { ...(await at(key)), parts });
    const part = await read(history.at(-1)?.others[0]?.key ?? "");
    expect(part).toMatchObject({ dueBasis: "until_publication", dueDate: (await read(key)).dueDate });
  });

  it("isn't undone once someone worked on a part, and a closed action isn't split", async () => {
    const key = await create("Two things");
    const parts = [{ title: "One thing", doneWhen: "", checkIds: [] }];
    const { history } = await split(as(owner), { ...(await at(key)), parts });
    const part = history.at(-1)?.others[0]?.key ?? "";
    await transitionActionItem(as(owner), { ...(await at(part)), to: "accepted" });
    await expect(undoLast(key)).rejects.toMatchObject(rule("not_undone"));
    expect((await read(part)).archived).toBe(false);
    await transitionActionItem(as(owner), { ...(await at(key)), to: "declined", reason: "Not worth it" });
    await expect(split(as(owner), { ...(await at(key)), parts })).rejects.toMatchObject(rule("split_status"));
  });
});

describe("a move", () => {
  it("takes an action to another incident and back, but never out of a restricted one", async () => {
    const [here, there, secret] = [await incident(), await incident(), await incident(true)];
    const key = await create("Alert", { incidentKey: here });
    const before = await stateOf(key);
    const to = async (target: string | null, actor = owner) => move(as(actor), { ...(await at(key)), to: target });
    expect((await to(there)).incident?.key).toBe(there);
    expect(await reworksOf(key)).toEqual([[null, "moved", there]]);
    await undoLast(key);
    expect(await stateOf(key)).toEqual(before);
    await expect(to(secret, tpm)).rejects.toMatchObject({ code: "invalid" });
    await expect(to(here)).rejects.toMatchObject({ code: "invalid" });
    await watch(as(other), { key, on: true });
    await transitionActionItem(as(owner), { ...(await at(key)), to: "accepted" });
    const event = await eventOf(here);
    await addEvidenceTo(as(owner), { ...(await at(key)), kind: "event", eventId: event, method: "Seen" });
    const accepted = await stateOf(key);
    const traces = async () => {
      const { id } = await rowOf(key);
      const where = { href: `/actions/${key}`, userId: other.id };
      const told = await database.prisma.notification.findMany({ where, select: { incidentId: true } });
      const audit = await database.prisma.auditEntry.findMany({ where: { nounId: id }, select: { incidentId: true } });
      return [...told, ...audit].map(({ incidentId }) => incidentId);
    };
    now = new Date(NOW.getTime() + 60_000);
    await to(secret);
    expect((await read(key)).evidenceList).toMatchObject([{ kind: "event", event: null }]);
    const { id: secretId } = await incidentRow(secret);
    expect(new Set(await traces())).toEqual(new Set([secretId]));
    await expect(read(key, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(to(here)).rejects.toMatchObject(rule("tied_to_restricted"));
    await undoLast(key);
    expect(await stateOf(key)).toEqual(accepted);
    expect(await traces()).toContain((await incidentRow(here)).id);
    await to(secret);
    await actionComments.start(as(owner), { key, quote: "", blockId: null, body: "He read it", mentionIds: [] });
    await expect(undoLast(key)).rejects.toMatchObject(rule("tied_to_restricted"));
    await database.prisma.comment.deleteMany();
    await updateActionItem(as(owner), { ...(await at(key)), title: "Alert on who read the key" });
    await expect(undoLast(key)).rejects.toMatchObject(rule("tied_to_restricted"));
  });
});

describe("a conversion", () => {
  it("makes a strategic change, and is undone while no one worked on it", async () => {
    const key = await create("One vault for all");
    const before = await stateOf(key);
    const converted = await convert(as(owner), await at(key));
    const change = await getStrategicChange(as(other), { key: converted.declineLink ?? "" });
    expect(change).toMatchObject({ title: "One vault for all", problem: "Because", owner: { name: "owner" } });
    expect(await reworksOf(key)).toEqual([[null, "converted", change.key]]);
    await expect(convert(as(owner), await at(key)), "a second time").rejects.toMatchObject(rule("settled"));
    await undoLast(key);
    expect(await stateOf(key)).toEqual(before);
    expect((await getStrategicChange(as(other), { key: change.key })).archived).toBe(true);
    const archived = { action: "strategic_change.updated", before: { archived: false }, after: { archived: true } };
    expect(
      await database.prisma.auditEntry.findFirst({ where: { nounId: change.id }, orderBy: { id: "desc" } }),
    ).toMatchObject(archived);
    const again = await convert(as(owner), await at(key));
    const scKey = again.declineLink ?? "";
    await updateStrategicChange(as(owner), { key: scKey, version: 1, title: "One vault" });
    await expect(undoLast(key)).rejects.toMatchObject(rule("not_undone"));
  });

  it("leaves out an owner who left and an archived team, and isn't undone without the right to edit the change", async () => {
    const leaver = await makeUser(database.prisma, "member", "leaver");
    const key = await create("Two vaults", { ownerId: leaver.id });
    await database.prisma.user.update({ where: { id: leaver.id }, data: { disabledAt: NOW } });
    const parts = [{ title: "One of them", doneWhen: "", checkIds: [] }];
    const named = split(as(owner), { ...(await at(key)), parts: parts.map((one) => ({ ...one, ownerId: leaver.id })) });
    await expect(named).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "parts.0.ownerId" }] } });
    const { history } = await split(as(owner), { ...(await at(key)), parts });
    expect(await read(history.at(-1)?.others[0]?.key ?? "")).toMatchObject({ owner: null });
    const { declineLink } = await convert(as(owner), await at(key));
    expect(await getStrategicChange(as(other), { key: declineLink ?? "" })).toMatchObject({ owner: null });
    await updateActionItem(as(owner), { ...(await at(key)), ownerId: other.id });
    await expect(undoLast(key, other)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("copies nothing from a restricted incident", async () => {
    const key = await create("Find who read the key", { incidentKey: await incident(true) });
    const count = await database.prisma.strategicChange.count();
    await expect(convert(as(owner), await at(key))).rejects.toMatchObject(rule("tied_to_restricted"));
    expect(await database.prisma.strategicChange.count()).toBe(count);
  });
});
