import type { TimelineEvent } from "#lib/contract/timeline.ts";

export interface QuestionGroup {
  /** Their import. Null without one. */
  importId: string | null;
  label: string;
  letter: string;
  events: TimelineEvent[];
  /** How many of them wait for the import's time zone. */
  withoutZone: number;
  /** How many wait for the import's day, and whether some of those also lack a time zone. */
  withoutDay: number;
  daylessZone: boolean;
}

/** Returns every event whose time needs a person, by import, in reading order. */
export function timeQuestions(events: readonly TimelineEvent[]): QuestionGroup[] {
  const groups = new Map<string, QuestionGroup>();
  for (const event of events) {
    if (event.ambiguity === null) continue;
    const { importId, label, letter } = event.source;
    const group = groups.get(importId ?? label) ?? {
      importId,
      label,
      letter,
      events: [],
      withoutZone: 0,
      withoutDay: 0,
      daylessZone: false,
    };
    group.events.push(event);
    if (isZoneQuestion(event)) group.withoutZone++;
    if (isDayQuestion(event)) {
      group.withoutDay++;
      group.daylessZone ||= event.zone === null;
    }
    groups.set(importId ?? label, group);
  }
  return [...groups.values()];
}

export const isDayQuestion = ({ ambiguity, source }: TimelineEvent): boolean =>
  ambiguity?.dayless !== undefined && source.importId !== null;

export const isZoneQuestion = ({ ambiguity, source }: TimelineEvent): boolean =>
  ambiguity?.reason === "zone" && ambiguity.local !== null && source.importId !== null;
