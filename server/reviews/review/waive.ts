import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { GateCode } from "#lib/base/vocabulary/review.ts";
import type { Gates } from "#lib/contract/review.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "./facts.ts";
import { reviewGates } from "./gates.ts";
import { loadReview } from "./load.ts";
import type { ReviewRecord } from "./select.ts";
import { templateOf } from "./template-of.ts";

interface Waiver {
  key: string;
  gate: GateCode;
  /** Null undoes the waiver. */
  reason: string | null;
}

/** Those who write can leave out a section if the template lets them. Everything else is for a TPM. */
function authorizeWaiver(ctx: Ctx, review: ReviewRecord, gate: GateCode): void {
  const facts = reviewFacts(review);
  const isTheirs = templateOf(review).sections.some(({ key, leaveOut }) => leaveOut && gate === `section:${key}`);
  authorize(ctx, "review", isTheirs && can(ctx.actor, "review", "write", facts) ? "write" : "waive", facts);
}

async function writeWaiver(ctx: Ctx, { key, gate, reason }: Waiver): Promise<Gates> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorizeWaiver(tx, review, gate);
    if (reason === null) await tx.db.gateWaiver.deleteMany({ where: { reviewId: review.id, gate } });
    else {
      const data = { reason, waivedById: actorId(tx.actor), waivedAt: tx.now() };
      await tx.db.gateWaiver.upsert({
        where: { reviewId_gate: { reviewId: review.id, gate } },
        create: { id: tx.newId(), reviewId: review.id, gate, ...data },
        update: data,
      });
    }
    return record(tx, {
      action: reason === null ? "gate.waiver_taken_back" : "gate.waived",
      id: review.id,
      incidentId: review.incident.id,
      before: { gate, reason: review.waivers.find((waiver) => waiver.gate === gate)?.reason ?? null },
      after: { gate, reason },
      answer: () => reviewGates(tx, { key }),
    });
  });
}

/** Waives a gate with a reason that stays visible. */
export const waiveGate = (ctx: Ctx, input: { key: string; gate: GateCode; reason: string }): Promise<Gates> =>
  writeWaiver(ctx, input);

/** Undoes a waiver, so the gate counts again. */
export const unwaiveGate = (ctx: Ctx, input: { key: string; gate: GateCode }): Promise<Gates> =>
  writeWaiver(ctx, { ...input, reason: null });
