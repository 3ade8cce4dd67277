import { describe, expect, it } from "vitest";
import { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { getFactor, updateFactor } from "#server/follow/factor/index.ts";
import {
  createCanonicalFactor,
  getCanonicalFactor,
  linkCanonicalFactor,
  listCanonicalFactors,
  mergeCanonicalFactor,
  presentConditions,
  renameCanonicalFactor,
  splitCanonicalFactor,
  undoMergeCanonicalFactor,
  unlinkCanonicalFactor,
} from "./index.ts";
import { conditionWorld } from "./testing/condition-world.ts";

const world = conditionWorld();
const { as, seen, addFactor, publish } = world;
const ada = () => as("ada");
const create = async (name: string, ...statements: string[]) => {
  const factors = [];
  for (const statement of statements) factors.push(await seen(statement));
  return createCanonicalFactor(ada(), { name, factors: factors.map(({ id, version }) => ({ id, version })) });
};
const names = async (ctx = ada(), more: Partial<Parameters<typeof listCanonicalFactors>[1]> = {}) =>
  (await listCanonicalFactors(ctx, { limit: 50, ...more })).items.map(({ name }) => name);
const audited = async (id: string) =>
  (await world.prisma.auditEntry.findMany({ where: { nounId: id }, orderBy: { id: "asc" } })).map((one) => one.action);
const conflict = { code: "conflict" };

describe("a condition", () => {
  it("counts each incident once, and leaves out drills and removed factors", async () => {
    const first = await seen("Dumps failed", { on: "2026-01-10" });
    const drill = await seen("Dumps failed in a drill", { on: "2026-01-11", kind: "drill" });
    const gone = await seen("A mistake", { on: "2026-03-10" });
    const factors = [first, drill, gone].map(({ id, version }) => ({ id, version }));
    const made = await createCanonicalFactor(ada(), { name: "Unwatched backups", factors });
    await updateFactor(ada(), { id: gone.id, version: 2, removed: true });
    const condition = await getCanonicalFactor(as("ben"), { id: made.id });
    expect(CanonicalFactor.parse(condition)).toEqual(condition);
    expect(condition).toMatchObject({
      ...{ incidentCount: 1, minutes: null, firstAt: "2026-01-10T09:00:00.000Z", abilities: { edit: true } },
      incidents: [{ counted: false }, { counted: true }],
    });
    expect((await getFactor(ada(), first.id)).condition).toEqual({ id: made.id, name: "Unwatched backups" });
  });

  it("adds up the minutes of its incidents, each once, the strongest window at each moment", async () => {
    const made = await create("Slow queries", "An index was missing", "No index on orders");
    const [incident] = await world.prisma.incident.findMany({ where: { title: "An index was missing" } });
    const service = await world.prisma.service.create({ data: { id: crypto.randomUUID(), name: "Orders" } });
    const other = await world.prisma.service.create({ data: { id: crypto.randomUUID(), name: "Mail" } });
    for (const [serviceId, weight] of [
      [service.id, 1],
      [other.id, 0.5],
    ] as const)
      await world.prisma.impactWindow.create({
        data: {
          ...{ id: crypto.randomUUID(), incidentId: incident?.id ?? "", serviceId, weight, basis: "estimated" },
          ...{ fromAt: new Date("2026-01-10T09:00:00Z"), toAt: new Date("2026-01-10T09:30:00Z"), reason: "" },
        },
      });
    expect(await getCanonicalFactor(ada(), { id: made.id })).toMatchObject({ incidentCount: 2, minutes: 30 });
  });

  it("adds up minutes to a tenth of a minute", async () => {
    const made = await create("Slow mail", "A queue was full", "A queue was slow");
    const service = await world.prisma.service.create({ data: { id: crypto.randomUUID(), name: "Queue" } });
    for (const [title, minutes] of [
      ["A queue was full", 0.1],
      ["A queue was slow", 0.2],
    ] as const) {
      const { id: incidentId } = await world.prisma.incident.findFirstOrThrow({ where: { title } });
      const fromAt = new Date("2026-01-10T09:00:00Z");
      const toAt = new Date(fromAt.getTime() + minutes * 60_000);
      const window = {
        incidentId,
        serviceId: service.id,
        weight: 1,
        basis: "estimated",
        fromAt,
        toAt,
        reason: "",
      } as const;
      await world.prisma.impactWindow.create({ data: { id: crypto.randomUUID(), ...window } });
    }
    expect((await getCanonicalFactor(ada(), { id: made.id })).minutes).toBe(0.3);
  });

  it("is hidden while all its incidents are, and counts only what the reader can read", async () => {
    const secret = await seen("The leak", { restricted: true });
    const made = await createCanonicalFactor(ada(), { name: "Old keys", factors: [{ id: secret.id, version: 1 }] });
    await expect(getCanonicalFactor(as("ben"), { id: made.id })).rejects.toMatchObject({ code: "not_found" });
    expect(await names(as("ben"))).not.toContain("Old keys");
    expect(await names()).toContain("Old keys");
    const open = await seen("Keys are never rotated");
    await linkCanonicalFactor(ada(), { id: made.id, factorId: open.id, factorVersion: 1 });
    expect(await getCanonicalFactor(as("ben"), { id: made.id })).toMatchObject({ incidentCount: 1 });
    expect(await getCanonicalFactor(ada(), { id: made.id })).toMatchObject({ incidentCount: 2 });
    expect(await names(as("ben"), { seen: "once", q: "keys" })).toEqual(["Old keys"]);
    expect(await names(ada(), { seen: "again", q: "keys" })).toEqual(["Old keys"]);
    const { incidentId } = await world.prisma.auditEntry.findFirstOrThrow({
      where: { nounId: made.id, action: "canonical_factor.created" },
    });
    expect(incidentId).not.toBeNull();
  });

  it("is hidden from readers of a published review while it's seen only in the draft, even once it's empty", async () => {
    const published = await seen("A door was open");
    await publish(published.reviewKey);
    const late = await addFactor(published.reviewKey, "A quokka opened the door");
    const { id } = await createCanonicalFactor(ada(), { name: "Quokkas", factors: [{ id: late.id, version: 1 }] });
    const hidden = async () => {
      await expect(getCanonicalFactor(as("viewer"), { id })).rejects.toMatchObject({ code: "not_found" });
      expect((await presentConditions(as("viewer"), [id])).size).toBe(0);
      expect((await presentConditions(as("ben"), [id])).get(id)).toEqual({ id, name: "Quokkas" });
    };
    await hidden();
    await unlinkCanonicalFactor(ada(), { id, factorId: late.id, factorVersion: 2 });
    await hidden();
    const shown = await createCanonicalFactor(ada(), { name: "Doors", factors: [{ id: published.id, version: 1 }] });
    await unlinkCanonicalFactor(ada(), { id: shown.id, factorId: published.id, factorVersion: 2 });
    expect(await getCanonicalFactor(as("viewer"), shown)).toMatchObject({ name: "Doors", factors: [] });
  });

  it("is listed by the number of its incidents, page by page", async () => {
    await create("Paged one", "Paging a");
    await create("Paged two", "Paging b", "Paging c");
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCanonicalFactors(ada(), { limit: 1, q: "paged", cursor });
      found.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toEqual(["Paged two", "Paged one"]);
  });

  it("is found by what one of its factors explains, unless that factor was removed", async () => {
    const late = await seen("No one was paged");
    const once = { id: late.id, version: 1 };
    await createCanonicalFactor(ada(), { name: "Silent alarms", factors: [once] });
    await updateFactor(ada(), { ...once, version: 2, explains: ["detection"] });
    expect(await names(ada(), { explains: "detection" })).toEqual(["Silent alarms"]);
    expect(await names(ada(), { explains: "duration" })).toEqual([]);
    await updateFactor(ada(), { ...once, version: 3, removed: true });
    expect(await names(ada(), { explains: "detection" })).toEqual([]);
  });
});

describe("linking", () => {
  it("can be undone by the one who unlinked the last factor", async () => {
    const made = await create("Short-lived", "Only once");
    const [factor] = made.factors;
    const link = { id: made.id, factorId: factor?.id ?? "" };
    await unlinkCanonicalFactor(ada(), { ...link, factorVersion: 2 });
    expect(await names()).not.toContain("Short-lived");
    expect((await linkCanonicalFactor(ada(), { ...link, factorVersion: 3 })).factors).toHaveLength(1);
    expect(await audited(made.id)).toEqual(["created", "unlinked", "linked"].map((verb) => `canonical_factor.${verb}`));
  });

  it("unlinks a factor next to one that was removed, and next to one that the person can't read", async () => {
    const made = await create("Two of them", "Stays for now", "Is removed");
    const [stays, removed] = ["Stays for now", "Is removed"].map((text) =>
      made.factors.find(({ statement }) => statement === text),
    );
    await updateFactor(ada(), { id: removed?.id ?? "", version: 2, removed: true });
    const link = { id: made.id, factorId: stays?.id ?? "" };
    expect(await unlinkCanonicalFactor(ada(), { ...link, factorVersion: 2 })).toMatchObject({ factors: [] });
    expect((await linkCanonicalFactor(ada(), { ...link, factorVersion: 3 })).factors).toHaveLength(1);

    const hidden = await seen("A hidden one", { restricted: true });
    await linkCanonicalFactor(ada(), { id: made.id, factorId: hidden.id, factorVersion: 1 });
    expect(await unlinkCanonicalFactor(as("ben"), { ...link, factorVersion: 4 })).toMatchObject({ factors: [] });
    expect((await getCanonicalFactor(ada(), { id: made.id })).factors).toHaveLength(1);
  });

  it("keeps entries about a condition with the incident of its factor, even once that has left", async () => {
    const secret = await seen("The vault was open", { restricted: true });
    const made = await createCanonicalFactor(ada(), { name: "Vaults", factors: [{ id: secret.id, version: 1 }] });
    await unlinkCanonicalFactor(ada(), { id: made.id, factorId: secret.id, factorVersion: 2 });
    await renameCanonicalFactor(ada(), { id: made.id, version: 1, name: "Open vaults" });
    const open = await create("Seen by all", "An open factor");
    const entries = await world.prisma.auditEntry.findMany({ where: { nounId: { in: [made.id, open.id] } } });
    expect(entries.map(({ incidentId }) => incidentId)).not.toContain(null);
  });

  it("rejects a factor that changed since, one of another condition, and a reader", async () => {
    const made = await create("Guarded", "A guarded factor");
    const factor = await seen("Another factor");
    const link = { id: made.id, factorId: factor.id };
    await expect(linkCanonicalFactor(ada(), { ...link, factorVersion: 9 })).rejects.toMatchObject(conflict);
    await expect(unlinkCanonicalFactor(ada(), { ...link, factorVersion: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(linkCanonicalFactor(as("viewer"), { ...link, factorVersion: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

it("lets only members rename a condition, and only in the version they read", async () => {
  const named = await seen("A named factor");
  await publish(named.reviewKey);
  const { id } = await createCanonicalFactor(ada(), { name: "Old name", factors: [{ id: named.id, version: 1 }] });
  expect((await getCanonicalFactor(as("viewer"), { id })).abilities.edit).toBe(false);
  const rename = { id, version: 1, name: "New name" };
  await expect(renameCanonicalFactor(as("viewer"), rename)).rejects.toMatchObject({ code: "forbidden" });
  expect((await renameCanonicalFactor(as("ben"), rename)).name).toBe("New name");
  await expect(renameCanonicalFactor(ada(), { ...rename, name: "Newer" })).rejects.toMatchObject({
    ...conflict,
    details: { current: { name: "New name" } },
  });
});

describe("splitting", () => {
  it("moves the chosen factors to a new condition", async () => {
    const whole = await create("Whole", "Part one", "Part two");
    const split = { id: whole.id, version: 1, name: "Part", factorIds: [whole.factors[0]?.id ?? ""] };
    const part = await splitCanonicalFactor(ada(), split);
    expect(part).toMatchObject({ name: "Part", incidentCount: 1, factors: [{ id: split.factorIds[0] }] });
    expect(await getCanonicalFactor(ada(), { id: whole.id })).toMatchObject({ incidentCount: 1, version: 2 });
    await expect(splitCanonicalFactor(ada(), split)).rejects.toMatchObject(conflict);
  });

  it("leaves at least one factor, and takes only those that are linked", async () => {
    const { id, factors } = await create("Kept whole", "Single");
    const split = { id, version: 1, name: "All" };
    await expect(
      splitCanonicalFactor(ada(), { ...split, factorIds: factors.map((factor) => factor.id) }),
    ).rejects.toMatchObject({ details: { rule: "nothing_stays" } });
    const { id: stranger } = await seen("A stranger");
    await expect(splitCanonicalFactor(ada(), { ...split, factorIds: [stranger] })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("merging", () => {
  it("brings all factors along, leads old addresses to the new condition, and can be undone", async () => {
    const [kept, other] = [await create("Kept", "Kept a"), await create("Other", "Other a", "Other b")];
    const merge = { id: kept.id, version: 1, otherId: other.id, otherVersion: 1 };
    const merged = await mergeCanonicalFactor(ada(), merge);
    expect(merged).toMatchObject({ incidentCount: 3, merged: [{ id: other.id, name: "Other" }] });
    expect(await getCanonicalFactor(ada(), { id: other.id })).toMatchObject({ id: kept.id });
    expect(await names(ada(), { q: "Other" })).toEqual([]);
    const late = await seen("Found later");
    const linked = await linkCanonicalFactor(ada(), { id: other.id, factorId: late.id, factorVersion: 1 });
    expect(linked).toMatchObject({ id: kept.id, incidentCount: 4 });
    await expect(mergeCanonicalFactor(ada(), merge)).rejects.toMatchObject(conflict);

    const undo = { id: kept.id, version: linked.version, otherId: other.id };
    expect(await undoMergeCanonicalFactor(ada(), undo)).toMatchObject({ id: other.id, incidentCount: 2 });
    expect(await getCanonicalFactor(ada(), { id: kept.id })).toMatchObject({ incidentCount: 2, merged: [] });
    expect(await audited(kept.id)).toContain("canonical_factor.merge_undone");
  });

  it("doesn't tell the name of a condition whose incidents the reader can't read", async () => {
    const kept = await create("Open condition", "Open a");
    const secret = await seen("Secret a", { restricted: true });
    const hidden = await createCanonicalFactor(ada(), { name: "Hidden", factors: [{ id: secret.id, version: 1 }] });
    await mergeCanonicalFactor(ada(), { id: kept.id, version: 1, otherId: hidden.id, otherVersion: 1 });
    expect(await getCanonicalFactor(as("ben"), { id: kept.id })).toMatchObject({ incidentCount: 1, merged: [] });
    const undo = { id: kept.id, version: 2, otherId: hidden.id };
    await expect(undoMergeCanonicalFactor(as("ben"), undo)).rejects.toMatchObject({ code: "not_found" });
    const entry = await world.prisma.auditEntry.findFirstOrThrow({
      where: { action: "canonical_factor.merged", nounId: kept.id },
    });
    expect(entry.incidentId).not.toBeNull();
  });

  it("rejects a condition with itself", async () => {
    const { id } = await create("Alone", "Alone a");
    const merge = { id, version: 1, otherId: id, otherVersion: 1 };
    await expect(mergeCanonicalFactor(ada(), merge)).rejects.toMatchObject({ code: "invalid" });
  });
});
