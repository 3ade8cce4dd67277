import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";
import { recordedFields } from "#lib/across/audit/change-words.ts";
import { can, readsDraft } from "#lib/base/access/can.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { loadCanonicalFactors } from "#server/follow/canonical-factor/index.ts";
import { reviewFacts, STATED_FACTOR, statedFactors } from "#server/reviews/review/index.ts";

const LINKS = ["canonical_factor.linked", "canonical_factor.unlinked"];

type Subject = { nounId: string } | { incidentId: string };

/**
 * Leaves out links of factors in words that the actor can't read: those of a draft, for readers of its published
 * version. Older entries name no factor, so any factor of the incident in these words will do.
 */
export async function exceptUnreadLinks(ctx: Ctx, subject: Subject): Promise<Prisma.AuditEntryWhereInput> {
  const links = await ctx.db.auditEntry.findMany({
    where: { ...subject, action: { in: LINKS } },
    select: { id: true, incidentId: true, after: true },
  });
  const incidentIds = [...new Set(links.flatMap(({ incidentId }) => incidentId ?? []))];
  const factors = await ctx.db.factor.findMany({
    where: { incidentId: { in: incidentIds } },
    select: { ...STATED_FACTOR, incidentId: true },
  });
  const stated = new Map((await statedFactors(ctx, factors)).map(({ id, statement }) => [id, statement]));
  const isRead = ({ incidentId, after }: (typeof links)[number]) => {
    const { factorId, statement } = recordedFields(after);
    const named = factors.filter((factor) => factor.id === factorId);
    const meant = named.length > 0 ? named : factors.filter((factor) => factor.incidentId === incidentId);
    const isDraftRead = meant.every(({ review }) => readsDraft(ctx.actor, reviewFacts(review)));
    return isDraftRead || meant.some(({ id }) => stated.get(id) === statement);
  };
  return { id: { notIn: links.filter((link) => !isRead(link)).map(({ id }) => id) } };
}

const MOVES = ["canonical_factor.merged", "canonical_factor.merge_undone", "canonical_factor.split"];

/**
 * Leaves out merges and splits that the actor can't read a moved factor of: the name of the other condition is from
 * those. Older entries name no factor, so all that the conditions have now must be readable.
 */
export async function exceptUnreadMoves(ctx: Ctx, subject: Subject): Promise<Prisma.AuditEntryWhereInput> {
  const moves = await ctx.db.auditEntry.findMany({
    where: { ...subject, action: { in: MOVES } },
    select: { id: true, nounId: true, incidentId: true, after: true },
  });
  if (moves.length === 0) return {};
  const idsOf = ({ after }: (typeof moves)[number]) =>
    z.array(z.string()).catch([]).parse(recordedFields(after).factorIds);
  const [nounIds, incidentIds] = [
    moves.map(({ nounId }) => nounId),
    moves.flatMap(({ incidentId }) => incidentId ?? []),
  ];
  const factors = await ctx.db.factor.findMany({
    where: {
      OR: [
        { id: { in: moves.flatMap(idsOf) } },
        { canonicalFactorId: { in: nounIds } },
        { incidentId: { in: incidentIds } },
      ],
    },
    select: { ...STATED_FACTOR, canonicalFactorId: true, incidentId: true },
  });
  const readable = factors.filter(({ review }) => can(ctx.actor, "factor", "read", { review: reviewFacts(review) }));
  const stated = new Set((await statedFactors(ctx, readable)).map(({ id }) => id));
  const isRead = (move: (typeof moves)[number]) => {
    const named = idsOf(move);
    if (named.length > 0) return named.some((id) => stated.has(id));
    return factors
      .filter((one) => one.canonicalFactorId === move.nounId || one.incidentId === move.incidentId)
      .every(({ id }) => stated.has(id));
  };
  return { id: { notIn: moves.filter((move) => !isRead(move)).map(({ id }) => id) } };
}

/** Leaves out changes of conditions that an actor can't read, who can't read a draft of the incident's reviews either. */
export async function exceptUnreadConditions(ctx: Ctx, incidentId: string): Promise<Prisma.AuditEntryWhereInput> {
  const entries = await ctx.db.auditEntry.findMany({
    where: { incidentId, noun: "canonical_factor" },
    select: { nounId: true },
    distinct: ["nounId"],
  });
  const ids = entries.map(({ nounId }) => nounId);
  const read = new Set((await loadCanonicalFactors(ctx, { id: { in: ids } })).map(({ id }) => id));
  return { nounId: { notIn: ids.filter((id) => !read.has(id)) } };
}
