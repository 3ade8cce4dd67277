import { countWords } from "#lib/base/text/sentence.ts";
import type { IncidentStatus } from "#lib/base/vocabulary/incident.ts";
import type { MilestoneState, TimelineEvent } from "#lib/contract/timeline.ts";
import { stampWords } from "./stamps.ts";
import { countLeftOut, type StoryEvent, tellStory } from "./tell-story.ts";

/** A timeline to be exported, read at one moment. Instants are ISO 8601 in UTC. */
export interface ExportStory {
  incident: {
    key: string;
    title: string;
    severity: number;
    status: IncidentStatus;
    startedAt: string;
    resolvedAt: string | null;
    services: readonly string[];
  };
  /** In reading order. */
  events: readonly TimelineEvent[];
  milestones: readonly Pick<MilestoneState, "name" | "eventNumber" | "at" | "precision" | "notApplicable">[];
  /** The time zone of printed times: an IANA name, an offset or UTC. */
  zone: string;
  exportedAt: string;
  includeHidden: boolean;
}

/** Returns the events to export, and a sentence with date, time zone and what is left out. */
export function openStory(story: ExportStory): { events: StoryEvent[]; about: string } {
  const events = tellStory(story.events, story.includeHidden);
  const leftOut = countLeftOut(story.events, events);
  const hidden = leftOut === 0 ? "" : `, ${countWords(leftOut, "hidden one")} left out`;
  const zone = story.zone === "UTC" ? "UTC" : `in ${story.zone}, each with its offset`;
  const about = `Exported from Afterword on ${stampWords(story.exportedAt.slice(0, 16).concat(":00.000Z"), "UTC")}. Times are ${zone}. ${countWords(events.length, "event")}${hidden}.`;
  return { events, about };
}
