import { type Actor, actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { NamedRef } from "#lib/contract/base.ts";
import { isSecondPerson, needsSecondPerson } from "#lib/follow/action-item/second-person.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { isApprover } from "./approver.ts";
import { dateAbility, isPromised } from "./date-ability.ts";
import { actionItemFacts, incidentFactsOf, reviewFactsOf } from "./facts.ts";
import type { ActionRefs } from "./load-refs.ts";
import type { ActionRowRecord } from "./select.ts";

const named = (id: string | null, names: ReadonlyMap<string, string>): NamedRef | null => {
  const name = id === null ? undefined : names.get(id);
  return id === null || name === undefined ? null : { id, name };
};

// The owner of an action can read it even if its incident is hidden from them. Then the incident isn't named.
function incidentOf(actor: Actor, row: ActionRowRecord, refs: ActionRefs): ActionItemRow["incident"] {
  const incident = row.incidentId === null ? undefined : refs.incidents.get(row.incidentId);
  const facts = incidentFactsOf(actor, row, refs);
  if (!incident || !facts || !can(actor, "incident", "read", facts)) return null;
  return { key: incidentKeyOf(incident.number), title: incident.title, severity: incident.severity };
}

function reviewOf(actor: Actor, row: ActionRowRecord, refs: ActionRefs): ActionItemRow["review"] {
  const review = row.reviewId === null ? undefined : refs.reviews.get(row.reviewId);
  const facts = reviewFactsOf(actor, row, refs);
  if (!review || !facts || !can(actor, "review", "read", facts)) return null;
  return { key: reviewKeyOf(review.number), title: review.title };
}

function abilitiesOf(actor: Actor, row: ActionRowRecord, refs: ActionRefs): ActionItemRow["abilities"] {
  const facts = actionItemFacts(actor, row, refs);
  const isSecond = isSecondPerson(actorId(actor), row);
  const approve = can(actor, "actionItem", "approve", facts) && isSecond;
  const approvers = refs.waiverApprovers.get(row.id);
  const mayVerify = !needsSecondPerson(row.priority) || isSecond;
  return {
    edit: can(actor, "actionItem", "edit", facts),
    work: can(actor, "actionItem", "work", facts),
    verify: can(actor, "actionItem", "verify", facts) && mayVerify,
    moveDate: can(actor, "actionItem", dateAbility(row, refs), facts),
    approve,
    endWaiver: approve && approvers !== undefined && isApprover(actor, { row, refs }, approvers),
    purge: can(actor, "actionItem", "purge", facts),
  };
}

/** Returns who or what an action waits for. Null for an action that the actor can't read. */
export function blockedByOf(row: ActionRowRecord, refs: ActionRefs): ActionItemRow["blockedBy"] {
  const person = named(row.blockedByPersonId, refs.owners);
  if (person) return { kind: "person", ...person };
  const team = named(row.blockedByTeamId, refs.teams);
  if (team) return { kind: "team", ...team };
  const action = refs.blockers.get(row.id);
  return action ? { kind: "action", id: actionKeyOf(action.number), name: action.title } : null;
}

export const presentActionRow = ({ actor }: Ctx, row: ActionRowRecord, refs: ActionRefs): ActionItemRow => ({
  id: row.id,
  key: actionKeyOf(row.number),
  title: row.title,
  type: row.type,
  priority: row.priority,
  status: row.status,
  blockedReason: row.blockedReason,
  blockedUntil: toLocalDate(row.blockedUntil),
  blockedBy: blockedByOf(row, refs),
  owner: named(row.ownerId, refs.owners),
  team: named(row.teamId, refs.teams),
  askedVerifier: named(row.askedVerifierId, refs.owners),
  dueDate: toLocalDate(row.dueDate),
  originalDueDate: refs.firstDates.get(row.id) ?? toLocalDate(row.dueDate),
  dueMoves: row.dueMoves,
  promised: isPromised(row, refs),
  incident: incidentOf(actor, row, refs),
  review: reviewOf(actor, row, refs),
  threadId: reviewOf(actor, row, refs) === null ? null : row.threadId,
  waivedUntil: toLocalDate(row.waivedUntil),
  effortDays: row.effortDays,
  archived: row.archivedAt !== null,
  demo: row.demo,
  createdAt: row.createdAt.toISOString(),
  ...(refs.details === null ? {} : { details: refs.details.get(row.id) }),
  version: row.version,
  abilities: abilitiesOf(actor, row, refs),
});
