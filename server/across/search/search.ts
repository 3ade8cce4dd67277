import { capital } from "#lib/base/text/sentence.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import {
  INCIDENT_STATUS_WORDS,
  type IncidentStatus,
  SEVERITY_WORDS,
  type Severity,
} from "#lib/base/vocabulary/incident.ts";
import { LEARNING_KIND_WORDS } from "#lib/base/vocabulary/learning.ts";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { SearchHit, searchContract } from "#lib/contract/search.ts";
import { shownStatus } from "#lib/follow/action-item/blocked.ts";
import { seenWords } from "#lib/follow/canonical-factor/condition.ts";
import { quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { loadCanonicalFactors, presentCanonicalFactorRow } from "#server/follow/canonical-factor/index.ts";
import { threadVisibleTo } from "#server/follow/comment/index.ts";
import { factorVisibleTo } from "#server/follow/factor/index.ts";
import { learningVisibleTo } from "#server/follow/learning/index.ts";
import { strategicChangeVisibleTo } from "#server/follow/strategic-change/index.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { candidates } from "./candidates.ts";

/** One line about a found record, next to its title. */
const line = (...parts: (string | null)[]): string => parts.filter(Boolean).join(", ");

const incidentLine = (severity: number, status: IncidentStatus, startedAt: Date): string =>
  line(SEVERITY_WORDS[severity as Severity], INCIDENT_STATUS_WORDS[status], dayWords(startedAt.toISOString()));

const reviewLine = (status: ReviewStatus, incidentKey: string): string =>
  line(REVIEW_STATUS_WORDS[status], incidentKey);

const actionLine = (row: { status: ActionStatus; blockedReason: string | null }, owner: string | null): string =>
  line(shownStatus({ ...row, blockedUntil: null }), owner ?? "no owner");

const changeLine = (status: ChangeStatus, targetQuarter: string | null): string =>
  line(CHANGE_STATUS_WORDS[status], targetQuarter === null ? null : quarterWords(targetQuarter));

const LONGEST = 160;

type Titled = { number: number; title: string } | null;

/** Where a thread was written. */
function placeOf({ review, actionItem, change }: Record<"review" | "actionItem" | "change", Titled>) {
  const place = (key: string, path: string, title: string) => ({ key, path: `${path}/${key}`, title });
  if (review) return place(reviewKeyOf(review.number), "/reviews", review.title);
  if (actionItem) return place(actionKeyOf(actionItem.number), "/actions", actionItem.title);
  return change ? place(changeKeyOf(change.number), "/strategy", change.title) : null;
}

interface Found extends SearchHit {
  id: string;
}
type Finder = (ctx: Ctx, ids: string[]) => Promise<Found[]>;

/** How each noun is read: the rows among these ids that the actor can see. Archived ones are included. */
const FINDERS: Record<SearchHit["noun"], Finder> = {
  async incident({ db, actor }, ids) {
    const rows = await db.incident.findMany({
      where: { AND: [{ id: { in: ids } }, incidentVisibleTo(actor)] },
      select: { id: true, number: true, title: true, highestSeverity: true, status: true, startedAt: true },
    });
    return rows.map(({ id, number, title, highestSeverity, status, startedAt }) => {
      const key = incidentKeyOf(number);
      const detail = incidentLine(highestSeverity, status, startedAt);
      return { id, noun: "incident", key, title, href: `/incidents/${key}`, detail };
    });
  },
  async review({ db, actor }, ids) {
    const rows = await db.review.findMany({
      where: { AND: [{ id: { in: ids } }, reviewVisibleTo(actor)] },
      select: { id: true, number: true, title: true, status: true, incident: { select: { number: true } } },
    });
    return rows.map(({ id, number, title, status, incident }) => {
      const key = reviewKeyOf(number);
      const detail = reviewLine(status, incidentKeyOf(incident.number));
      return { id, noun: "review", key, title, href: `/reviews/${key}`, detail };
    });
  },
  async "action-item"({ db, actor }, ids) {
    const rows = await db.actionItem.findMany({
      where: { AND: [{ id: { in: ids } }, actionItemVisibleTo(actor)] },
      select: {
        ...{ id: true, number: true, title: true, status: true, blockedReason: true },
        owner: { select: { name: true } },
      },
    });
    return rows.map(({ id, number, title, owner, ...row }) => {
      const key = actionKeyOf(number);
      const detail = actionLine(row, owner?.name ?? null);
      return { id, noun: "action-item", key, title, href: `/actions/${key}`, detail };
    });
  },
  async "strategic-change"({ db, actor }, ids) {
    const rows = await db.strategicChange.findMany({
      where: { AND: [{ id: { in: ids } }, strategicChangeVisibleTo(actor)] },
      select: { id: true, number: true, title: true, status: true, targetQuarter: true },
    });
    return rows.map(({ id, number, title, status, targetQuarter }) => {
      const key = changeKeyOf(number);
      const detail = changeLine(status, targetQuarter);
      return { id, noun: "strategic-change", key, title, href: `/strategy/${key}`, detail };
    });
  },
  async event({ db, actor }, ids) {
    const rows = await db.timelineEvent.findMany({
      where: { AND: [{ id: { in: ids } }, { incident: incidentVisibleTo(actor) }] },
      select: { id: true, number: true, title: true, incident: { select: { number: true, title: true } } },
    });
    return rows.map(({ id, number, title, incident }) => {
      const key = incidentKeyOf(incident.number);
      const href = `/incidents/${key}?event=E${number}`;
      return { id, noun: "event", key, title, href, detail: line(`E${number}`, incident.title) };
    });
  },
  async factor({ db, actor }, ids) {
    const rows = await db.factor.findMany({
      where: { AND: [{ id: { in: ids } }, factorVisibleTo(actor)] },
      select: { id: true, number: true, statement: true, review: { select: { number: true, title: true } } },
    });
    return rows.map(({ id, number, statement, review }) => {
      const key = reviewKeyOf(review.number);
      const detail = line(`Factor ${number}`, review.title);
      return { id, noun: "factor", key, title: statement, href: `/reviews/${key}?factor=${id}`, detail };
    });
  },
  async learning({ db, actor }, ids) {
    const rows = await db.learning.findMany({
      where: { AND: [{ id: { in: ids } }, learningVisibleTo(actor)] },
      select: { id: true, kind: true, statement: true, review: { select: { number: true, title: true } } },
    });
    return rows.map(({ id, kind, statement, review }) => {
      const key = reviewKeyOf(review.number);
      const detail = line(LEARNING_KIND_WORDS[kind], review.title);
      return { id, noun: "learning", key, title: statement, href: `/reviews/${key}?learning=${id}`, detail };
    });
  },
  async condition(ctx, ids) {
    const rows = await loadCanonicalFactors(ctx, { id: { in: ids } });
    return rows.map((row) => {
      const { id, name, ...seen } = presentCanonicalFactorRow(ctx, row);
      return { id, noun: "condition", key: id, title: name, href: `/factors/${id}`, detail: capital(seenWords(seen)) };
    });
  },
  async comment({ db, actor }, ids) {
    const titled = { select: { number: true, title: true } };
    const rows = await db.comment.findMany({
      where: { AND: [{ id: { in: ids } }, { thread: threadVisibleTo(actor) }] },
      select: {
        id: true,
        body: true,
        author: { select: { name: true } },
        thread: { select: { id: true, review: titled, actionItem: titled, change: titled } },
      },
    });
    return rows.flatMap(({ id, body, author, thread }) => {
      const place = placeOf(thread);
      if (!place) return [];
      const detail = line(author?.name ?? "Former user", place.title);
      const title = body.length > LONGEST ? `${body.slice(0, LONGEST)}…` : body;
      return { id, noun: "comment", key: place.key, title, href: `${place.path}?thread=${thread.id}`, detail };
    });
  },
};

/**
 * Returns records by key or words, and conditions, events, factors, learnings and comments by words, also misspelt:
 * only what the actor can read, best first.
 */
export async function search(ctx: Ctx, input: InputOf<typeof searchContract.find>): Promise<{ items: SearchHit[] }> {
  const nouns = Object.keys(FINDERS) as SearchHit["noun"][];
  const found = await Promise.all(
    nouns.map(async (noun) => {
      const ranks = await candidates(ctx, noun, input);
      const rows = ranks.size === 0 ? [] : await FINDERS[noun](ctx, [...ranks.keys()]);
      return rows.map(({ id, ...hit }) => ({ hit, rank: ranks.get(id) ?? 0 }));
    }),
  );
  const items = found
    .flat()
    .sort((a, b) => b.rank - a.rank)
    .slice(0, input.limit)
    .map(({ hit }) => hit);
  return { items };
}
