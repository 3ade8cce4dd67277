import type { QueryKey } from "@tanstack/react-query";
import { query } from "./client.ts";

/** What shows records of a noun, and so is asked again when one changed. Only what is on screen is fetched. */
const SHOWN_BY: Record<string, readonly { key(): QueryKey }[]> = {
  presence: [query.presence],
  incident: [query.incident, query.review, query.forum, query.incoming],
  timeline: [query.timeline, query.import, query.impact],
  impact: [query.impact, query.timeline, query.incident, query.review],
  review: [query.review, query.forum],
  factor: [query.factor, query.review],
  comment: [query.comment],
  action_item: [query.actionItem, query.factor, query.strategicChange, query.me],
  strategic_change: [query.strategicChange, query.factor],
  member: [query.member, query.me],
  team: [query.team],
  service: [query.service],
  integration: [query.integration, query.routing, query.incoming],
  incoming_event: [query.incoming, query.integration],
};

/** Query keys to invalidate for a changed noun; none for one that no screen shows. */
export const keysOfNoun = (noun: string): QueryKey[] => (SHOWN_BY[noun] ?? []).map((shown) => shown.key());
