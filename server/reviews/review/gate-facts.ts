import type { GateFacts } from "#lib/reviews/review/gates.ts";
import { SECTIONS } from "#lib/reviews/review/sections.ts";
import { untouchedDrafts } from "#lib/reviews/review/stale-drafts.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { readText } from "./document.ts";
import type { ReviewRecord } from "./select.ts";

/** What the gates look at. The text is read only while a gate asks for it: before the review goes into review. */
export async function gateFacts(ctx: Ctx, row: ReviewRecord): Promise<GateFacts> {
  const { incident } = row;
  const drafts = row.status === "draft" ? untouchedDrafts((await readText(ctx, row.documentId)).json) : [];
  return {
    template: row.template,
    kind: incident.kind,
    highestSeverity: incident.highestSeverity,
    impactText: incident.impactText,
    impactUnknown: incident.impactUnknown,
    settledMilestones: incident.milestones.map((milestone) => milestone.name),
    factors: row.factors.map(({ number, status, evidence }) => ({
      label: `factor ${number}`,
      status,
      evidenceCount: evidence.length,
    })),
    untouchedDrafts: drafts.map((key) => SECTIONS[key].title),
    meetingOn: toLocalDate(row.meetingOn),
    actions: row.actions.map(({ number, priority, status, ownerId, dueDate, doneWhen, declineKind }) => ({
      key: actionKeyOf(number),
      priority,
      status,
      hasOwner: ownerId !== null,
      dueDate: toLocalDate(dueDate),
      doneWhen,
      declineKind,
    })),
  };
}
