import { describe, expect, it } from "vitest";
import { likenessOf } from "#lib/follow/canonical-factor/similarity.ts";
import {
  FRESH_OTHER,
  FRESH_SAME,
  OTHER_CONDITIONS,
  SAME_CONDITION,
} from "#lib/follow/canonical-factor/testing/pairs.ts";
import { createCanonicalFactor, similarCanonicalFactors } from "./index.ts";
import { conditionWorld } from "./testing/condition-world.ts";

const world = conditionWorld();
const { as, seen } = world;

const stemsOf = async (statement: string): Promise<string[]> => {
  const [row] = await world.prisma.$queryRaw<{ stems: string[] }[]>`
    SELECT tsvector_to_array(to_tsvector('english', ${statement})) AS stems`;
  return row?.stems ?? [];
};
const areAlike = async ([one = "", other = ""]: readonly string[]) =>
  likenessOf(await stemsOf(one), await stemsOf(other)) !== null;
const share = async (pairs: readonly (readonly string[])[]) => {
  const missed: string[] = [];
  let alike = 0;
  for (const pair of pairs) {
    if (await areAlike(pair)) alike++;
    else missed.push(pair.join(" | "));
  }
  return { alike, missed };
};

describe("the measured set", () => {
  const same = SAME_CONDITION.flatMap((group) =>
    group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other])),
  );
  const strangers = SAME_CONDITION.flatMap((group, at) =>
    SAME_CONDITION.slice(at + 1).flatMap((others) => group.flatMap((one) => others.map((other) => [one, other]))),
  );

  it("finds no likeness between different conditions", async () => {
    const found = [];
    for (const pair of [...OTHER_CONDITIONS, ...strangers]) if (await areAlike(pair)) found.push(pair.join(" | "));
    expect(found).toEqual([]);
  });

  it("finds few likenesses between conditions that it wasn't made for", async () => {
    const { alike } = await share(FRESH_OTHER);
    expect(alike).toBeLessThanOrEqual(2);
  });

  it.each([
    ["that it was made for", same, 0.65],
    ["that it wasn't made for", FRESH_SAME, 0.4],
  ] as const)("finds most statements of one condition %s", async (_, pairs, least) => {
    const { alike, missed } = await share(pairs);
    expect(alike / pairs.length, missed.join("\n")).toBeGreaterThanOrEqual(least);
  });
});

describe("what a statement resembles", () => {
  it("is a condition once, or a factor without one, in other incidents that the person can read", async () => {
    const [one, two] = [await seen("The nightly backup stopped"), await seen("Backups stopped at night")];
    const factors = [one, two].map(({ id, version }) => ({ id, version }));
    const { id } = await createCanonicalFactor(as("ada"), { name: "Backups stop unnoticed", factors });
    const loose = await seen("Backup jobs stopped");
    await seen("Backups stopped in secret", { restricted: true });
    const own = await seen("Backups had stopped");
    const ask = (name: "ada" | "ben") =>
      similarCanonicalFactors(as(name), { statement: "Our backups stopped", reviewKey: own.reviewKey });
    const { items } = await ask("ben");
    expect(items.map(({ condition, factor }) => condition?.id ?? factor.id).sort()).toEqual([id, loose.id].sort());
    expect(items.find(({ condition }) => condition)).toMatchObject({
      condition: { name: "Backups stop unnoticed", incidentCount: 2 },
      shared: ["backups", "stopped"],
    });
    expect((await ask("ada")).items).toHaveLength(3);
  });

  it.each(["", "the", "!!", "it's 'quoted' & | ! <-> : *"])("is nothing for “%s”", async (statement) => {
    const { reviewKey } = await seen("Quiet");
    expect(await similarCanonicalFactors(as("ada"), { statement, reviewKey })).toEqual({ items: [] });
  });
});
