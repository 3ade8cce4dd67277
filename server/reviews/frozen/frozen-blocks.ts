import { asQuotation } from "#lib/base/text/sentence.ts";
import { formatMetric, isMeasured } from "#lib/base/time/duration.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import {
  FACTOR_ACTOR_WORDS,
  FACTOR_EXPLAINS_WORDS,
  FACTOR_ROLE_WORDS,
  FACTOR_STATUS_WORDS,
} from "#lib/base/vocabulary/factor.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import { INCIDENT_ROLE_WORDS, SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import { LEARNING_KIND_WORDS } from "#lib/base/vocabulary/learning.ts";
import { APPROVAL_STATE_WORDS } from "#lib/base/vocabulary/review.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { timesWords } from "#lib/incidents/timeline/story/story-lines.ts";
import type { FrozenBlock, FrozenBlocks } from "#lib/reviews/version/changes.ts";
import { freeze } from "./freeze.ts";
import type { FrozenReview, ReviewExport } from "./review-export.ts";
import { timeOf } from "./times-markdown.ts";

type Row = FrozenBlock["rows"][number];

const row = (key: string, ...cells: string[]): Row => ({ key, cells });
const block = (columns: string[], rows: Row[]): FrozenBlock => ({ columns, rows });

function header({ incident, ...review }: FrozenReview): FrozenBlock {
  const facts: [string, string][] = [
    ["Incident", `${incident.key} ${incident.title}`],
    ["Severity", SEVERITY_WORDS[incident.severity]],
    ["Highest severity", SEVERITY_WORDS[incident.highestSeverity]],
    ["Start", incident.startedAt ?? ""],
    ["End", incident.resolvedAt ?? ""],
    ["Services", incident.services.join(", ")],
    ["Owner", review.owner ?? ""],
    ["Facilitator", review.facilitator ?? ""],
    ["Authors", review.authors.join(", ")],
  ];
  return block(
    ["Fact", "Value"],
    facts.map(([fact, value]) => row(fact, fact, value)),
  );
}

function impact({ incident, impact: { windows } }: FrozenReview): FrozenBlock {
  const words = incident.impactText.trim() || (incident.impactUnknown ? "The impact is unknown." : "");
  return block(
    ["Service", "From", "To", "Weight", "Basis"],
    [
      ...(words === "" ? [] : [row("text", words, "", "", "", "")]),
      ...windows
        .filter((window) => !window.covered)
        .map(({ id, service, from, to, weight, basis, reason }) =>
          row(id, service.name, from, to ?? "", weightWords(weight), reason === "" ? basis : `${basis}: ${reason}`),
        ),
    ],
  );
}

function keyTimes({ metrics }: FrozenReview): FrozenBlock {
  return block(
    ["Milestone or measure", "Value"],
    [
      ...metrics.milestones
        .filter(({ at, notApplicable }) => at !== null || notApplicable)
        .map(({ name, at }) => row(name, MILESTONE_WORDS[name], at ?? "does not apply")),
      ...metrics.metrics.filter(isMeasured).map((one) => row(one.name, one.label, formatMetric(one))),
    ],
  );
}

const timeline = ({ lines }: FrozenReview): FrozenBlock =>
  block(
    ["No.", "Time", "Event", "Shown"],
    lines.map((event) =>
      row(
        event.id,
        `E${event.number}`,
        timeOf(event),
        [
          `${event.title}${timesWords(event.times)}`,
          ...event.accounts.map((account) => `also told as ${asQuotation(account.title)}`),
        ].join("; "),
        event.hidden ? "hidden" : event.pinned ? "pinned" : "",
      ),
    ),
  );

const labelsOf = (evidence: readonly string[], eventLabel: FrozenReview["eventLabel"]): string =>
  [...new Set(evidence.flatMap((id) => eventLabel(id) ?? []))].join(", ");

const factors = ({ factors: rows, eventLabel }: FrozenReview): FrozenBlock =>
  block(
    ["Factor", "Detail", "Role", "Status", "Evidence", "Addressed by", "Explains", "Who acted"],
    rows.map((factor) =>
      row(
        factor.id,
        factor.statement,
        factor.detail,
        FACTOR_ROLE_WORDS[factor.role],
        FACTOR_STATUS_WORDS[factor.status],
        labelsOf(factor.evidence, eventLabel),
        factor.answers.join(", ") || (factor.acceptedReason ? `Accepted: ${factor.acceptedReason}` : ""),
        factor.explains.map((part) => FACTOR_EXPLAINS_WORDS[part]).join(", "),
        factor.actedBy === null ? "" : FACTOR_ACTOR_WORDS[factor.actedBy],
      ),
    ),
  );

const learnings = ({ learnings: rows, eventLabel }: FrozenReview): FrozenBlock =>
  block(
    ["Learning", "Kind", "Detail", "Evidence"],
    rows.map(({ id, statement, kind, detail, evidence }) =>
      row(id, statement, LEARNING_KIND_WORDS[kind], detail, labelsOf(evidence, eventLabel)),
    ),
  );

const actions = ({ actions: rows }: FrozenReview): FrozenBlock =>
  block(
    ["Key", "Action", "Priority", "Owner", "Due", "Status", "Done when"],
    rows.map((one) => {
      const status = one.blockedReason === null ? ACTION_STATUS_WORDS[one.status] : `Blocked: ${one.blockedReason}`;
      return row(one.key, one.key, one.title, one.priority, one.owner ?? "", one.dueDate ?? "", status, one.doneWhen);
    }),
  );

const changes = ({ changes: rows }: FrozenReview): FrozenBlock =>
  block(
    ["Key", "Strategic change", "Target", "Owner", "Status"],
    rows.map((one) =>
      row(one.key, one.key, one.title, one.targetQuarter ?? "", one.owner ?? "", CHANGE_STATUS_WORDS[one.status]),
    ),
  );

const roles = ({ incident }: FrozenReview): FrozenBlock =>
  block(
    ["Role", "Person"],
    incident.roles.map(({ role, name }) => row(`${role} ${name}`, INCIDENT_ROLE_WORDS[role], name)),
  );

const attendance = ({ meetingOn }: FrozenReview): FrozenBlock =>
  block(["Meeting"], meetingOn === null ? [] : [row("meeting", meetingOn)]);

/** Who decided what about which version. */
export const approvals = ({ approvals: rows }: Pick<FrozenReview, "approvals">): FrozenBlock =>
  block(
    ["Approver", "Role or team", "Decision", "Version", "Time"],
    rows.map(({ name, place, state, version, at }) => {
      const words = APPROVAL_STATE_WORDS[state];
      return row(name, name, place, words.charAt(0).toUpperCase() + words.slice(1), `${version ?? ""}`, at ?? "");
    }),
  );

const BLOCKS: Record<keyof Required<FrozenBlocks>, (review: FrozenReview) => FrozenBlock> = {
  header,
  impact,
  keyTimes,
  roles,
  timeline,
  factors,
  learnings,
  actions,
  changes,
  attendance,
  approvals,
};

/** The records behind every live block, as tables whose rows are found again by their keys. Instants are in UTC. */
export function freezeBlocks(input: ReviewExport): Required<FrozenBlocks> {
  const review = freeze(input);
  const told = Object.entries(BLOCKS).map(([kind, tell]) => [kind, tell(review)] as const);
  return Object.fromEntries(told) as Required<FrozenBlocks>;
}
