import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { readsDraft } from "#lib/base/access/can.ts";
import type { Suggestion } from "#lib/contract/suggestion.ts";
import { type Proposal, proposalsIn } from "#lib/document/suggestion/proposals.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { loadReview, readText, reviewFacts } from "#server/reviews/review/index.ts";

export const SUGGESTION_SELECT = {
  id: true,
  assisted: true,
  author: { select: { id: true, name: true } },
  status: true,
  quote: true,
  madeIn: true,
  createdAt: true,
  resolvedAt: true,
  resolvedById: true,
} satisfies Prisma.SuggestionSelect;

type SuggestionRow = Prisma.SuggestionGetPayload<{ select: typeof SUGGESTION_SELECT }>;

/** Suggestions as the API returns them, with what the text says of those that are open. */
export async function presentSuggestions(
  ctx: Ctx,
  rows: readonly SuggestionRow[],
  proposals: ReadonlyMap<string, Proposal>,
): Promise<Suggestion[]> {
  const ids = rows.flatMap(({ resolvedById }) => resolvedById ?? []);
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const me = actorId(ctx.actor);
  return rows.map(({ resolvedById, madeIn, ...row }) => {
    const { id: _id, breaks: _breaks, ...proposal } = proposals.get(row.id) ?? { id: "", breaks: 0 };
    const isOpen = "inserted" in proposal && row.status === "open";
    return {
      ...row,
      mine: row.author !== null && row.author.id === me && !row.assisted,
      createdAt: row.createdAt.toISOString(),
      resolvedAt: toInstantOrNull(row.resolvedAt),
      resolvedBy: people.find(({ id }) => id === resolvedById) ?? null,
      proposal: isOpen ? proposal : null,
      changedFrom: isOpen && madeIn !== proposal.sentences ? madeIn : null,
    };
  });
}

const MOST_DECIDED = 50;

/**
 * Returns the suggestions in a review, in the order of the text, then the latest decisions. Empty for those who can't
 * read the draft.
 */
export async function listSuggestions(ctx: Ctx, { key }: { key: string }): Promise<{ items: Suggestion[] }> {
  const review = await loadReview(ctx, key);
  if (!readsDraft(ctx.actor, reviewFacts(review))) return { items: [] };
  const { documentId } = review;
  const { stored } = await readText(ctx, documentId);
  const proposals = new Map(proposalsIn(stored.content ?? []).map((proposal) => [proposal.id, proposal]));
  const select = SUGGESTION_SELECT;
  const open = await ctx.db.suggestion.findMany({ where: { documentId, id: { in: [...proposals.keys()] } }, select });
  const decided = await ctx.db.suggestion.findMany({
    where: { documentId, status: { not: "open" } },
    orderBy: { resolvedAt: "desc" },
    take: MOST_DECIDED,
    select,
  });
  const byId = new Map(open.map((row) => [row.id, row]));
  const inOrder = [...proposals.keys()].flatMap((id) => byId.get(id) ?? []).filter(({ status }) => status === "open");
  return { items: await presentSuggestions(ctx, [...inOrder, ...decided], proposals) };
}
