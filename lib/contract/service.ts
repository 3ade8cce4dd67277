import { z } from "zod";
import { id, line, namedRef, pageInput, pageOf, route, text, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const availabilityTarget = z
  .number()
  .gt(0, "more than 0%")
  .lte(100, "at most 100%")
  .refine((percent) => Math.abs(percent * 1000 - Math.round(percent * 1000)) < 1e-6, "at most three decimals")
  .describe("percent, three decimals");

export const Service = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  ownerTeam: namedRef.nullable(),
  availabilityTarget,
  archived: z.boolean(),
  proposed: z.boolean().describe("named by someone, not confirmed by an admin yet"),
  version,
});
export type Service = z.infer<typeof Service>;

export const serviceContract = {
  list: route("GET", "/services", "Services", "Services")
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        includeArchived: z.boolean().default(false),
      }),
    )
    .output(pageOf(Service)),
  create: route("POST", "/services", "Add a service", "Services")
    .input(
      z.strictObject({
        name: line(LENGTHS.service.name),
        description: text(LENGTHS.service.description).default(""),
        ownerTeamId: id.nullable().default(null),
        availabilityTarget: availabilityTarget.default(99.8),
      }),
    )
    .output(Service),
  propose: route("POST", "/services/propose", "Add a missing service. An admin confirms it.", "Services")
    .input(z.strictObject({ name: line(LENGTHS.service.name) }))
    .output(Service),
  update: route("PATCH", "/services/{id}", "Change, archive or restore a service", "Services")
    .input(
      z.strictObject({
        id,
        version,
        name: line(LENGTHS.service.name).optional(),
        description: text(LENGTHS.service.description).optional(),
        ownerTeamId: id.nullable().optional(),
        availabilityTarget: availabilityTarget.optional(),
        archived: z.boolean().optional(),
        proposed: z.boolean().optional().describe("false: confirms a proposed service"),
      }),
    )
    .output(Service),
};
