import { z } from "zod";
import { id, line, namedRef, pageInput, pageOf, personRef, route, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const Team = z.strictObject({
  id,
  name: z.string(),
  manager: personRef.nullable(),
  parent: namedRef.nullable(),
  members: z.array(personRef),
  archived: z.boolean(),
  version,
});
export type Team = z.infer<typeof Team>;

const fields = {
  name: line(LENGTHS.team.name),
  managerId: id.nullable().default(null),
  parentId: id.nullable().default(null),
  memberIds: z.array(id).max(500).default([]),
};

export const teamContract = {
  list: route("GET", "/teams", "Teams", "Teams")
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        includeArchived: z.boolean().default(false),
      }),
    )
    .output(pageOf(Team)),
  create: route("POST", "/teams", "Add a team", "Teams").input(z.strictObject(fields)).output(Team),
  update: route("PATCH", "/teams/{id}", "Change, archive or restore a team", "Teams")
    .input(
      z.strictObject({
        id,
        version,
        name: line(LENGTHS.team.name).optional(),
        managerId: id.nullable().optional(),
        parentId: id.nullable().optional(),
        memberIds: z.array(id).max(500).optional(),
        archived: z.boolean().optional(),
      }),
    )
    .output(Team),
};
