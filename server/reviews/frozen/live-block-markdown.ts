import { listWords } from "#lib/base/text/sentence.ts";
import { SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import { type LiveBlockKind, REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import type { LiveBlockOptions } from "#lib/document/live-block-options.ts";
import type { FrozenBlock } from "#lib/reviews/version/changes.ts";
import { linked, paragraphs, plain, table, utc } from "./markdown-parts.ts";
import { actions, changes, factors, learnings, roles } from "./record-tables.ts";
import type { FrozenReview, ReviewExport } from "./review-export.ts";
import { impact, keyTimes, timeline } from "./times-markdown.ts";

const names = (people: readonly string[]) => plain(people.join(", "));

/** What, how severe, when and who. Missing values are listed on one line below. */
function header({ incident, baseUrl, ...review }: ReviewExport): string {
  const { severity, highestSeverity, startedAt, resolvedAt, services } = incident;
  const reached = highestSeverity === severity ? "" : `, highest reached ${SEVERITY_WORDS[highestSeverity]}`;
  const facts: readonly (readonly [string, string])[] = [
    ["Incident", `${linked(incident.key, `/incidents/${incident.key}`, baseUrl)} ${plain(incident.title)}`],
    ["Severity", `${SEVERITY_WORDS[severity]}${reached}`],
    ["Start", startedAt === null ? "" : utc(startedAt)],
    ["End", resolvedAt === null ? "" : utc(resolvedAt)],
    ["Services", names(services)],
    ["Review", `${review.key}, ${plain(review.templateName)}, ${REVIEW_STATUS_WORDS[review.status]}`],
    ["Owner", plain(review.owner ?? "")],
    ["Facilitator", plain(review.facilitator ?? "")],
    ["Authors", names(review.authors)],
  ];
  const unsaid = facts.flatMap(([term, value]) => (value === "" ? term.toLowerCase() : []));
  const wayOn = baseUrl === null ? "" : ` ${linked("Add them", `/incidents/${incident.key}`, baseUrl)}.`;
  return paragraphs(
    table(
      ["Fact", "Value"],
      facts.filter(([, value]) => value !== ""),
    ),
    unsaid.length === 0 ? "" : `Not set: ${listWords(unsaid)}.${wayOn}`,
  );
}

const attendance = ({ meetingOn }: ReviewExport): string =>
  meetingOn === null ? "" : `Date of the meeting: ${meetingOn}.`;

/** Stands for the decisions in a kept text, which approvers can still make about it. */
const APPROVALS_PLACE = "<!-- approvals -->";

const approvals = ({ status, publishedAt }: ReviewExport): string =>
  paragraphs(
    APPROVALS_PLACE,
    `Status: ${REVIEW_STATUS_WORDS[status]}${publishedAt === null ? "" : `, published ${utc(publishedAt)}`}.`,
  );

/** Returns the Markdown of a review with its approvals, as they are kept. */
export function withApprovals(markdown: string, { columns, rows }: FrozenBlock): string {
  const cells = rows.map((row) =>
    row.cells.map((cell, at) => (columns[at] === "Time" && cell ? utc(cell) : plain(cell))),
  );
  const told = cells.length === 0 ? "" : `${table(columns, cells)}\n\n`;
  return markdown.replaceAll(`${APPROVALS_PLACE}\n\n`, () => told);
}

const BLOCKS: Record<LiveBlockKind, (review: FrozenReview, options: LiveBlockOptions) => string> = {
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

/** Returns a live block as frozen Markdown. Empty if it has no records. */
export const liveBlockMarkdown = (kind: LiveBlockKind, review: FrozenReview, options: LiveBlockOptions): string =>
  BLOCKS[kind](review, options);
