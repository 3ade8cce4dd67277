import type { ContractRouterClient, InferContractRouterInputs } from "@orpc/contract";
import type { RouterUtils } from "@orpc/tanstack-query";
import { keepPreviousData } from "@tanstack/react-query";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { DeliveryState } from "#lib/base/vocabulary/message-delivery.ts";
import type { InboxState } from "#lib/base/vocabulary/message-kind.ts";
import type { contract } from "#lib/contract/index.ts";

type Query = RouterUtils<ContractRouterClient<typeof contract>>;
/** The input of each operation of the API. */
export type Inputs = InferContractRouterInputs<typeof contract>;

/**
 * The longest list that the API returns at once, and the number of options that a menu shows of a list searched on the
 * server.
 */
const WHOLE = 200;
const MENU = 20;
/** Events per page of a timeline. */
export const STORY_PAGE = 1000;

const wordsIn = (words: string) => (words.trim() ? { q: words.trim() } : {});

/** Options of a list that is read page by page. */
const paged = <Input extends object>(input: Input) => ({
  input: (cursor: string | undefined) => ({ ...input, ...(cursor ? { cursor } : {}) }),
  initialPageParam: undefined,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
});
/** The same, but the rows stay on screen while other filters load. */
const filtered = <Input extends object>(input: Input) => ({ ...paged(input), placeholderData: keepPreviousData });
/** Options of searches in menus. The results rarely change, and stay while the next search runs. */
const found = { staleTime: MINUTE_MS, placeholderData: keepPreviousData };

/** The comments of a review, an action item or a strategic change, by the key of which they are about. */
export function commentsOn({ comment, actionComment, changeComment }: Query, key: string): Query["comment"] {
  if (key.startsWith("ACT-")) return actionComment;
  return key.startsWith("SC-") ? changeComment : comment;
}

/**
 * Everything that screens read, by noun: key, input, pages and staleness. A page prefetches with it in the server's
 * process, and a component reads with it over HTTP, so the browser finds the prefetched data.
 */
export const readsOf = (query: Query) => ({
  actionItem: {
    get: (key: string) => query.actionItem.get.queryOptions({ input: { key } }),
    tombstone: (key: string) => query.actionRework.tombstone.queryOptions({ input: { key }, retry: false }),
    list: (input: Inputs["actionItem"]["list"]) => query.actionItem.list.infiniteOptions(filtered(input)),
    ofReview: (reviewKey: string) => query.actionItem.list.queryOptions({ input: { reviewKey, limit: WHOLE } }),
    found: (words: string) =>
      query.actionItem.list.queryOptions({ input: { limit: MENU, sort: "newest", ...wordsIn(words) }, ...found }),
    states: (input: Inputs["actionItem"]["states"]) => query.actionItem.states.queryOptions({ input }),
    counts: (today: string) => query.actionItem.counts.queryOptions({ input: { today } }),
  },
  assist: {
    setting: () => query.assist.setting.queryOptions({ input: {} }),
    get: (key: string) => query.assist.get.queryOptions({ input: { key } }),
  },
  audit: {
    list: (noun: string) => query.audit.list.infiniteOptions(filtered(noun ? { noun } : {})),
  },
  programme: {
    monday: (today: string, rows?: number) =>
      query.programme.monday.queryOptions({
        input: rows === undefined ? { today } : { today, rows },
        placeholderData: keepPreviousData,
      }),
  },
  ladder: {
    rungs: (key: string) => query.ladder.rungs.queryOptions({ input: { key } }),
  },
  calendar: {
    list: () => query.calendar.list.queryOptions({ input: {} }),
    places: () => query.calendar.places.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY }),
    preview: (input: Inputs["calendar"]["preview"]) =>
      query.calendar.preview.queryOptions({ input, placeholderData: keepPreviousData }),
  },
  policy: {
    list: () => query.policy.list.queryOptions({ input: { archived: true } }),
    applied: (input: Inputs["policy"]["applied"]) =>
      query.policy.applied.queryOptions({ input, placeholderData: keepPreviousData }),
    preview: (input: Inputs["policy"]["preview"]) =>
      query.policy.preview.queryOptions({ input, placeholderData: keepPreviousData }),
  },
  deadline: {
    list: (key: string) => query.deadline.list.queryOptions({ input: { key } }),
  },
  canonicalFactor: {
    get: (id: string) => query.canonicalFactor.get.queryOptions({ input: { id } }),
    list: (input: Inputs["canonicalFactor"]["list"]) => query.canonicalFactor.list.infiniteOptions(filtered(input)),
    found: (words: string) =>
      query.canonicalFactor.list.queryOptions({ input: { limit: MENU, ...wordsIn(words) }, ...found }),
    similar: (input: Inputs["canonicalFactor"]["similar"]) =>
      query.canonicalFactor.similar.queryOptions({ input, ...found }),
  },
  comment: {
    of: (key: string) => commentsOn(query, key).list.queryOptions({ input: { key } }),
  },
  suggestion: {
    ofReview: (key: string) => query.suggestion.list.queryOptions({ input: { key } }),
  },
  hint: {
    list: (key: string) => query.hint.list.queryOptions({ input: { key }, staleTime: 30_000 }),
  },
  curate: {
    clocks: (key: string) => query.curate.clocks.queryOptions({ input: { key } }),
    suggestions: (key: string) => query.curate.suggestions.queryOptions({ input: { key } }),
  },
  evidence: {
    list: (input: Inputs["evidence"]["list"]) => query.evidence.list.queryOptions({ input }),
    changes: (input: Inputs["evidence"]["changes"]) => query.evidence.changes.queryOptions({ input }),
  },
  factor: {
    ofReview: (key: string) => query.factor.list.queryOptions({ input: { key } }),
    questions: (key: string) => query.factor.questions.queryOptions({ input: { key } }),
  },
  factorGraph: {
    get: (key: string) => query.factorGraph.get.queryOptions({ input: { key } }),
  },
  finding: {
    list: (key: string) => query.finding.list.queryOptions({ input: { key } }),
  },
  forum: {
    list: (words: string) => query.forum.list.infiniteOptions(filtered(wordsIn(words))),
  },
  history: {
    list: (input: Inputs["history"]["list"]) => query.history.list.infiniteOptions(paged(input)),
  },
  impact: {
    get: (key: string) => query.impact.get.queryOptions({ input: { key } }),
    response: (key: string) => query.impact.response.queryOptions({ input: { key } }),
  },
  import: {
    list: (key: string) => query.import.list.queryOptions({ input: { key } }),
    progress: (input: Inputs["import"]["progress"]) => query.import.progress.queryOptions({ input }),
  },
  incident: {
    get: (key: string) => query.incident.get.queryOptions({ input: { key } }),
    list: (input: Inputs["incident"]["list"]) => query.incident.list.infiniteOptions(filtered(input)),
    some: (input: Inputs["incident"]["list"]) => query.incident.list.queryOptions({ input, staleTime: MINUTE_MS }),
    similar: (key: string) => query.incident.similar.queryOptions({ input: { key }, staleTime: MINUTE_MS }),
    found: (words: string) => query.incident.list.queryOptions({ input: { limit: MENU, ...wordsIn(words) }, ...found }),
  },
  incoming: {
    list: (input: Inputs["incoming"]["list"]) => query.incoming.list.infiniteOptions(paged({ limit: 100, ...input })),
    ofIntegration: (integrationId: string) =>
      query.incoming.list.queryOptions({ input: { integrationId, limit: WHOLE } }),
    overview: () => query.incoming.overview.queryOptions({ input: {} }),
  },
  integration: {
    get: (id: string) => query.integration.get.queryOptions({ input: { id } }),
    list: () => query.integration.list.queryOptions({ input: { includeArchived: true } }),
    deliveries: (input: Inputs["integration"]["deliveries"]) =>
      query.integration.deliveries.infiniteOptions(paged({ limit: MENU, ...input })),
    delivery: (input: Inputs["integration"]["delivery"]) => query.integration.delivery.queryOptions({ input }),
  },
  interview: {
    ofReview: (key: string) => query.interview.list.queryOptions({ input: { key } }),
  },
  learning: {
    ofReview: (key: string) => query.learning.list.queryOptions({ input: { key } }),
    ofCondition: (id: string) => query.learning.ofCondition.queryOptions({ input: { id } }),
  },
  me: {
    get: () => query.me.get.queryOptions({ staleTime: MINUTE_MS }),
    sessions: () => query.me.sessions.queryOptions(),
    work: () => query.me.work.queryOptions(),
    agenda: () => query.me.agenda.queryOptions(),
  },
  member: {
    list: (words: string, includeDisabled: boolean) =>
      query.member.list.infiniteOptions(filtered({ includeDisabled, ...wordsIn(words) })),
    found: (words: string) => query.member.list.queryOptions({ input: { limit: WHOLE, ...wordsIn(words) }, ...found }),
    invitations: () => query.member.invitations.queryOptions(),
  },
  notification: {
    list: (state: InboxState) => query.notification.list.infiniteOptions(paged({ state })),
    counts: () => query.notification.counts.queryOptions(),
    settings: () => query.notification.settings.queryOptions(),
  },
  presence: {
    list: (key: string) => query.presence.list.queryOptions({ input: { key } }),
  },
  review: {
    get: (key: string) => query.review.get.queryOptions({ input: { key } }),
    list: (input: Inputs["review"]["list"]) => query.review.list.infiniteOptions(paged({ limit: 50, ...input })),
    ofIncident: (incidentKey: string) =>
      query.review.list.queryOptions({ input: { limit: MENU, incidentKey }, staleTime: MINUTE_MS }),
    found: (words: string) => query.review.list.queryOptions({ input: { limit: 50, ...wordsIn(words) }, ...found }),
    content: (key: string, version: number) => query.review.content.queryOptions({ input: { key, version } }),
    text: (key: string) => query.review.text.queryOptions({ input: { key } }),
    gates: (key: string) => query.review.gates.queryOptions({ input: { key } }),
    template: (key: string) => query.review.template.queryOptions({ input: { key } }),
    staleDrafts: (key: string) => query.review.staleDrafts.queryOptions({ input: { key }, refetchInterval: 30_000 }),
  },
  routing: {
    list: (integrationId: string) => query.routing.list.queryOptions({ input: { integrationId } }),
    trial: (input: Inputs["routing"]["try"]) =>
      query.routing.try.queryOptions({ input, placeholderData: keepPreviousData }),
  },
  savedView: {
    list: (today: string) => query.savedView.list.queryOptions({ input: { today } }),
  },
  walk: {
    list: () => query.walk.list.queryOptions(),
    get: (id: string) => query.walk.get.queryOptions({ input: { id } }),
  },
  channel: {
    list: () => query.channel.list.queryOptions(),
  },
  tracker: {
    list: () => query.tracker.list.queryOptions({ input: { removed: false } }),
    removed: () => query.tracker.list.queryOptions({ input: { removed: true } }),
    get: (id: string) => query.tracker.get.queryOptions({ input: { id } }),
    people: (id: string) => query.tracker.people.queryOptions({ input: { id } }),
    preview: (input: Inputs["tracker"]["preview"]) => query.tracker.preview.queryOptions({ input }),
    log: (id: string, refused: boolean) => query.tracker.log.infiniteOptions(filtered({ id, refused })),
  },
  actionIssue: {
    list: (key: string) => query.actionIssue.list.queryOptions({ input: { key } }),
    left: (key: string) => query.actionIssue.left.queryOptions({ input: { key } }),
  },
  delivery: {
    list: (state: DeliveryState | null) => query.delivery.list.infiniteOptions(paged(state ? { state } : {})),
  },
  calendarFeed: {
    list: () => query.calendarFeed.list.queryOptions(),
  },
  search: {
    find: (words: string) => query.search.find.queryOptions({ input: { q: words || "-", limit: MENU } }),
  },
  template: {
    list: () => query.template.list.queryOptions({ input: {}, staleTime: MINUTE_MS }),
    every: () => query.template.list.queryOptions({ input: { includeArchived: true } }),
    get: (slug: string) => query.template.get.queryOptions({ input: { slug } }),
  },
  service: {
    list: (includeArchived: boolean) => query.service.list.infiniteOptions(paged({ limit: WHOLE, includeArchived })),
    found: (words: string) => query.service.list.queryOptions({ input: { limit: WHOLE, ...wordsIn(words) }, ...found }),
  },
  version: {
    list: (key: string) => query.version.list.infiniteOptions(paged({ key })),
    authors: (input: Inputs["version"]["authors"]) =>
      query.version.authors.queryOptions({ input, refetchInterval: input.version === undefined ? 15_000 : false }),
    // What people type changes the text now without telling screens that are not open in it.
    diff: (input: Inputs["version"]["diff"]) =>
      query.version.diff.queryOptions({ input, refetchInterval: input.to === undefined ? 15_000 : false }),
  },
  promotion: {
    list: () => query.promotion.list.queryOptions({ input: {} }),
    rules: () => query.promotion.rules.queryOptions({ input: {} }),
  },
  roadmap: {
    list: (input: Inputs["roadmap"]["list"]) => query.roadmap.list.infiniteOptions(filtered(input)),
    get: (key: string) => query.roadmap.get.queryOptions({ input: { key } }),
    updates: () => query.roadmap.updates.queryOptions({ input: {} }),
    intake: () => query.roadmap.intake.queryOptions({ input: {} }),
  },
  strategicChange: {
    found: (input: Inputs["strategicChange"]["list"]) =>
      query.strategicChange.list.queryOptions({ input: { ...input, limit: 20 } }),
    get: (key: string) => query.strategicChange.get.queryOptions({ input: { key } }),
    themes: () => query.strategicChange.themes.queryOptions(),
    effect: (key: string) => query.strategicChange.effect.queryOptions({ input: { key } }),
    decisions: (key: string) => query.strategicChange.decisions.queryOptions({ input: { key } }),
    list: (input: Inputs["strategicChange"]["list"]) => query.strategicChange.list.infiniteOptions(filtered(input)),
  },
  team: {
    // All at once, because the tree needs them and an organisation has few.
    list: (includeArchived: boolean) => query.team.list.queryOptions({ input: { limit: WHOLE, includeArchived } }),
    found: (words: string) =>
      query.team.list.queryOptions({ input: { limit: WHOLE, includeArchived: false, ...wordsIn(words) }, ...found }),
  },
  timeline: {
    metrics: (key: string) => query.timeline.metrics.queryOptions({ input: { key } }),
    events: (key: string) => query.timeline.list.infiniteOptions(paged({ key, limit: STORY_PAGE })),
    firstPage: (key: string) => query.timeline.list.queryOptions({ input: { key, limit: STORY_PAGE } }),
    some: (key: string) => query.timeline.list.queryOptions({ input: { key, limit: WHOLE } }),
  },
  token: {
    list: () => query.token.list.queryOptions(),
  },
  writeUp: {
    list: () => query.writeUp.list.queryOptions({ input: {} }),
    get: (id: string) => query.writeUp.get.queryOptions({ input: { id } }),
  },
});

export type Reads = ReturnType<typeof readsOf>;
