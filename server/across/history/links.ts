import type { Prisma } from "#generated/prisma/client.ts";
import { recordedFields } from "#lib/across/audit/change-words.ts";
import { readsDraft } from "#lib/base/access/can.ts";
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
