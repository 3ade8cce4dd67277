"use client";

import { parseAsArrayOf, parseAsIsoDateTime, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { EVENT_SHAPES } from "#lib/base/vocabulary/event-kinds.ts";
import { SHOWS } from "../story/filter-story.ts";
import { ZONE_VIEWS } from "./shown-zone.ts";

const view = {
  show: parseAsStringLiteral(SHOWS).withDefault("all"),
  shape: parseAsArrayOf(parseAsStringLiteral(EVENT_SHAPES)).withDefault([]),
  source: parseAsArrayOf(parseAsString).withDefault([]),
  q: parseAsString.withDefault(""),
  zone: parseAsStringLiteral(ZONE_VIEWS).withDefault("utc"),
  /** Only what happened between these instants. */
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  /** The story as the responders saw it at this instant. Null for the whole story. */
  seen: parseAsIsoDateTime,
  /** The event open next to the timeline: "E9", or an event's id. */
  event: parseAsString,
};

/** Which part of the timeline is shown, and how. All of it is in the URL. */
export function useTimelineView() {
  return useQueryStates(view, { clearOnDefault: true });
}
