import type { Prisma } from "#generated/prisma/client.ts";
import { readsDraft } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import { HISTORY_KEYS, type HistoryEntry, type historyContract } from "#lib/contract/history.ts";
import { idsIn, namesOf } from "#server/base/audit/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { getCanonicalFactor } from "#server/follow/canonical-factor/index.ts";
import { incidentVisibleTo, loadIncident } from "#server/incidents/incident/index.ts";
import { REVIEW_FACTS, reviewFacts, reviewVisibleTo } from "#server/reviews/review/index.ts";
import { tellEntry } from "./describe.ts";
import { exceptUnreadConditions, exceptUnreadLinks, exceptUnreadMoves } from "./links.ts";

type Noun = InputOf<typeof historyContract.list>["noun"];

async function subjectOf(ctx: Ctx, noun: Noun, key: string): Promise<Prisma.AuditEntryWhereInput> {
  if (!HISTORY_KEYS[noun].safeParse(key).success) throw notFound();
  if (noun === "canonical-factor") return ofCondition(ctx, key);
  if (noun === "incident") {
    const { id } = await loadIncident(ctx, key);
    const reviews = await ctx.db.review.findMany({ where: { incidentId: id }, select: SUBJECT });
    const drafts = await Promise.all(reviews.map((review) => exceptDraft(ctx, review)));
    const readsAll = reviews.every((review) => readsDraft(ctx.actor, reviewFacts(review)));
    const conditions = readsAll ? {} : await exceptUnreadConditions(ctx, id);
    const [links, moves] = [
      await exceptUnreadLinks(ctx, { incidentId: id }),
      await exceptUnreadMoves(ctx, { incidentId: id }),
    ];
    return { AND: [{ incidentId: id }, ...drafts, links, moves, conditions] };
  }
  const review = await ctx.db.review.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, reviewVisibleTo(ctx.actor)] },
    select: SUBJECT,
  });
  if (!review) throw notFound();
  return { AND: [{ nounId: { in: idsOf(review) } }, await exceptDraft(ctx, review)] };
}

/** Following a condition is about the follower only. */
const exceptFollowing: Prisma.AuditEntryWhereInput = {
  action: { notIn: ["canonical_factor.followed", "canonical_factor.unfollowed"] },
};

/** Leaves out what belongs to an incident that the actor can't read, such as a link from it. */
async function ofCondition(ctx: Ctx, key: string): Promise<Prisma.AuditEntryWhereInput> {
  const { id } = await getCanonicalFactor(ctx, { id: key });
  const entries = await ctx.db.auditEntry.findMany({
    where: { nounId: id, incidentId: { not: null } },
    select: { incidentId: true },
    distinct: ["incidentId"],
  });
  const named = entries.flatMap(({ incidentId }) => incidentId ?? []);
  const readable = await ctx.db.incident.findMany({
    where: { AND: [{ id: { in: named } }, incidentVisibleTo(ctx.actor)] },
    select: { id: true },
  });
  const isOpen = { OR: [{ incidentId: null }, { incidentId: { in: readable.map((incident) => incident.id) } }] };
  const [links, moves] = [await exceptUnreadLinks(ctx, { nounId: id }), await exceptUnreadMoves(ctx, { nounId: id })];
  return { AND: [{ nounId: id }, isOpen, links, moves] };
}

const SUBJECT = {
  ...REVIEW_FACTS,
  id: true,
  documentId: true,
  publishedNumber: true,
  versions: { where: { publishedAt: { not: null } }, select: { number: true, publishedAt: true } },
  factors: { select: { id: true } },
  learnings: { select: { id: true } },
  tasks: { select: { id: true } },
  threads: { select: { id: true } },
} satisfies Prisma.ReviewSelect;
type Subject = Prisma.ReviewGetPayload<{ select: typeof SUBJECT }>;

const idsOf = ({ id, factors, learnings, tasks, threads }: Subject): string[] => [
  id,
  ...[...factors, ...learnings, ...tasks, ...threads].map((part) => part.id),
];

/** Returns ids of work on the draft. It is in the history of the incident, but not in that of the review. */
async function idsOfWork(ctx: Ctx, { id: reviewId, documentId }: Subject): Promise<string[]> {
  const select = { id: true } as const;
  const requests = await ctx.db.assistRequest.findMany({ where: { reviewId }, select });
  const suggestions = await ctx.db.suggestion.findMany({ where: { documentId }, select });
  return [...requests, ...suggestions].map(({ id }) => id);
}

/** Changes of a review that say nothing about its draft. */
const MOVES = ["published", "published_again", "closed", "reopened", "archived", "restored"];

/** Leaves out what was changed since a review was published, for those who can only read its published version. */
async function exceptDraft(ctx: Ctx, review: Subject): Promise<Prisma.AuditEntryWhereInput> {
  if (readsDraft(ctx.actor, reviewFacts(review))) return {};
  const published = review.versions.find(({ number }) => number === review.publishedNumber);
  const since = published?.publishedAt ?? new Date(0);
  const isMove = { action: { in: MOVES.map((move) => `review.${move}`) } };
  const ids = [...idsOf(review), ...(await idsOfWork(ctx, review))];
  return { NOT: { nounId: { in: ids }, at: { gt: since }, NOT: isMove } };
}

/** Returns the changes of an incident with its parts, of a review with its factors, learnings and comments, or of a condition. */
export async function listHistory(
  ctx: Ctx,
  input: InputOf<typeof historyContract.list>,
): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
  const filters: Prisma.AuditEntryWhereInput[] = [await subjectOf(ctx, input.noun, input.key), exceptFollowing];
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, CURSORS.instantAndId);
    filters.push({ OR: [{ at: { lt: new Date(at) } }, { at: new Date(at), id: { lt: id } }] });
  }
  const rows = await ctx.db.auditEntry.findMany({
    where: { AND: filters },
    select: { id: true, at: true, actorLabel: true, action: true, before: true, after: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: input.limit + 1,
  });
  const names = await namesOf(
    ctx,
    rows.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]),
  );
  const present = (row: (typeof rows)[number]): HistoryEntry => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actorLabel,
    ...tellEntry(row, names),
  });
  return pageFrom(rows, input.limit, present, (row) => [row.at.toISOString(), row.id]);
}
