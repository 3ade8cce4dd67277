import { describe, expect, it } from "vitest";
import { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import {
  listNotifications,
  muteNotifications,
  settingsNotifications,
  snoozeNotifications,
  wakeSnoozed,
} from "#server/across/notification/index.ts";
import {
  answerEffectOf,
  changeSeveral,
  createActionItem,
  getActionItem,
  transitionActionItem,
  watch,
} from "#server/follow/action-item/index.ts";
import { getFactor } from "#server/follow/factor/index.ts";
import { getIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { makeContext } from "#server/testing/make-context.ts";
import {
  createCanonicalFactor,
  followCanonicalFactor,
  getCanonicalFactor,
  linkCanonicalFactor,
  mergeCanonicalFactor,
  renameCanonicalFactor,
  undoMergeCanonicalFactor,
} from "./index.ts";
import { conditionWorld } from "./testing/condition-world.ts";

const world = conditionWorld();
const { as, seen, addFactor, publish } = world;
type Name = Parameters<typeof as>[0];
const create = (name: string, ...factors: Factor[]) =>
  createCanonicalFactor(as("ada"), { name, factors: factors.map(({ id }) => ({ id, version: 1 })) });
const follow = async ({ id }: { id: string }, ...names: Name[]) => {
  for (const name of names) await followCanonicalFactor(as(name), { id, on: true });
};
const link = async ({ id }: { id: string }, factor: Factor) =>
  linkCanonicalFactor(as("ada"), {
    ...{ id, factorId: factor.id, factorVersion: (await getFactor(as("ada"), factor.id)).version },
  });
const merge = async (into: { id: string }, other: { id: string }) =>
  mergeCanonicalFactor(as("ada"), {
    ...{ id: into.id, version: (await getCanonicalFactor(as("ada"), into)).version },
    ...{ otherId: other.id, otherVersion: (await getCanonicalFactor(as("ada"), other)).version },
  });

/** The messages to a person about a condition, in their order, without those read here before. Hidden ones too. */
const before = new Set<string>();
const news = async (name: Name, { id: conditionId }: { id: string }) => {
  const rows = await world.prisma.notification.findMany({
    where: {
      href: `/factors/${conditionId}`,
      user: { name: { viewer: "Vi", cleo: "Cleo", ada: "Ada", ben: "Ben" }[name] },
    },
    orderBy: { id: "asc" },
  });
  const fresh = rows.filter(({ id }) => !before.has(id));
  for (const { id } of fresh) before.add(id);
  return fresh.map(({ kind, subject, body }) => [kind.slice("canonical_factor.".length), subject, body]);
};

describe("following a condition", () => {
  it("is open to all who can read it, and listed by name", async () => {
    const condition = await create("Silent dumps", await seen("Dumps were silent"));
    await follow(condition, "cleo", "ben");
    const shown = await getCanonicalFactor(as("ben"), condition);
    expect(CanonicalFactor.parse(shown)).toEqual(shown);
    expect([shown.following, shown.followers.map(({ name }) => name), shown.version]).toEqual([
      ...[true, ["Ben", "Cleo"], condition.version],
    ]);
    expect((await getCanonicalFactor(as("ada"), condition)).following).toBe(false);
  });

  it("is recorded once, until it's stopped", async () => {
    const condition = await create("Old images", await seen("Images were old"));
    for (const on of [true, true, false, false]) await followCanonicalFactor(as("ben"), { id: condition.id, on });
    expect((await getCanonicalFactor(as("ben"), condition)).followers).toEqual([]);
    const entries = await world.prisma.auditEntry.findMany({ where: { nounId: condition.id }, orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action.split(".")[1])).toEqual(["created", "followed", "unfollowed"]);
  });

  it("isn't possible without reading it", async () => {
    const condition = await create("A leak", await seen("It leaked", { restricted: true }));
    const asked = followCanonicalFactor(as("ben"), { id: condition.id, on: true });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
    const draft = await create("Old keys in drafts", await seen("A key was old in a draft"));
    await expect(follow(draft, "viewer")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a follower", () => {
  it("hears of another incident, and not of their own link", async () => {
    const condition = await create("No alert", await seen("No alert came"));
    await follow(condition, "ben", "ada");
    const factor = await seen("No alert on queues");
    await link(condition, factor);
    const body = `${factor.incidentKey} No alert on queues: “No alert on queues”`;
    expect(await news("ben", condition)).toEqual([["seen", "Seen again: No alert", body]]);
    expect([await news("ada", condition), await news("cleo", condition)]).toEqual([[], []]);
  });

  it("hears nothing of a restricted incident, a drill, or an incident that it was seen in before", async () => {
    const condition = await create("Full disks", await seen("A disk was full"));
    await follow(condition, "ben", "cleo");
    await link(condition, await seen("A secret disk was full", { restricted: true }));
    await link(condition, await seen("A disk was full in a drill", { kind: "drill" }));
    expect([await news("ben", condition), await news("cleo", condition)]).toEqual([[], []]);
  });

  it("hears nothing after access to all of it is lost", async () => {
    const factor = await seen("Keys were old");
    const condition = await create("Old keys", factor);
    await follow(condition, "ben");
    const { version } = await getIncident(as("ada"), { key: factor.incidentKey });
    const restriction = { restricted: true, userIds: [], teamIds: [] };
    await restrictIncident(as("ada"), { key: factor.incidentKey, version, ...restriction });
    await link(condition, await seen("More keys were old", { restricted: true }));
    expect(await news("ben", condition)).toEqual([]);
  });

  it("no longer finds a message about an incident that was restricted since", async () => {
    const condition = await create("Slow joins", await seen("A join was slow"));
    await follow(condition, "ben");
    const factor = await seen("Another join was slow");
    await link(condition, factor);
    const { version } = await getIncident(as("ada"), { key: factor.incidentKey });
    const restriction = { restricted: true, userIds: [], teamIds: [] };
    await restrictIncident(as("ada"), { key: factor.incidentKey, version, ...restriction });
    const { items } = await listNotifications(as("ben"), { limit: 100, unread: false });
    expect(items.filter(({ href }) => href.endsWith(condition.id))).toEqual([]);
  });

  it("hears nothing of a published review of an incident that was restricted since", async () => {
    const into = await create("Old certificates", await seen("One certificate was old"));
    const published = await seen("A published certificate was old");
    const other = await create("Expiry", published, await seen("Another certificate was old"));
    await publish(published.reviewKey);
    const { version } = await getIncident(as("ada"), { key: published.incidentKey });
    const restriction = { restricted: true, userIds: [], teamIds: [] };
    await restrictIncident(as("ada"), { key: published.incidentKey, version, ...restriction });
    await follow(into, "ben");
    await merge(into, other);
    expect(await news("ben", into)).toEqual([
      ["seen", "Seen again: Old certificates", expect.stringContaining("Another certificate was old")],
    ]);
  });

  it("hears nothing of a factor that a published review doesn't have yet", async () => {
    const first = await seen("A cable was worn");
    await publish(first.reviewKey);
    const condition = await create("Worn cables", first);
    await follow(condition, "ben", "viewer");
    const { reviewKey, incidentKey } = await seen("A cable broke");
    await publish(reviewKey);
    const late = await addFactor(reviewKey, "A quokka chewed the cable");
    await link(condition, late);
    expect(await news("viewer", condition)).toEqual([]);
    const body = `${incidentKey} A cable broke: “A quokka chewed the cable”`;
    expect(await news("ben", condition)).toEqual([["seen", "Seen again: Worn cables", body]]);
    const key = await implemented(late, "P3");
    await transitionActionItem(as("ada"), { ...(await at(key)), to: "verified" });
    expect(await news("viewer", condition)).toEqual([]);
    expect(await news("ben", condition)).toHaveLength(1);
  });

  it("hears of the incidents of a merge that they can read, on both sides, and follows what remains", async () => {
    const into = await create("Dumps fail", await seen("Dump one"));
    const hidden = await seen("Dump two, restricted", { restricted: true });
    const other = await create("Backups fail", await seen("Backup one"), await seen("Backup two"), hidden);
    await follow(into, "ben");
    await follow(other, "cleo");
    await merge(into, other);
    const merged = "“Backups fail” became part of it.";
    expect(await news("ben", into)).toEqual([["seen", "Seen in 2 more incidents: Dumps fail", merged]]);
    expect(await news("cleo", into)).toEqual([
      ["seen", "Seen again: Dumps fail", expect.stringMatching(`^${merged} INC-\\d+ Dump one: “Dump one”$`)],
    ]);
    const { followers, version } = await getCanonicalFactor(as("ada"), into);
    expect(followers.map(({ name }) => name)).toEqual(["Ben", "Cleo"]);
    await undoMergeCanonicalFactor(as("ada"), { id: into.id, version, otherId: other.id });
    const names = async ({ id }: { id: string }) =>
      (await getCanonicalFactor(as("ada"), { id })).followers.map(({ name }) => name);
    expect([await names(into), await names(other)]).toEqual([["Ben"], ["Cleo"]]);
  });

  it("can stop following conditions that were merged into one", async () => {
    const [into, other] = [await create("One", await seen("One a")), await create("Other", await seen("Other a"))];
    await follow(other, "ben");
    await merge(into, other);
    await followCanonicalFactor(as("ben"), { id: into.id, on: false });
    expect((await getCanonicalFactor(as("ben"), into)).followers).toEqual([]);
  });
});

describe("a message about a condition", () => {
  it("is muted with it, by its name for those who can read it", async () => {
    const factor = await seen("Certificates expired");
    const condition = await create("Expired certificates", factor);
    await follow(condition, "ben");
    const item = `/factors/${condition.id}`;
    await muteNotifications(as("ben"), { item, muted: true });
    await link(condition, await seen("Another certificate expired"));
    const inTab = async (state: "new" | "done") =>
      (await listNotifications(as("ben"), { limit: 100, unread: false, state })).items.filter(
        ({ href }) => href === item,
      );
    expect([await inTab("new"), await inTab("done")]).toEqual([[], [expect.objectContaining({ settled: false })]]);
    const titles = async () => (await settingsNotifications(as("ben"))).muted.map(({ title }) => title);
    expect(await titles()).toEqual(["Expired certificates"]);
    await world.prisma.incident.updateMany({ data: { restricted: true } });
    expect(await titles()).toEqual([null]);
    await world.prisma.incident.updateMany({ data: { restricted: false } });
  });

  it("can be snoozed until someone else changes the condition", async () => {
    const condition = await create("Slow disks", await seen("A disk was slow"));
    await follow(condition, "ben");
    await link(condition, await seen("Another disk was slow"));
    const about = async () => {
      const { items } = await listNotifications(as("ben"), { limit: 100, unread: false, state: "new" });
      return items.filter(({ href }) => href.endsWith(condition.id)).map(({ id }) => id);
    };
    const ids = await about();
    await snoozeNotifications(as("ben"), { ids, until: "change" });
    expect(await wakeSnoozed(makeContext(world.prisma, { kind: "system", label: "job" }))).toBe(0);
    const { id, version } = await getCanonicalFactor(as("ada"), condition);
    await renameCanonicalFactor(as("ada"), { id, version, name: "Slow drives" });
    expect(await wakeSnoozed(makeContext(world.prisma, { kind: "system", label: "job" }))).toBe(1);
    expect(await about()).toEqual(ids);
  });
});

const ACTION = { title: "Alert on dumps", type: "detect", description: "", doneWhen: "" } as const;
const NONE = { teamId: null, trackerUrl: null, dueDate: null, changeKeys: [] };
const at = async (key: string) => ({ key, version: (await getActionItem(as("ada"), { key })).version });
/** An action of Ada that addresses a factor, implemented by her. */
async function implemented(factor: Factor, priority: "P1" | "P3" = "P1"): Promise<string> {
  const links = { incidentKey: factor.incidentKey, reviewKey: factor.reviewKey, factorIds: [factor.id] };
  const { id: ownerId } = await world.prisma.user.findFirstOrThrow({ where: { name: "Ada" } });
  const { key } = await createActionItem(as("ada"), { ...ACTION, ...NONE, ...links, priority, ownerId });
  await transitionActionItem(as("ada"), { ...(await at(key)), to: "accepted" });
  const done = { to: "implemented", evidence: "Paged after 70 s", method: "Drill" } as const;
  await transitionActionItem(as("ada"), { ...(await at(key)), ...done });
  return key;
}

describe("a follower of a condition with a fix", () => {
  it("hears that it's verified, unless they verified, own or watch it", async () => {
    const factor = await seen("Dumps had no alert");
    const condition = await create("No alert on dumps", factor);
    await follow(condition, "ada", "ben", "cleo");
    const key = await implemented(factor);
    await transitionActionItem(as("ben"), { ...(await at(key)), to: "verified" });
    expect(await news("cleo", condition)).toEqual([
      ["fix_verified", `No alert on dumps: ${key} verified`, "Alert on dumps"],
    ]);
    expect([await news("ada", condition), await news("ben", condition)]).toEqual([[], []]);
    const other = await implemented(factor);
    await watch(as("cleo"), { key: other, on: true });
    const verified = { ...(await at(other)), to: "verified" } as const;
    await changeSeveral(as("ben"), { updates: [], transitions: [verified] });
    expect(await news("cleo", condition)).toEqual([]);
  });

  it("hears nothing of a fix through a factor that they can't read", async () => {
    const open = await seen("Ports were open");
    const secret = await seen("A secret port was open", { restricted: true });
    const condition = await create("Open ports", open, secret);
    await follow(condition, "cleo", "ben");
    const key = await implemented(secret, "P3");
    await transitionActionItem(as("ada"), { ...(await at(key)), to: "verified" });
    expect([await news("cleo", condition), await news("ben", condition)]).toEqual([[], []]);
  });

  it("hears nothing of a fix that belongs to an incident that they can't read", async () => {
    const open = await seen("Tokens leaked");
    const condition = await create("Leaked tokens", open);
    const secret = await seen("A secret token leaked", { restricted: true });
    await follow(condition, "cleo");
    const key = await implemented({ ...open, incidentKey: secret.incidentKey, reviewKey: secret.reviewKey }, "P3");
    await transitionActionItem(as("ada"), { ...(await at(key)), to: "verified" });
    expect(await news("cleo", condition)).toEqual([]);
  });

  it("hears that it didn't work, and not that it did", async () => {
    const factor = await seen("Queues had no alert");
    const condition = await create("No alert on queues", factor);
    const key = await implemented(factor);
    await transitionActionItem(as("ben"), { ...(await at(key)), to: "verified" });
    await follow(condition, "cleo", "ben");
    const answer = async (given: "yes" | "no") =>
      answerEffectOf(as("ben"), { ...(await at(key)), answer: given, text: "No page in the drill" });
    await answer("yes");
    expect(await news("cleo", condition)).toEqual([]);
    await answer("no");
    expect(await news("cleo", condition)).toEqual([
      ["fix_failed", `No alert on queues: ${key} didn't work`, "Alert on dumps"],
    ]);
    expect(await news("ben", condition)).toEqual([]);
  });
});
