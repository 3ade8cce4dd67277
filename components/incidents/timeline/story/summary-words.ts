import { countWords } from "#lib/base/text/sentence.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { isNarrowed, type StoryFilter } from "./filter-story.ts";

interface SummaryInput {
  /** Events that aren't below another. */
  events: readonly TimelineEvent[];
  sources: number;
  shown: number;
  filter: StoryFilter;
  gaps: Metrics["gaps"];
  /** While pages are still loading: the total. */
  coming: number | null;
}

const many = (count: number) => count.toLocaleString("en");

/** The line next to "Timeline": number of events, how many are shown, and what is still loading. */
export function summaryWords({ events, sources, shown, filter, gaps, coming }: SummaryInput): string {
  if (coming !== null) return `${many(events.length)} of ${many(coming)} events read`;
  const hidden = events.filter((event) => event.hidden).length;
  if (isNarrowed(filter)) return `${many(shown)} of ${many(events.length)} shown`;
  const parts = [
    `${many(shown)} ${shown === 1 ? "event" : "events"} from ${countWords(sources, "source")}`,
    hidden > 0 ? `${many(hidden)} hidden` : "",
    gaps.length > 0 ? countWords(gaps.length, "gap") : "",
  ];
  return parts.filter(Boolean).join(", ");
}
