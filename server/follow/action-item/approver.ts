import type { Actor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { refuse } from "#lib/base/errors.ts";
import type { WaiverApprovers } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionItemFacts } from "./facts.ts";
import type { ActionRefs, Ruled } from "./load-refs.ts";
import type { ActionPolicy } from "./policy.ts";
import type { ActionRowRecord } from "./select.ts";

const NEEDS = { tpm: "a TPM or an admin", manager: "the manager of the team" };

interface Approved {
  row: ActionRowRecord;
  refs: ActionRefs;
}

/** Returns whether a policy lets someone answer waivers or end them early, who can do so in general. */
export function isApprover(actor: Actor, { row, refs }: Approved, approvers: WaiverApprovers): boolean {
  if (approvers === "tpm_or_manager" || actor.kind !== "user") return true;
  const facts = actionItemFacts(actor, row, refs);
  if (approvers === "manager") return facts.managerIds.includes(actor.id);
  return can(actor, "actionItem", "approve", { ...facts, managerIds: [] });
}

/** Throws `rule` for someone who can answer or end waivers in general, but isn't whom the policy of the action names. */
export function checkApprover(
  { actor }: Ctx,
  ruled: Ruled,
  { policy, to }: { policy: ActionPolicy; to: "answer" | "end" },
): void {
  const { waiverApprovers: named } = policy.promised.values;
  if (named === "tpm_or_manager" || isApprover(actor, ruled, named)) return;
  throw refuse("waiver_approver", `Only ${NEEDS[named]} can ${to} this waiver. Ask them.`);
}
