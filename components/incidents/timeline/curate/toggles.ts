import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Curate } from "./use-curate.ts";

/** Pins an event, or removes its pin. */
export function togglePinned(curate: Curate, event: TimelineEvent): void {
  void curate.change(event, { pinned: !event.pinned });
}

/** Hides an event, or shows it again. */
export function toggleHidden(curate: Curate, event: TimelineEvent): void {
  const hidden = !event.hidden;
  void curate.change(event, { hidden }, hidden ? `E${event.number} hidden` : `E${event.number} shown`);
}

/** Marks that a person compared the event with its source, or undoes that. */
export function toggleVerified(curate: Curate, event: TimelineEvent): void {
  const verified = !event.verified;
  void curate.change(event, { verified }, `E${event.number} ${verified ? "verified" : "marked as not verified"}`);
}

/** Removes an event from the timeline. Citations of it stay. */
export function removeFromTimeline(curate: Curate, event: TimelineEvent): void {
  const cited = event.citedCount > 0 ? ". Citations show this" : "";
  void curate.change(event, { removed: true }, `E${event.number} removed${cited}`);
}
