import { describe, expect, it } from "vitest";
import { FactorGraph } from "#lib/contract/factor-graph.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import { createFactor, updateFactor } from "#server/follow/factor/index.ts";
import { arrangeFactors, getFactorGraph, relateFactors, unrelateFactors } from "./index.ts";

const world = conditionWorld();
const { as, seen } = world;
const ada = () => as("ada");

async function twoFactors(restricted = false) {
  const { reviewKey: key, id: fromId } = await seen("The first of two", { restricted });
  const { id: toId } = await createFactor(ada(), {
    ...{ key, statement: "The second", detail: "", role: "contributor", status: "hypothesis" },
    ...{ domains: [], evidence: [] },
  });
  return { key, fromId, toId };
}

describe("relations of factors", () => {
  it("are added and removed, each with its entry", async () => {
    const edge = { ...(await twoFactors()), relation: "amplified" as const };
    const { key, ...stored } = edge;
    const graph = await relateFactors(ada(), edge);
    expect(FactorGraph.parse(graph)).toEqual({ relations: [stored], places: [] });
    expect(await getFactorGraph(as("ben"), { key })).toEqual(graph);
    await expect(getFactorGraph(as("viewer"), { key })).rejects.toMatchObject({ code: "forbidden" });
    expect((await unrelateFactors(ada(), edge)).relations).toEqual([]);
    expect((await unrelateFactors(ada(), edge)).relations).toEqual([]);
    const entries = await world.prisma.auditEntry.findMany({
      where: { nounId: edge.fromId, action: { startsWith: "factor." } },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual(["factor.added", "factor.related", "factor.unrelated"]);
  });

  it("follow the rules of the graph, within one review", async () => {
    const { key, fromId, toId } = await twoFactors();
    const other = await twoFactors();
    const relate = (from: string, to: string) =>
      relateFactors(ada(), { key, fromId: from, toId: to, relation: "masked" });
    await relate(fromId, toId);
    await expect(relate(fromId, toId)).rejects.toMatchObject({ details: { rule: "relation_exists" } });
    await expect(relate(toId, fromId)).rejects.toMatchObject({ details: { rule: "relation_reversed" } });
    await expect(relate(toId, toId)).rejects.toMatchObject({ details: { rule: "relation_to_itself" } });
    await expect(relate(fromId, other.toId)).rejects.toMatchObject({ code: "invalid" });
  });

  it("are gone while a factor is removed, and return with it", async () => {
    const { key, ...edge } = await twoFactors();
    await relateFactors(ada(), { key, ...edge, relation: "mitigated" });
    const count = async () => (await getFactorGraph(ada(), { key })).relations.length;
    await updateFactor(ada(), { id: edge.toId, version: 1, removed: true });
    expect(await count()).toBe(0);
    await updateFactor(ada(), { id: edge.toId, version: 2, removed: false });
    expect(await count()).toBe(1);
  });

  it("can't be written by a viewer, and don't exist for those who can't read the review", async () => {
    const open = await twoFactors();
    const edge = { ...open, relation: "masked" as const };
    await expect(relateFactors(as("viewer"), edge)).rejects.toMatchObject({ code: "forbidden" });
    const place = { key: open.key, places: [{ box: open.toId, x: 1, y: 2 }], forget: [] };
    await expect(arrangeFactors(as("viewer"), place)).rejects.toMatchObject({ code: "forbidden" });
    const { key } = await twoFactors(true);
    await expect(getFactorGraph(as("ben"), { key })).rejects.toMatchObject({ code: "not_found" });
    await expect(unrelateFactors(as("ben"), { ...edge, key })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("places of boxes", () => {
  it("are kept for the review until they are forgotten, and only of its own boxes", async () => {
    const { key, fromId } = await twoFactors();
    const foreign = await twoFactors();
    const places = [
      { box: fromId, x: 10, y: -20 },
      { box: "impact" as const, x: 300, y: 0 },
    ];
    const sorted = places.toSorted((one, other) => one.box.localeCompare(other.box));
    expect((await arrangeFactors(ada(), { key, places, forget: [] })).places).toEqual(sorted);
    const moved = { box: fromId, x: 40, y: 50 };
    expect((await arrangeFactors(ada(), { key, places: [moved], forget: ["impact"] })).places).toEqual([moved]);
    await expect(
      arrangeFactors(ada(), { key, places: [{ box: foreign.fromId, x: 0, y: 0 }], forget: [] }),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});
