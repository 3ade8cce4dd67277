import { z } from "zod";
import { id, instant, pageInput, pageOf, route } from "./base.ts";

export const AuditEntry = z.strictObject({
  id,
  at: instant,
  actor: z.string(),
  /** user, token, or the label of the server itself: cli, job, demo, set-up. */
  actorKind: z.string(),
  action: z.string(),
  noun: z.string(),
  nounId: id,
  /** The record as people know it, or its incident where it has no name of its own; null for one that is gone. */
  record: z.strictObject({ label: z.string(), href: z.string().nullable() }).nullable(),
  /** Names of what `before` and `after` mention by id: people, teams, services, and events, factors and files one can see. */
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
