import { z } from "zod";
import { id, instant, pageInput, pageOf, route } from "./base.ts";

export const AuditEntry = z.strictObject({
  id,
  at: instant,
  actor: z.string(),
  /** user, token, or the part of the server that acted: cli, job, demo, set-up. */
  actorKind: z.string(),
  action: z.string(),
  noun: z.string(),
  nounId: id,
  /**
   * The record under the name people know, or its incident if it has no name of its own. Null if it no longer exists.
   */
  record: z.strictObject({ label: z.string(), href: z.string().nullable() }).nullable(),
  /**
   * Names for the ids in `before` and `after`: people, teams, services, and the events, factors and files that the
   * reader can see.
   */
  names: z.record(id, z.string()),
  before: z.unknown(),
  after: z.unknown(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const auditContract = {
  list: route("GET", "/audit", "Who changed what, newest first", "Audit")
    .input(z.strictObject({ ...pageInput, noun: z.string().max(40).optional(), nounId: id.optional() }))
    .output(pageOf(AuditEntry)),
};
