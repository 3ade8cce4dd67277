import { actorId, actorName } from "#lib/base/access/actor.ts";
import { toJson } from "./json.ts";
import type { TxCtx } from "./transaction.ts";

export interface AuditInput {
  /** Past tense: `action_item.implemented`. */
  action: string;
  noun: string;
  nounId: string;
  /** Incident whose restriction the entry inherits. */
  incidentId?: string | null;
  before?: unknown;
  after?: unknown;
}

/** Writes who changed what, in the transaction of the change. */
export async function audit(tx: TxCtx, input: AuditInput): Promise<void> {
  const { actor } = tx;
  await tx.db.auditEntry.create({
    data: {
      id: tx.newId(),
      at: tx.now(),
      actorId: actorId(actor),
      actorKind: actor.kind === "user" ? (actor.scopes === null ? "user" : "token") : actor.label,
      actorLabel: actorName(actor),
      action: input.action,
      noun: input.noun,
      nounId: input.nounId,
      incidentId: input.incidentId ?? null,
      before: toJson(input.before),
      after: toJson(input.after),
      requestId: tx.requestId,
    },
  });
}
