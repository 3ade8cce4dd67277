import { clockWords, dayWords } from "#lib/base/time/instant-words.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { totalOf, unionOf } from "#lib/incidents/impact/union.ts";
import type { FactWindow } from "./facts.ts";
import { type Inline, sentences } from "./inline.ts";
import type { Story } from "./story.ts";
import { affected, foundParagraphs } from "./summary.ts";

function worst(story: Story): Inline[] {
  const moment = story.moment("mitigated");
  const after = story.span("timeToMitigate");
  return moment && after !== null
    ? [`Severe impact ended ${moment.when}`, ...moment.cite, `, ${after} after it started.`]
    : [];
}

/** "Checkout lost 33.9 weighted minutes: from 09:42 to 09:51 UTC at weight 0.18 (measured), …". */
function weighed(story: Story): Inline[][] {
  // An open window says nothing about an incident that has ended.
  const shown = story.facts.windows.filter(({ to }) => to !== null || story.facts.incident.status === "open");
  const byService = Map.groupBy(shown, ({ service }) => service);
  return [...byService].map(([service, windows]) => {
    const stretches = windows.map(({ from, to, weight, basis }) => {
      const end = to === null ? "on" : `to ${clockOf(to, dayWords(from))}`;
      return `${clockOf(from, story.firstDay)} ${end} at weight ${weightWords(weight)} (${basis})`;
    });
    return [`${service}${lostWords(windows)}: ${stretches.join(", ")}.`];
  });
}

const clockOf = (at: string, knownDay: string | null): string => {
  const clock = `${clockWords(at, "exact")} UTC`;
  return dayWords(at) === knownDay ? clock : `${clock} on ${dayWords(at)}`;
};

/** The total is stated only once it no longer grows. */
function lostWords(windows: readonly FactWindow[]): string {
  if (windows.some(({ to }) => to === null)) return "";
  const weighted = windows.map(({ from, to, weight, basis }, at) => ({
    id: String(at),
    fromMs: Date.parse(from),
    toMs: to === null ? null : Date.parse(to),
    weight,
    basis,
  }));
  const { weightedSeconds } = totalOf(unionOf(weighted, { nowMs: 0 }));
  return ` lost ${(weightedSeconds / 60).toFixed(1)} weighted minutes`;
}

/** Writes the impact that files describe. The impact in the record is in the live block. */
export const writeImpactFromFiles = (story: Story): DocumentNode[] => foundParagraphs(story, story.facts.found.impact);

/** How long the impact was, and how long it was severe. */
export function writeImpactLength(story: Story): DocumentNode[] {
  const isKnown = story.facts.incident.kind === "near_miss" || story.moment("impact_started") !== null;
  return isKnown ? sentences([affected(story), worst(story)]) : [];
}

/** Writes the loss of each service, with its windows. */
export const writeImpactWindows = (story: Story): DocumentNode[] => sentences(weighed(story));
