import { formatDuration } from "#lib/base/time/duration.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { placeWords } from "#lib/incidents/import/place-words.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { stampWords } from "./stamps.ts";
import type { StoryEvent } from "./tell-story.ts";
import { timeWords } from "./time-words.ts";

/** Returns text on one line. Line breaks become spaces. */
export const flat = (text: string): string =>
  text
    .split(/[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");

/**
 * Returns where an event comes from: "Slack export: ops.zip, line 12, stated as “17:20”, clock moved forward by 40 s".
 */
export function sourceWords({ source, statedText, zone, clockOffsetMs }: TimelineEvent): string {
  const parts = [source.label];
  if (source.line !== null) parts.push(placeWords(source.type, source.line));
  if (statedText) parts.push(`stated as “${statedText}”${zone && !statedText.includes(zone) ? ` in ${zone}` : ""}`);
  if (clockOffsetMs !== 0) {
    const way = clockOffsetMs > 0 ? "forward" : "back";
    parts.push(`clock moved ${way} by ${formatDuration(Math.abs(clockOffsetMs) / 1000)}`);
  }
  return parts.join(", ");
}

export interface Fact {
  label: string;
  words: string;
}

/** Returns the facts of an event other than its time, kind and title, one per line. */
export function factsOf(event: TimelineEvent, zone: string): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, words: string | null) => {
    if (words) facts.push({ label, words: flat(words) });
  };
  add("Milestone", event.milestones.map((name) => MILESTONE_WORDS[name]).join(", "));
  add("By", event.actor);
  add("Services", event.services.join(", "));
  add("Link", event.url);
  add("Time asked for", event.ambiguity?.question ?? null);
  if (event.known === "found_later") {
    const when = event.foundAt === null ? "" : ` on ${stampWords(event.foundAt, zone)}`;
    add("Found later", `${event.foundBy ?? "by an unnamed person"}${when}`);
  }
  if (event.known === "at_the_time") add("Known", "at the time");
  add("Source", sourceWords(event));
  return facts;
}

/** "14 in all, the last 2017-01-31 23:40 UTC (E10, E11 and 11 more)". Null if nothing is bundled. */
export function bundleWords({ event, bundled }: StoryEvent, zone: string): string | null {
  if (bundled.length === 0) return null;
  const last = [event, ...bundled.map((one) => one.event)].filter((one) => one.at !== null).at(-1);
  const named = bundled.slice(0, 2).map((one) => `E${one.event.number}`);
  const rest = bundled.length - named.length;
  const ids = rest > 0 ? `${named.join(", ")} and ${rest} more` : named.join(", ");
  const until = last ? `, the last ${timeWords({ ...last, endAt: null }, zone)}` : "";
  return `${bundled.length + 1} in all${until} (${ids})`;
}
