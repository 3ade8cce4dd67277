import { type Actor, actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { GateCode } from "#lib/base/vocabulary/review.ts";
import { isAhead } from "#lib/reviews/review/status.ts";
import type { TemplateSection } from "#lib/reviews/template/template.ts";
import { reviewFacts } from "./facts.ts";
import type { ReviewRecord } from "./select.ts";

/** Returns the section that a gate is for. Undefined if the gate is for something else. */
export const sectionOfGate = (sections: readonly TemplateSection[], gate: GateCode): TemplateSection | undefined =>
  sections.find(({ key }) => gate === `section:${key}`);

/**
 * Returns which right waives a gate, or withdraws its waiver. Those who write can leave out a section if the template
 * lets them, until the review has passed its gate. Sections that someone else left out, and all other gates, are for
 * a TPM.
 */
export function rightToWaive(
  actor: Actor,
  review: ReviewRecord,
  sections: readonly TemplateSection[],
  gate: GateCode,
): "write" | "waive" {
  const section = sectionOfGate(sections, gate);
  const waiver = review.waivers.find((one) => one.gate === gate);
  const isTheirs =
    section?.leaveOut === true &&
    section.requiredAt !== null &&
    isAhead(review.status, section.requiredAt) &&
    (!waiver || waiver.waivedById === actorId(actor));
  return isTheirs && can(actor, "review", "write", reviewFacts(review)) ? "write" : "waive";
}
