import { type InvalidateOptions, partialMatchKey, type QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ShownNoun } from "#lib/base/vocabulary/shown-noun.ts";
import { query } from "./client.ts";

/** Shown only in the tab that changed it, so the server notifies no one. */
type OwnNoun =
  | "calendar_feed"
  | "draft_text"
  | "evidence"
  | "import"
  | "new_message"
  | "notification"
  | "notification_setting"
  | "session"
  | "token"
  | "write_up";
export type ChangedNoun = ShownNoun | OwnNoun;

/** Queries that show records of a noun and are read again when one changes. Only those on screen are fetched. */
const SHOWN_BY: Record<ChangedNoun, readonly { key(): QueryKey }[]> = {
  presence: [query.presence],
  access: [{ key: () => [] }],
  incident: [query.incident, query.deadline, query.review, query.forum, query.incoming, query.timeline.metrics],
  // Not the previews of imports: each would send its file again after every change of a timeline.
  // A published review tells its writers what has changed since.
  timeline: [
    query.timeline,
    query.deadline,
    query.import.list,
    query.impact,
    query.evidence,
    query.curate,
    query.review.get,
    query.review.staleDrafts,
  ],
  evidence: [query.evidence],
  // A preview shows what is new, which depends on the other imports.
  import: [query.import],
  impact: [query.impact, query.timeline, query.incident, query.review],
  finding: [query.finding],
  review: [query.me.agenda, query.programme, query.deadline, query.review, query.forum, query.version],
  review_task: [query.review.get, query.me.work],
  factor: [query.factor, query.factorGraph, query.canonicalFactor, query.review],
  recollection: [query.interview],
  learning: [query.learning, query.review],
  canonical_factor: [
    query.canonicalFactor,
    query.promotion,
    query.factor,
    query.learning,
    query.history,
    query.incident.similar,
  ],
  promotion_rules: [query.promotion, query.programme],
  comment: [query.comment, query.actionComment, query.changeComment, query.me.work],
  suggestion: [query.suggestion],
  assist: [query.assist.get],
  assist_setting: [query.assist, query.review.get],
  action_item: [
    query.actionItem,
    query.actionIssue,
    query.savedView,
    query.ladder,
    query.programme,
    query.factor,
    query.canonicalFactor,
    query.strategicChange,
    // It has the versions of changes, which rise when an action joins or leaves one.
    query.roadmap,
    query.me,
    query.review,
  ],
  strategic_change: [
    query.strategicChange,
    query.roadmap,
    query.promotion,
    query.programme,
    query.factor,
    query.canonicalFactor,
    query.actionItem,
    query.me,
    query.review.get,
  ],
  saved_view: [query.savedView],
  calendar_feed: [query.calendarFeed],
  channel: [query.channel, query.delivery],
  tracker: [query.tracker, query.actionIssue],
  walk: [query.walk, query.me.agenda],
  member: [query.member, query.me],
  team: [query.team, query.ladder],
  service: [query.service],
  calendar: [query.calendar.list, query.ladder],
  policy: [
    ...[query.policy, query.deadline, query.actionItem, query.review, query.ladder, query.programme],
    query.me.work,
  ],
  template: [query.template, query.review.template],
  integration: [query.integration, query.routing, query.incoming],
  incoming_event: [query.incoming, query.integration],
  // Marks are shown in the list before they are saved, so only the numbers are read again.
  notification: [query.me.get, query.notification.counts],
  new_message: [query.notification.list, query.notification.counts],
  notification_setting: [query.notification, query.me.get],
  draft_text: [query.review.get],
  session: [query.me.sessions, query.token],
  token: [query.token],
  write_up: [query.writeUp.list],
};

/** Returns the noun with that name, or null for one that no screen shows. */
export const changedNoun = (name: string): ChangedNoun | null =>
  Object.hasOwn(SHOWN_BY, name) ? (name as ChangedNoun) : null;

/**
 * Reads everything again that shows records of these nouns. Resolves once it is on screen. `held` are keys of queries
 * that already contain the change, such as the response of a write. With `throwOnError` it throws if a read fails.
 */
export async function refresh(
  client: QueryClient,
  nouns: ChangedNoun | Iterable<ChangedNoun>,
  held: readonly QueryKey[] = [],
  options: InvalidateOptions = {},
): Promise<void> {
  const changed = typeof nouns === "string" ? [nouns] : [...nouns];
  const views = new Set(changed.flatMap((noun) => SHOWN_BY[noun]));
  const predicate = ({ queryKey }: { queryKey: QueryKey }) => !held.some((key) => partialMatchKey(queryKey, key));
  await Promise.all([...views].map((view) => client.invalidateQueries({ queryKey: view.key(), predicate }, options)));
}

/** Reads everything on screen again, when it isn't known what changed, or nearly everything did. */
export const refreshAll = (client: QueryClient): Promise<void> => client.invalidateQueries();
