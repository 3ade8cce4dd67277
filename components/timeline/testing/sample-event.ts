import type { TimelineEvent } from "#lib/contract/timeline.ts";

/** An event for tests of pure rules; `id` names it, `at` may be null. */
export function sampleEvent(id: string, at: string | null, more: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id,
    number: 1,
    at,
    endAt: null,
    precision: at === null ? "unknown" : "minute",
    uncertaintySeconds: null,
    statedText: null,
    zone: null,
    ambiguity: null,
    kind: "observation",
    shape: "step",
    title: id,
    body: "",
    actor: null,
    url: null,
    services: [],
    source: { type: "manual", letter: "M", label: "Written by hand", importId: null, line: null },
    pinned: false,
    hidden: false,
    milestones: [],
    original: null,
    citedCount: 0,
    removed: false,
    version: 1,
    ...more,
  };
}
