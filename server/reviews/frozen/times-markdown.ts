import { asQuotation, listWords } from "#lib/base/text/sentence.ts";
import { formatMetric, formatWeighted, isMeasured } from "#lib/base/time/duration.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import { eventFilter, type LiveBlockOptions } from "#lib/document/live-block-options.ts";
import { sharePercent } from "#lib/incidents/impact/account.ts";
import { IMPACT_SEGMENT_WORDS } from "#lib/incidents/impact/impact-band.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { type StoryLine, timesWords } from "#lib/incidents/timeline/story/story-lines.ts";
import { linked, paragraphs, plain, table, utc } from "./markdown-parts.ts";
import type { ExportEvent, FrozenReview, ReviewExport } from "./review-export.ts";

/** Returns the customer impact that the incident states, then its windows, or its milestones if there are none. */
export function impact({ incident, metrics, impact: { windows, services } }: ReviewExport): string {
  const words = plain(incident.impactText.trim()) || (incident.impactUnknown ? "The impact is unknown." : "");
  const counted = windows.filter((window) => !window.covered);
  if (counted.length === 0) return paragraphs(words, metrics.band.map(stretch).join("\n"));
  const rows = counted.map((window) => [
    plain(window.service.name),
    `${utc(window.from, true)} to ${window.to === null ? "now, still open" : utc(window.to, true)}`,
    weightWords(window.weight),
    window.reason === "" ? window.basis : `${window.basis}: ${plain(window.reason)}`,
    formatWeighted(window.weightedSeconds),
  ]);
  const totals = services.map(({ service, weightedSeconds, budget }) => {
    const spent = budget.spentPercent;
    const share = spent === null ? "" : `, ${sharePercent(spent, 1)}% of the ${budget.days}-day budget`;
    return `- ${plain(service.name)} in total: ${formatWeighted(weightedSeconds)} weighted${share}`;
  });
  return paragraphs(words, table(["Service", "From, to", "Weight", "Basis", "Weighted"], rows), totals.join("\n"));
}

/** The severity is stated only if the milestones give it. Only windows can show that nothing worked. */
function stretch({ kind, from, to, known }: ReviewExport["metrics"]["band"][number]): string {
  const words = !known ? "Affected" : kind === "outage" ? "Severe impact" : IMPACT_SEGMENT_WORDS[kind];
  if (kind === "restored") return `- ${words}: ${utc(from)}`;
  return `- ${words}: ${to === null ? `from ${utc(from)}` : `${utc(from)} to ${utc(to)}`}`;
}

/** Milestones, the known measures, and one line each for those that contradict themselves or are unknown. */
export function keyTimes({ incident, metrics, baseUrl }: ReviewExport): string {
  const set = metrics.milestones.filter((milestone) => milestone.at !== null || milestone.notApplicable);
  const times = set.map((one) => [
    MILESTONE_WORDS[one.name],
    one.at === null
      ? "does not apply"
      : `${one.precision === "approx" ? "about " : ""}${utc(one.at, one.precision === "exact")}`,
  ]);
  const known = metrics.metrics.filter(isMeasured);
  const contradictions = metrics.warnings.filter(({ kind }) => kind === "order");
  const denied = new Set(contradictions.map(({ earlier, later }) => `${later} ${earlier}`));
  const unknown = metrics.metrics.filter((one) => !isMeasured(one) && !denied.has(`${one.from} ${one.to}`));
  if (set.length === 0) return "";
  const names = unknown.map(({ label }) => (label.split(":")[0] ?? label).toLowerCase());
  const wayOn = baseUrl === null ? "" : ` ${linked("Add the times", `/incidents/${incident.key}`, baseUrl)}.`;
  return paragraphs(
    table(["Milestone", "Time"], times),
    known.length === 0
      ? ""
      : table(
          ["Measure", "Value"],
          known.map((one) => [one.label, formatMetric(one)]),
        ),
    contradictions.map(({ message }) => `${message}.`).join("\n\n"),
    names.length === 0 ? "" : `Unknown: ${listWords(names)}.${wayOn}`,
  );
}

/** When an event happened, in UTC: to the second where that is known, with its end. */
export const timeOf = (event: ExportEvent): string => {
  if (event.at === null) return "";
  const about = event.precision === "approx" ? "about " : "";
  const end = event.endAt === null ? "" : ` to ${event.endAt.slice(11, 16)}`;
  return `${about}${event.at.slice(0, 10)} ${event.at.slice(11, event.precision === "exact" ? 19 : 16)}${end}`;
};

/** The title with its number of repeats and what other accounts say. */
const wordsOf = ({ title, times, accounts }: StoryLine<ExportEvent>): string =>
  [`${title}${timesWords(times)}`, ...accounts.map((account) => `also told as ${asQuotation(account.title)}`)].join(
    "; ",
  );

/** Returns events as a table, each with the number by which the text cites it. */
export const eventTable = (events: readonly StoryLine<ExportEvent>[]): string =>
  table(
    ["Time", "Event", "No."],
    events.map((event) => [timeOf(event), plain(wordsOf(event)), `E${event.number}`]),
  );

/** Returns the events that the block shows, and each event that the text cites. */
export function timeline({ lines, cited, incident, baseUrl }: FrozenReview, options: LiveBlockOptions): string {
  const isShown = eventFilter(
    options,
    lines.some((event) => event.pinned && !event.hidden),
  );
  const told = lines.filter((event) => cited.has(event.id) || isShown(event));
  if (told.length === 0) return "";
  const all = linked("Timeline", `/incidents/${incident.key}`, baseUrl);
  const note = told.length < lines.length ? `${told.length} of ${lines.length} events.` : "";
  return paragraphs("Times are UTC.", eventTable(told), [note, baseUrl === null ? "" : `${all}.`].join(" ").trim());
}
