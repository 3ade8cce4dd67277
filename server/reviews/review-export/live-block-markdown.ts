import { asQuotation } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import { FACTOR_ROLE_WORDS, FACTOR_STATUS_WORDS } from "#lib/base/vocabulary/factor.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import { INCIDENT_ROLE_WORDS, SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import {
  LIVE_BLOCK_KINDS,
  type LiveBlockKind,
  REVIEW_STATUS_WORDS,
  TEMPLATE_WORDS,
} from "#lib/base/vocabulary/review.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import { flooredPercent } from "#lib/incidents/impact/account.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestone-names.ts";
import { type StoryLine, storyLines, timesWords } from "#lib/incidents/timeline/story-lines.ts";
import { plain, table, utc } from "./markdown-parts.ts";
import type { ExportEvent, ReviewExport } from "./review-export.ts";

const names = (people: readonly string[]) => (people.length > 0 ? people.join(", ") : "nobody yet");

function header({ incident, ...review }: ReviewExport): string {
  const ended = incident.resolvedAt === null ? "not resolved" : utc(incident.resolvedAt);
  return table(
    ["Fact", "Value"],
    [
      ["Incident", `${incident.key} ${plain(incident.title)}`],
      ["Severity", `${SEVERITY_WORDS[incident.severity]}, highest reached ${SEVERITY_WORDS[incident.highestSeverity]}`],
      ["From, to", `${utc(incident.startedAt)} to ${ended}`],
      ["Services", names(incident.services)],
      ["Review", `${review.key}, ${TEMPLATE_WORDS[review.template]}, ${REVIEW_STATUS_WORDS[review.status]}`],
      ["Owner", review.owner ?? "nobody yet"],
      ["Facilitator", review.facilitator ?? "nobody yet"],
      ["Authors", names(review.authors)],
    ],
  );
}

function impact({ incident, metrics, impact: { windows, services } }: ReviewExport): string {
  const words = incident.impactText.trim() || (incident.impactUnknown ? "Impact: unknown." : "Impact: not stated yet.");
  const counted = windows.filter((window) => !window.covered);
  if (counted.length === 0) {
    const stretches = metrics.band.map(
      (part) => `- ${part.kind}: ${utc(part.from)} to ${part.to === null ? "an end that is not known" : utc(part.to)}`,
    );
    return [words, ...(stretches.length > 0 ? [stretches.join("\n")] : [])].join("\n\n");
  }
  const rows = counted.map((window) => [
    plain(window.service.name),
    `${utc(window.from, true)} to ${window.to === null ? "now, still open" : utc(window.to, true)}`,
    weightWords(window.weight),
    window.reason === "" ? window.basis : `${window.basis}: ${plain(window.reason)}`,
    minutes(window.weightedSeconds),
  ]);
  const totals = services.map(({ service, weightedSeconds, budget }) => {
    const spent = budget.spentPercent;
    const share = spent === null ? "" : `, ${flooredPercent(spent, 1)} % of the budget of ${budget.days} days`;
    return `- ${plain(service.name)} in all: ${minutes(weightedSeconds)} weighted${share}`;
  });
  return [words, table(["Service", "From, to", "Weight", "Basis", "Weighted"], rows), totals.join("\n")].join("\n\n");
}

const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} min`;

function keyTimes({ metrics }: ReviewExport): string {
  const set = metrics.milestones.filter((milestone) => milestone.at !== null || milestone.notApplicable);
  const times = table(
    ["Milestone", "Time"],
    set.map((one) => [
      MILESTONE_WORDS[one.name],
      one.at === null
        ? "does not apply"
        : `${one.precision === "approx" ? "about " : ""}${utc(one.at, one.precision === "exact")}`,
    ]),
  );
  const spans = table(
    ["Measure", "Value"],
    metrics.metrics.map(({ label, seconds, approximate }) => [
      label,
      seconds === null ? "unknown" : `${approximate ? "~" : ""}${formatDuration(seconds)}`,
    ]),
  );
  return `${times}\n\n${spans}`;
}

const timeOf = (event: ExportEvent): string => {
  if (event.at === null) return "time not known";
  const about = event.precision === "approx" ? "about " : "";
  const end = event.endAt === null ? "" : ` to ${event.endAt.slice(11, 16)}`;
  return `${about}${event.at.slice(0, 10)} ${event.at.slice(11, event.precision === "exact" ? 19 : 16)}${end}`;
};

/** The title with how often it was repeated and what other accounts say of it. */
const wordsOf = ({ title, times, accounts }: StoryLine<ExportEvent>): string =>
  [`${title}${timesWords(times)}`, ...accounts.map((account) => `also told as ${asQuotation(account.title)}`)].join(
    "; ",
  );

function timeline({ events }: ReviewExport): string {
  const lines = storyLines(events);
  const shown = lines.filter((event) => !event.hidden);
  const pinned = shown.filter((event) => event.pinned);
  const told = pinned.length > 0 ? pinned : shown;
  const note = told.length < lines.length ? `\n\n${told.length} of ${lines.length} events.` : "";
  return `Times are UTC.\n\n${table(
    ["Time", "Event", ""],
    told.map((event) => [timeOf(event), plain(wordsOf(event)), `E${event.number}`]),
  )}${note}`;
}

const factors = ({ factors: rows }: ReviewExport): string =>
  rows
    .map((factor, index) =>
      [
        `${index + 1}. **${plain(factor.statement)}** (${FACTOR_ROLE_WORDS[factor.role]}, ${FACTOR_STATUS_WORDS[factor.status].toLowerCase()})`,
        ...(factor.detail.trim() ? [`   ${plain(factor.detail).replace(/\n+/g, "\n   ")}`] : []),
        `   Evidence: ${factor.evidence.length > 0 ? factor.evidence.map((number) => `E${number}`).join(", ") : "none yet"}. Answered by: ${factor.answers.length > 0 ? factor.answers.join(", ") : (factor.acceptedReason ?? "nothing yet")}.`,
      ].join("\n"),
    )
    .join("\n") || "No contributing factors yet.";

const actions = ({ actions: rows }: ReviewExport): string =>
  rows.length === 0
    ? "No action items yet."
    : table(
        ["Key", "Action", "Priority", "Owner", "Due", "Status", "Done when"],
        rows.map((one) => [
          one.key,
          plain(one.title),
          one.priority,
          one.owner ?? "nobody yet",
          one.dueDate ?? "no date",
          ACTION_STATUS_WORDS[one.status],
          plain(one.doneWhen),
        ]),
      );

const changes = ({ changes: rows }: ReviewExport): string =>
  rows.length === 0
    ? "No strategic changes yet."
    : table(
        ["Key", "Strategic change", "Target", "Owner", "Status"],
        rows.map((one) => [
          one.key,
          plain(one.title),
          one.targetQuarter ?? "no quarter",
          one.owner ?? "nobody yet",
          CHANGE_STATUS_WORDS[one.status],
        ]),
      );

const roles = ({ incident }: ReviewExport): string =>
  incident.roles.length === 0
    ? "No roles recorded."
    : table(
        ["Role", "Person"],
        incident.roles.map(({ role, name }) => [INCIDENT_ROLE_WORDS[role], plain(name)]),
      );

const attendance = ({ meetingOn }: ReviewExport): string =>
  meetingOn === null ? "The meeting was not held yet." : `The meeting was held on ${meetingOn}.`;

const approvals = ({ approvers, status, publishedAt }: ReviewExport): string =>
  `Approvers: ${names(approvers)}. Status: ${REVIEW_STATUS_WORDS[status]}${publishedAt === null ? "" : `, published ${utc(publishedAt)}`}.`;

const BLOCKS: Record<LiveBlockKind, (review: ReviewExport) => string> = {
  header,
  impact,
  keyTimes,
  roles,
  timeline,
  factors,
  actions,
  changes,
  attendance,
  approvals,
};

const isKind = (kind: string): kind is LiveBlockKind => (LIVE_BLOCK_KINDS as readonly string[]).includes(kind);

/** A live block frozen as Markdown; an unknown kind leaves nothing. */
export const liveBlockMarkdown = (kind: string, review: ReviewExport): string =>
  isKind(kind) ? BLOCKS[kind](review) : "";
