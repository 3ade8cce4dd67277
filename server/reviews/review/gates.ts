import { can } from "#lib/base/access/can.ts";
import { AppError } from "#lib/base/errors.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Gates } from "#lib/contract/review.ts";
import type { ReviewApproval } from "#lib/contract/version.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { type Completeness, type SectionState, sectionStates } from "#lib/reviews/review/completeness.ts";
import { untouchedDrafts } from "#lib/reviews/review/draft/stale-drafts.ts";
import type { GateFacts } from "#lib/reviews/review/gates.ts";
import { checkGates, openGates } from "#lib/reviews/review/gates.ts";
import { nextReviewStatus } from "#lib/reviews/review/status.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { approvalsOf } from "./approvals.ts";
import { readText } from "./document.ts";
import { reviewFacts } from "./facts.ts";
import { loadReview } from "./load.ts";
import { rightToWaive } from "./may-waive.ts";
import type { ReviewRecord } from "./select.ts";
import { templateOf, titleOfSection } from "./template-of.ts";

export interface Progress {
  gates: Gates;
  approvals: ReviewApproval[];
  sections: Completeness[];
}

const isBeingWritten = ({ status }: ReviewRecord) => status === "draft" || status === "in_review";

/** The parts of a review that its gates read: its template, and its text if that is needed. */
interface Read {
  template: ReturnType<typeof templateOf>;
  json: DocumentJson | null;
  sections: readonly SectionState[];
  approvals: ReviewApproval[];
}

async function read(ctx: Ctx, row: ReviewRecord, to: ReviewStatus | null, version?: number): Promise<Read> {
  const template = templateOf(row);
  const needsText = isBeingWritten(row) || template.sections.some(({ requiredAt }) => requiredAt === to);
  const json = needsText ? (await readText(ctx, row.documentId)).json : null;
  const [hasFactors, hasLearnings] = [row.factors.length > 0, row.learnings.length > 0];
  const facts = { template: template.sections, hasFactors, hasLearnings };
  const approvals = await approvalsOf(ctx, row, version);
  return { template, json, sections: json ? sectionStates(json, facts) : [], approvals };
}

/** Returns the facts that the gates check. */
function gateFacts(ctx: Ctx, row: ReviewRecord, { template, json, sections, approvals }: Read): GateFacts {
  const { incident } = row;
  const drafts = json && row.status === "draft" ? untouchedDrafts(json) : [];
  return {
    template,
    sections: new Map(sections.flatMap(({ key, state }) => (key === null ? [] : [[key, state]]))),
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
    untouchedDrafts: drafts.map((key) => titleOfSection(template, key)),
    meetingOn: toLocalDate(row.meetingOn),
    today: todayIn(incident.timeZone, ctx.now()),
    actions: row.actions.map(({ number, priority, status, ownerId, dueDate, doneWhen, declineKind }) => ({
      key: actionKeyOf(number),
      priority,
      status,
      hasOwner: ownerId !== null,
      dueDate: toLocalDate(dueDate),
      doneWhen,
      declineKind,
    })),
    approvals: approvals.map(({ person, state }) => ({ name: person.name, state })),
  };
}

/**
 * Returns gates and how complete each section is, from one reading of the text. No gates once the review can't be
 * written any more.
 */
export async function progressOf(
  ctx: Ctx,
  row: ReviewRecord,
  to = nextReviewStatus(row.status),
  version?: number,
): Promise<Progress> {
  const text = await read(ctx, row, to, version);
  return {
    approvals: text.approvals,
    gates: await gatesWith(ctx, row, to, text),
    sections: isBeingWritten(row) ? text.sections.map(({ state }) => state) : [],
  };
}

/** Returns the open gates before a review's next status, with the waivers. */
export const gatesOf = async (ctx: Ctx, row: ReviewRecord): Promise<Gates> => (await progressOf(ctx, row)).gates;

/**
 * Throws `rule` with every open gate before a status that isn't waived. `version` is the one to publish: approvals are
 * of its text, not of a newer one.
 */
export async function refuseShutGates(ctx: Ctx, row: ReviewRecord, to: ReviewStatus, version?: number): Promise<void> {
  const { gates } = (await progressOf(ctx, row, to, version)).gates;
  const shut = gates.filter((gate) => !gate.ok && gate.waiver === null);
  if (shut.length === 0) return;
  const words = shut.map(({ detail }) => `${detail.charAt(0).toLowerCase()}${detail.slice(1)}`).join("; ");
  throw new AppError("rule", {
    rule: "gates_open",
    message: `Gates are open: ${words}`,
    fields: shut.map((gate) => ({ field: gate.code, message: gate.detail })),
  });
}

async function gatesWith(ctx: Ctx, row: ReviewRecord, to: ReviewStatus | null, text: Read): Promise<Gates> {
  if (to === null) return { to, gates: [], open: 0 };
  const { template } = text;
  const facts = reviewFacts(row);
  const gates = checkGates(to, gateFacts(ctx, row, text));
  const waivers = new Map(row.waivers.map((waiver) => [waiver.gate, waiver]));
  const people = await ctx.db.user.findMany({
    where: { id: { in: row.waivers.flatMap((waiver) => waiver.waivedById ?? []) } },
    select: { id: true, name: true },
  });
  return {
    to,
    gates: gates.map(({ code, label, ok, detail, leaveOut }) => {
      const waiver = waivers.get(code);
      const by = people.find((person) => person.id === waiver?.waivedById)?.name ?? null;
      return {
        code,
        label,
        ok,
        detail,
        leaveOut,
        waiver: waiver ? { reason: waiver.reason, by, at: waiver.waivedAt.toISOString() } : null,
        abilities: { waive: can(ctx.actor, "review", rightToWaive(ctx.actor, row, template.sections, code), facts) },
      };
    }),
    open: openGates(gates, [...waivers.keys()]).length,
  };
}

export const reviewGates = async (ctx: Ctx, input: { key: string }): Promise<Gates> =>
  gatesOf(ctx, await loadReview(ctx, input.key));
