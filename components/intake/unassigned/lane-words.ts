import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { UnassignedLane } from "#lib/contract/unassigned.ts";

const SHAPE_WORDS: Record<EventShape, [string, string]> = {
  signal: ["signal", "signals"],
  change: ["change", "changes"],
  step: ["step", "steps"],
  update: ["status update", "status updates"],
  recovery: ["recovery", "recoveries"],
  context: ["note", "notes"],
};

/** Describes the events of a lane: one title with its count, or counts by kind. */
export function laneWords({ titles, marks, count }: Pick<UnassignedLane, "titles" | "marks" | "count">): string {
  const [first] = titles;
  if (first && titles.length === 1) return first.count > 1 ? `${first.title}, ${first.count} times` : first.title;
  const shapes = new Map<EventShape, number>();
  for (const mark of marks) shapes.set(mark.shape, (shapes.get(mark.shape) ?? 0) + mark.count);
  if (shapes.size === 0) return countWords(count, "event");
  return listWords([...shapes].map(([shape, n]) => countWords(n, ...SHAPE_WORDS[shape])));
}

/** The source, and why it waits or where it could go. */
export function laneDetail({
  sources,
  candidate,
  service,
}: Pick<UnassignedLane, "sources" | "candidate" | "service">): string {
  const from = listWords(sources);
  if (candidate) return `${from}. ${candidate.key} is open on this service.`;
  return service ? `${from}. No open incident for this service.` : `${from}. No service identified.`;
}

/** The lane as a sentence for screen readers. */
export function laneLabel({ service, marks }: Pick<UnassignedLane, "service" | "marks">): string {
  const parts = marks.map(({ title, count }) => (count > 1 ? `${title} ${count} times` : title));
  return `${service?.name ?? "No service"}: ${parts.length > 0 ? parts.join(", ") : "no events in this time"}`;
}

/** Position of an instant between two others, in percent. */
export function percentAt(at: string, from: string, to: string): number {
  const start = Date.parse(from);
  const share = (Date.parse(at) - start) / Math.max(1, Date.parse(to) - start);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}
