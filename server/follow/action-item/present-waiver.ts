import { type Actor, actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { utcDay } from "#lib/base/time/local-date.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { isSecondPerson } from "#lib/follow/action-item/second-person.ts";
import { refusesAnswerer } from "#lib/follow/action-item/waiver.ts";
import type { WaiverApprovers } from "#lib/people/policy/values.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { isApprover } from "./approver.ts";
import { actionItemFacts } from "./facts.ts";
import type { LoadedAction } from "./load.ts";
import type { NameOf } from "./past.ts";

type Waiver = LoadedAction["row"]["waivers"][number];

/** Returns the waiver that is in force, with the request for a longer one, or that is requested. Null: there is none. */
export function waiverOf(
  actor: Actor,
  { row, refs }: LoadedAction,
  { nameOf, approvers }: { nameOf: NameOf; approvers: WaiverApprovers },
): ActionItem["waiver"] {
  const approved = row.waivers.find(({ status }) => status === "approved");
  const requested = row.waivers.find(({ status }) => status === "requested");
  const waiver = approved ?? requested;
  if (!waiver) return null;
  const me = actorId(actor);
  const isNamed =
    can(actor, "actionItem", "approve", actionItemFacts(actor, row, refs)) &&
    isApprover(actor, { row, refs }, approvers);
  const mayAnswer = (one: Waiver) => isNamed && refusesAnswerer(row, one, me) === null;
  const asked = (one: Waiver) => ({
    ...{ reason: one.reason, mitigation: one.mitigation, until: utcDay(one.until) },
    ...{ requestedBy: nameOf(one.askedById), requestedAt: one.askedAt.toISOString() },
    mine: one.askedById !== null && one.askedById === me,
  });
  return {
    ...asked(waiver),
    ...{ status: waiver.status, leftStatus: waiver.leftStatus, approvers },
    mayAnswer: approved ? isNamed && isSecondPerson(me, row) : mayAnswer(waiver),
    answeredBy: nameOf(waiver.answeredById),
    answeredAt: toInstantOrNull(waiver.answeredAt),
    longer: approved && requested ? { ...asked(requested), mayAnswer: mayAnswer(requested) } : null,
  };
}
