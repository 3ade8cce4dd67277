import { z } from "zod";
import { FACTOR_RELATIONS } from "#lib/base/vocabulary/factor.ts";
import { id, reviewKey, route } from "./base.ts";

const relation = z.strictObject({ fromId: id, toId: id, relation: z.enum(FACTOR_RELATIONS) });
const place = z.strictObject({
  box: z.union([id, z.literal("impact")]).describe("a factor, or the impact"),
  x: z.number().min(-100_000).max(100_000),
  y: z.number().min(-100_000).max(100_000),
});

/** How the factors of a review are related, and where people put them in the drawing. */
export const FactorGraph = z.strictObject({
  relations: z.array(relation),
  places: z.array(place).describe("boxes that someone moved. The others are laid out"),
});
export type FactorGraph = z.infer<typeof FactorGraph>;

const TAG = "Factors";

export const factorGraphContract = {
  get: route("GET", "/reviews/{key}/factor-graph", "Relations of the factors of a review", TAG)
    .input(z.strictObject({ key: reviewKey }))
    .output(FactorGraph),
  relate: route("POST", "/reviews/{key}/factor-graph/relations", "Relate two factors, read “from … to”", TAG)
    .input(relation.extend({ key: reviewKey }))
    .output(FactorGraph),
  unrelate: route("POST", "/reviews/{key}/factor-graph/unrelations", "Remove a relation of two factors", TAG)
    .input(relation.extend({ key: reviewKey }))
    .output(FactorGraph),
  arrange: route("POST", "/reviews/{key}/factor-graph/places", "Put boxes in other places", TAG)
    .input(
      z.strictObject({
        key: reviewKey,
        places: z.array(place).max(500),
        forget: z.array(place.shape.box).max(500).default([]).describe("boxes that are laid out again"),
      }),
    )
    .output(FactorGraph),
};
