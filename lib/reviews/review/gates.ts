import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import type { ActionPriority, ActionStatus, DeclineKind } from "#lib/base/vocabulary/action-item.ts";
import type { FactorStatus } from "#lib/base/vocabulary/factor.ts";
import type { IncidentKind } from "#lib/base/vocabulary/incident.ts";
import type { ApprovalState, GateCode, ReviewStatus } from "#lib/base/vocabulary/review.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import { missingApprovals } from "./approval.ts";
import type { Completeness } from "./completeness.ts";
import { lacksEvidence } from "./factor-holes.ts";

export interface GateFactor {
  /** The name people see: "factor 2". */
  label: string;
  status: FactorStatus;
  /** Number of events that support it. */
  evidenceCount: number;
}

export interface GateAction {
  key: string;
  priority: ActionPriority;
  status: ActionStatus;
  hasOwner: boolean;
  dueDate: string | null;
  doneWhen: string;
  declineKind: DeclineKind | null;
}

/** Facts that the gates check. */
export interface GateFacts {
  /** The review's template, with its own sections. */
  template: Pick<TemplateContent, "sections" | "milestonesNeeded" | "factorsNeeded" | "needsMeeting">;
  /** How complete each section of the text is, by its key. Empty if the text wasn't read. */
  sections: ReadonlyMap<string, Completeness>;
  kind: IncidentKind;
  highestSeverity: number;
  impactText: string;
  impactUnknown: boolean;
  /** Milestones that have an event or are marked as not applicable. */
  settledMilestones: readonly MilestoneName[];
  factors: readonly GateFactor[];
  /** Titles of sections whose generated text no one edited or accepted. */
  untouchedDrafts: readonly string[];
  /** Local date. A day ahead is planned. Null if neither was there a meeting nor is one planned. */
  meetingOn: string | null;
  /** Local date in the zone of the incident. */
  today: string;
  actions: readonly GateAction[];
  /** The people named as approvers. */
  approvals: readonly { name: string; state: ApprovalState }[];
}

export interface Gate {
  code: GateCode;
  label: string;
  ok: boolean;
  /** Not ok: the next step, a phrase without a full stop. Ok: what was found. */
  detail: string;
  waivable: boolean;
  /** A section that its template lets those who write leave out. Other gates are for a TPM to waive. */
  leaveOut: boolean;
}

const isUrgent = ({ priority }: GateAction) => priority === "P0" || priority === "P1";
const isDropped = ({ status, declineKind }: GateAction) => status === "declined" && declineKind !== "moved_to_change";
const gate = (code: GateCode, label: string, ok: boolean, detail: string): Gate => ({
  code,
  label,
  ok,
  detail,
  waivable: true,
  leaveOut: false,
});

function impactStated({ impactText, impactUnknown }: GateFacts): Gate {
  const isFilled = impactText.trim() !== "";
  const detail = isFilled
    ? "Filled in"
    : impactUnknown
      ? "Marked as unknown"
      : "Describe the impact in the incident's header, or mark it as unknown there";
  return gate(
    "impact_stated",
    "Impact of the incident is stated or marked as unknown",
    isFilled || impactUnknown,
    detail,
  );
}

function milestonesSet({ template, kind, settledMilestones }: GateFacts): Gate {
  const open = template.milestonesNeeded.filter(
    (name) => !settledMilestones.includes(name) && !(kind === "near_miss" && name === "impact_started"),
  );
  const names = listWords(open.map((name) => MILESTONE_WORDS[name].toLowerCase()));
  const detail =
    open.length === 0 ? "All set or not applicable" : `Set the key time${open.length === 1 ? "" : "s"}: ${names}`;
  return gate("milestones_set", "Key times are set or marked as not applicable", open.length === 0, detail);
}

function factorsEnough({ factors }: GateFacts, needed: number): Gate {
  const count = factors.filter(({ status }) => status !== "rejected").length;
  const label = needed === 1 ? "At least one contributing factor" : `At least ${needed} contributing factors`;
  const more = needed === 1 ? "Add a contributing factor" : `Add contributing factors: ${count} of ${needed} so far`;
  return gate("factors_enough", label, count >= needed, count >= needed ? countWords(count, "factor") : more);
}

function draftsAccepted({ untouchedDrafts }: GateFacts): Gate {
  const detail =
    untouchedDrafts.length === 0 ? "No draft left" : `Edit or accept the drafts of ${listWords(untouchedDrafts)}`;
  return gate("drafts_accepted", "Drafted text is edited or accepted", untouchedDrafts.length === 0, detail);
}

function meetingHeld({ template, meetingOn, today }: GateFacts): Gate {
  const isHeld = meetingOn !== null && meetingOn <= today;
  const isMet = isHeld || !template.needsMeeting;
  return gate("meeting_held", "Review meeting held", isMet, meetingDetail(meetingOn, isHeld, isMet));
}

function meetingDetail(meetingOn: string | null, isHeld: boolean, isMet: boolean): string {
  if (meetingOn !== null) return isHeld ? `Held on ${dayWords(meetingOn)}` : `It is planned for ${dayWords(meetingOn)}`;
  return isMet ? "Not required by this template" : "Hold the review meeting and enter its date";
}

function factorsEvidenced({ factors }: GateFacts): Gate {
  const bare = factors.filter(({ status, evidenceCount }) =>
    lacksEvidence({ status, evidenceForCount: evidenceCount }),
  );
  const labels = listWords(bare.map(({ label }) => label));
  const detail =
    bare.length === 0
      ? "No factor without evidence"
      : `Give ${labels} evidence, or mark ${bare.length === 1 ? "it as a hypothesis" : "them as hypotheses"}`;
  return gate("factors_evidenced", "Every factor has evidence or is a hypothesis", bare.length === 0, detail);
}

function priorityActionsComplete({ actions }: GateFacts): Gate {
  const gaps = actions
    .filter((action) => isUrgent(action) && action.status !== "declined")
    .flatMap((action) => {
      const missing = [
        ...(action.hasOwner ? [] : ["owner"]),
        ...(action.dueDate === null ? ["due date"] : []),
        ...(action.doneWhen.trim() === "" ? ["“done when”"] : []),
      ];
      return missing.length === 0 ? [] : `${action.key} (${listWords(missing)})`;
    });
  const label = "Every P0 and P1 action has an owner, a due date and “done when”";
  return gate(
    "priority_actions_complete",
    label,
    gaps.length === 0,
    gaps.length === 0 ? "All complete" : `Complete ${listWords(gaps)}`,
  );
}

function priorityActionExists({ kind, highestSeverity, actions }: GateFacts): Gate {
  const isAsked = kind === "incident" && highestSeverity <= 2;
  const count = actions.filter((action) => isUrgent(action) && !isDropped(action)).length;
  const detail = !isAsked
    ? "Required only after a SEV1 or SEV2 that affected customers"
    : count === 0
      ? "Add a P0 or P1 action"
      : countWords(count, "P0 or P1 action");
  return gate("priority_action_exists", "At least one P0 or P1 action", !isAsked || count > 0, detail);
}

function priorityActionsSettled({ actions }: GateFacts): Gate {
  const open = actions.filter(
    (action) => isUrgent(action) && action.status !== "verified" && action.status !== "declined",
  );
  const detail = open.length === 0 ? "All settled" : `Verify or decline ${listWords(open.map(({ key }) => key))}`;
  const label = "Every P0 and P1 action is verified, declined or moved to a strategic change";
  return gate("priority_actions_settled", label, open.length === 0, detail);
}

function approvalsIn({ approvals }: GateFacts): Gate {
  const missing = missingApprovals(approvals);
  const detail = missing ?? `By ${listWords(approvals.map(({ name }) => name))}`;
  return gate("approvals_in", "Approved by everyone named as approver", missing === null, detail);
}

/** The sections that the template requires at a status. A section of records needs no one to write it. */
function sectionsWritten(to: ReviewStatus, { template, sections }: GateFacts): Gate[] {
  return template.sections
    .filter(({ requiredAt }) => requiredAt === to)
    .map(({ key, title, leaveOut }) => {
      const state = sections.get(key);
      const isDone = state === "written" || state === "facts";
      const next = state === undefined ? `Add the section “${title}”` : `Write “${title}”`;
      const done = state === "facts" ? "Filled in from records" : "Written";
      const written = gate(`section:${key}`, `“${title}” is written`, isDone, isDone ? done : next);
      return { ...written, leaveOut: leaveOut === true };
    });
}

/** Returns the gates before a status, in the order in which they are shown. Going back has none. */
export function checkGates(to: ReviewStatus, facts: GateFacts): Gate[] {
  return [...recordGates(to, facts), ...sectionsWritten(to, facts)];
}

function recordGates(to: ReviewStatus, facts: GateFacts): Gate[] {
  switch (to) {
    case "in_review":
      return [impactStated(facts), milestonesSet(facts), factorsEnough(facts, 1), draftsAccepted(facts)];
    case "reviewed":
      return [
        meetingHeld(facts),
        factorsEnough(facts, facts.template.factorsNeeded),
        factorsEvidenced(facts),
        priorityActionsComplete(facts),
        priorityActionExists(facts),
      ];
    case "published":
      return facts.approvals.length === 0 ? [] : [approvalsIn(facts)];
    case "closed":
      return [priorityActionsSettled(facts)];
    default:
      return [];
  }
}

/** Returns the gates that still block the move, without waived ones. */
export function openGates(gates: readonly Gate[], waived: readonly string[]): Gate[] {
  return gates.filter(({ ok, waivable, code }) => !ok && !(waivable && waived.includes(code)));
}
