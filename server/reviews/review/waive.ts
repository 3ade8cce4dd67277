import { actorId } from "#lib/base/access/actor.ts";
import type { GateCode } from "#lib/base/vocabulary/review.ts";
import type { Gates } from "#lib/contract/review.ts";
import type { TemplateSection } from "#lib/reviews/template/template.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "./facts.ts";
import { reviewGates } from "./gates.ts";
import { lockVersions } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { rightToWaive, sectionOfGate } from "./may-waive.ts";
import { templateOf } from "./template-of.ts";

interface Waiver {
  key: string;
  gate: GateCode;
  /** Null undoes the waiver. */
  reason: string | null;
}

async function writeWaiver(ctx: Ctx, { key, gate, reason }: Waiver): Promise<Gates> {
  return transact(ctx, async (tx) => {
    // Two people who leave a section out at once would overwrite each other.
    await lockVersions(tx, (await loadReview(tx, key)).id);
    const review = await loadReview(tx, key);
    const { sections } = templateOf(review);
    authorize(tx, "review", rightToWaive(tx.actor, review, sections, gate), reviewFacts(review));
    if (reason === null) await tx.db.gateWaiver.deleteMany({ where: { reviewId: review.id, gate } });
    else {
      const data = { reason, waivedById: actorId(tx.actor), waivedAt: tx.now() };
      await tx.db.gateWaiver.upsert({
        where: { reviewId_gate: { reviewId: review.id, gate } },
        create: { id: tx.newId(), reviewId: review.id, gate, ...data },
        update: data,
      });
    }
    const section = sectionOfGate(sections, gate);
    const waived = (why: string | null) => ({ gate, ...titled(section, why !== null), reason: why });
    return record(tx, {
      action: reason === null ? "gate.waiver_taken_back" : "gate.waived",
      id: review.id,
      incidentId: review.incident.id,
      before: waived(review.waivers.find((waiver) => waiver.gate === gate)?.reason ?? null),
      after: waived(reason),
      answer: () => reviewGates(tx, { key }),
    });
  });
}

/** The title as it is now, because the template can change. */
function titled(section: TemplateSection | undefined, isWaived: boolean) {
  if (!section) return {};
  const title = isWaived ? section.title : null;
  return section.leaveOut ? { leftOut: title } : { section: title };
}

/** Waives a gate with a reason that stays visible. */
export const waiveGate = (ctx: Ctx, input: { key: string; gate: GateCode; reason: string }): Promise<Gates> =>
  writeWaiver(ctx, input);

/** Undoes a waiver, so the gate counts again. */
export const unwaiveGate = (ctx: Ctx, input: { key: string; gate: GateCode }): Promise<Gates> =>
  writeWaiver(ctx, { ...input, reason: null });
