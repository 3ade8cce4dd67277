import { describe, expect, it } from "vitest";
import {
  createCanonicalFactor,
  followCanonicalFactor,
  getCanonicalFactor,
  linkCanonicalFactor,
  mergeCanonicalFactor,
  renameCanonicalFactor,
  splitCanonicalFactor,
  undoMergeCanonicalFactor,
  unlinkCanonicalFactor,
} from "#server/follow/canonical-factor/index.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { getFactor, updateFactor } from "#server/follow/factor/index.ts";
import { quickReview } from "#server/reviews/review/testing/quick-review.ts";
import { listHistory } from "./index.ts";

const world = conditionWorld();
const { as, seen, addFactor, publish } = world;
const prisma = () => world.prisma;

it("shows of a condition only events in incidents that the person can read", async () => {
  const secret = await seen("The key leaked", { restricted: true });
  const { id } = await createCanonicalFactor(as("ada"), { name: "Leaks", factors: [{ id: secret.id, version: 1 }] });
  const open = await seen("The key was old");
  await linkCanonicalFactor(as("ada"), { id, factorId: open.id, factorVersion: 1 });
  await renameCanonicalFactor(as("ada"), { id, version: 1, name: "Keys are never rotated" });
  const told = async (name: "ada" | "ben") => {
    const { items } = await listHistory(as(name), { noun: "canonical-factor", key: id, limit: 50 });
    return items.map(({ what, details }) => `${what} ${details[0]}`);
  };
  const shown = ["Renamed the condition “Keys are never rotated”", "Linked a factor “The key was old”"];
  expect(await told("ada")).toEqual([...shown, "Created the condition “Leaks”"]);
  expect(await told("ben")).toEqual(shown);
});

it("tells in which incident a factor was linked, and of no one who follows the condition", async () => {
  const first = await seen("The log was full");
  const { id } = await createCanonicalFactor(as("ada"), { name: "Logs fill", factors: [{ id: first.id, version: 1 }] });
  await followCanonicalFactor(as("ben"), { id, on: true });
  await followCanonicalFactor(as("ben"), { id, on: false });
  const other = await seen("The log was full again");
  await linkCanonicalFactor(as("ada"), { id, factorId: other.id, factorVersion: 1 });
  const told = async (noun: "incident" | "canonical-factor", key: string) => {
    const { items } = await listHistory(as("ada"), { noun, key, limit: 50 });
    return items.map(({ what, details }) => [what, ...details].join(" "));
  };
  expect(await told("canonical-factor", id)).toEqual([
    `Linked a factor “The log was full again” In ${other.incidentKey}`,
    "Created the condition “Logs fill”",
  ]);
  for (const key of [first.incidentKey, other.incidentKey])
    expect((await told("incident", key)).join()).not.toContain("following");
});

const LINK = ["Linked a factor", "Unlinked a factor"];

describe("a reader of a published review", () => {
  async function published(restricted = false) {
    const first = await seen("Alarms are tuned by hand", { restricted });
    const [key, incidentKey] = [first.reviewKey, first.incidentKey];
    const add = (statement: string) => addFactor(key, statement);
    const muted = await seen("The alarm was muted");
    await publish(muted.reviewKey);
    const { id } = await createCanonicalFactor(as("ada"), {
      name: "Alarms nobody trusts",
      factors: [{ id: muted.id, version: 1 }],
    });
    const link = async ({ id: factorId, version }: { id: string; version: number }) =>
      linkCanonicalFactor(as("ada"), { id, factorId, factorVersion: version });
    return { id, key, incidentKey, first, add, link };
  }

  const told = async (name: "ada" | "viewer", noun: "incident" | "canonical-factor", key: string) => {
    const { items } = await listHistory(as(name), { noun, key, limit: 100 });
    return items.flatMap(({ what, details }) => (LINK.includes(what) ? `${what} ${details[0]}` : []));
  };

  it("is told which of its factors were linked, and of none of the draft", async () => {
    const { id, key, incidentKey, first, add, link } = await published();
    await publish(key);
    await link(first);
    const later = await add("A quokka chewed the wire");
    await link(later);
    const removed = await add("An okapi did too");
    await link(removed);
    const { version } = await getFactor(as("ada"), removed.id);
    await updateFactor(as("ada"), { id: removed.id, version, removed: true });
    await unlinkCanonicalFactor(as("ada"), { id, factorId: later.id, factorVersion: 2 });
    const shown = ["Linked a factor “Alarms are tuned by hand”"];
    const draft = [
      "Unlinked a factor “A quokka chewed the wire”",
      "Linked a factor “An okapi did too”",
      "Linked a factor “A quokka chewed the wire”",
    ];
    for (const [noun, of] of [["incident", incidentKey] as const, ["canonical-factor", id] as const]) {
      expect(await told("ada", noun, of)).toEqual([...draft, ...shown]);
      expect(await told("viewer", noun, of)).toEqual(shown);
    }
    await prisma().$executeRaw`UPDATE audit_entry SET after = after - 'factorId' WHERE noun = 'canonical_factor'`;
    expect(await told("viewer", "canonical-factor", id)).toEqual(shown);
  });

  it("is still told of a published factor that the draft removes, but not of the draft's words for it", async () => {
    const { id, key, first, link } = await published();
    await publish(key);
    await link(first);
    await updateFactor(as("ada"), { id: first.id, version: 2, statement: "A quokka tunes the alarms" });
    await unlinkCanonicalFactor(as("ada"), { id, factorId: first.id, factorVersion: 3 });
    await updateFactor(as("ada"), { id: first.id, version: 4, removed: true });
    expect(await told("viewer", "canonical-factor", id)).toEqual(["Linked a factor “Alarms are tuned by hand”"]);
  });

  it("isn't told of a link in a restricted incident", async () => {
    const { id, incidentKey, first, link } = await published(true);
    await link(first);
    expect(await told("ada", "canonical-factor", id)).toEqual(["Linked a factor “Alarms are tuned by hand”"]);
    expect(await told("viewer", "canonical-factor", id)).toEqual([]);
    await expect(told("viewer", "incident", incidentKey)).rejects.toMatchObject({ code: "not_found" });
  });

  it("isn't told the name of a condition that only the draft has", async () => {
    const { key, incidentKey, add } = await published();
    await publish(key);
    const { id: factorId, version } = await add("A quokka chewed the wire");
    const factors = [{ id: factorId, version }];
    await createCanonicalFactor(as("ada"), { name: "Wires that quokkas like", factors });
    const all = async (name: "ada" | "viewer") =>
      JSON.stringify((await listHistory(as(name), { noun: "incident", key: incidentKey, limit: 100 })).items);
    expect(await all("ada")).toContain("Wires that quokkas like");
    expect(await all("viewer")).not.toMatch(/quokka/);
  });

  it("isn't told the name of a merged condition or of one that was split off, if only the draft has its factors", async () => {
    const { id, key, first, add, link } = await published();
    await publish(key);
    await link(first);
    const draft = await add("A quokka chewed the wire");
    const name = "Wires that quokkas like";
    const other = await createCanonicalFactor(as("ada"), { name, factors: [{ id: draft.id, version: draft.version }] });
    const version = async () => (await getCanonicalFactor(as("ada"), { id })).version;
    const merge = async (otherVersion: number) =>
      mergeCanonicalFactor(as("ada"), { id, version: await version(), otherId: other.id, otherVersion });
    await merge(1);
    await undoMergeCanonicalFactor(as("ada"), { id, version: await version(), otherId: other.id });
    await merge((await getCanonicalFactor(as("ada"), other)).version);
    const factorIds = [draft.id];
    await splitCanonicalFactor(as("ada"), { id, version: await version(), name: "Quokkas", factorIds });
    const entries = async (person: "ada" | "viewer", noun: "incident" | "canonical-factor", of: string) =>
      (await listHistory(as(person), { noun, key: of, limit: 100 })).items.map(({ what, details }) =>
        [what, ...details].join(" "),
      );
    const told = [
      "Split off a condition “Quokkas”",
      `Merged a condition into this one “${name}”`,
      `Undid a merge “${name}”`,
      `Merged a condition into this one “${name}”`,
    ];
    for (const [noun, of] of [["incident", first.incidentKey] as const, ["canonical-factor", id] as const]) {
      expect(await entries("ada", noun, of)).toEqual(expect.arrayContaining(told));
      expect((await entries("viewer", noun, of)).join()).not.toMatch(/quokka/i);
    }
    await prisma().$executeRaw`UPDATE audit_entry SET after = after - 'factorIds' WHERE noun = 'canonical_factor'`;
    expect(await entries("ada", "canonical-factor", id)).toEqual(expect.arrayContaining(told));
    expect((await entries("viewer", "canonical-factor", id)).join()).not.toMatch(/quokka/i);
  });

  it("is told of a merge with a condition that has a published factor", async () => {
    const { id, key, first } = await published();
    await publish(key);
    const factors = [{ id: first.id, version: 1 }];
    const other = await createCanonicalFactor(as("ada"), { name: "Alarms by hand", factors });
    await mergeCanonicalFactor(as("ada"), { id, version: 1, otherId: other.id, otherVersion: 1 });
    const { items } = await listHistory(as("viewer"), { noun: "canonical-factor", key: id, limit: 100 });
    expect(items[0]).toMatchObject({ what: "Merged a condition into this one", details: ["“Alarms by hand”"] });
  });
});

it.each(["incident", "review", "canonical-factor"] as const)("finds no %s by the key of another noun", async (noun) => {
  const factor = await seen(`A key of ${noun}`);
  const { id } = await createCanonicalFactor(as("ada"), {
    name: `Of ${noun}`,
    factors: [{ id: factor.id, version: 1 }],
  });
  const { review } = await quickReview(as("ada"));
  const keys = { incident: review.incident.key, review: review.key, "canonical-factor": id };
  for (const [of, key] of Object.entries(keys)) {
    const listed = listHistory(as("ada"), { noun, key, limit: 50 });
    if (of === noun) expect((await listed).items).not.toEqual([]);
    else await expect(listed).rejects.toMatchObject({ code: "not_found" });
  }
});
