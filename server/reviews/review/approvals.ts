import { titlesOf } from "#lib/base/access/roles.ts";
import type { ReviewApproval } from "#lib/contract/version.ts";
import { plainText } from "#lib/document/text.ts";
import { approvalState, hashOfWords } from "#lib/reviews/review/approval.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { READ_TEXT, workOnTexts } from "#server/reviews/document/index.ts";
import type { ExportApproval } from "#server/reviews/frozen/index.ts";
import { updatesOf } from "./document.ts";
import type { ReviewRecord } from "./select.ts";

/** A text that approvals are compared with: its last update, and a hash of its words. */
export interface ComparedText {
  seq: number;
  words: string;
}

/** Returns the text as it is now. */
export async function textNow(ctx: Ctx, documentId: string): Promise<ComparedText> {
  const { updates, seq } = await updatesOf(ctx, documentId);
  return { seq, words: hashOfWords(plainText(await workOnTexts(ctx, READ_TEXT, updates))) };
}

/** Returns the text of a version. Null if the review has no such version. */
export async function textOfVersion(ctx: Ctx, reviewId: string, number: number): Promise<ComparedText | null> {
  const where = { reviewId_number: { reviewId, number } };
  const version = await ctx.db.reviewVersion.findUnique({ where, select: { seq: true, state: true } });
  if (!version) return null;
  const json = await workOnTexts(ctx, READ_TEXT, [version.state]);
  return { seq: Number(version.seq), words: hashOfWords(plainText(json)) };
}

/**
 * Returns the decision of each approver of a review about its text as it is now, or about a version. The text is read
 * only if it was edited since one of them approved it.
 */
export async function approvalsOf(ctx: Ctx, row: ReviewRecord, version?: number): Promise<ReviewApproval[]> {
  const approvers = row.people.filter(({ role }) => role === "approver");
  if (approvers.length === 0) return [];
  const decided = new Map(row.approvals.map((one) => [one.userId, one]));
  const named = approvers.flatMap(({ userId }) => decided.get(userId) ?? []);
  const text = await comparedText(ctx, row, named, version);
  return Promise.all(
    approvers.map(async ({ userId, user: person }): Promise<ReviewApproval> => {
      const one = decided.get(userId) ?? null;
      const state = one && Number(one.seq) === text?.seq ? one.decision : approvalState(one, text?.words ?? "");
      const staleSince = one && state === "stale" ? await firstEditAfter(ctx, row.documentId, one.seq) : null;
      return {
        ...{ person, state, reason: one?.reason ?? "", version: one?.number ?? null },
        at: one?.at.toISOString() ?? null,
        staleSince: staleSince?.toISOString() ?? null,
      };
    }),
  );
}

/** Returns the same decisions for an export, each with the role and the teams of the approver. */
export async function statedApprovals(ctx: Ctx, row: ReviewRecord, version?: number): Promise<ExportApproval[]> {
  const approvals = await approvalsOf(ctx, row, version);
  if (approvals.length === 0) return [];
  const people = await ctx.db.user.findMany({
    where: { id: { in: approvals.map(({ person }) => person.id) } },
    select: { id: true, role: true, memberships: MEMBERSHIPS },
  });
  const placeOf = new Map(
    people.map(({ id, role, memberships }) => [
      id,
      [...titlesOf(role), ...memberships.map(({ team }) => team.name)].join(", "),
    ]),
  );
  return approvals.map(({ person, state, version: number, at }) => ({
    ...{ name: person.name, place: placeOf.get(person.id) ?? "", state, version: number, at },
  }));
}

const MEMBERSHIPS = {
  where: { team: { archivedAt: null } },
  select: { team: { select: { name: true } } },
  orderBy: { team: { name: "asc" } },
} as const;

async function comparedText(
  ctx: Ctx,
  row: ReviewRecord,
  decided: readonly { seq: bigint }[],
  version?: number,
): Promise<ComparedText | null> {
  if (decided.length === 0) return null;
  if (version !== undefined) return textOfVersion(ctx, row.id, version);
  const { headSeq } = await ctx.db.documentHead.findUniqueOrThrow({
    where: { id: row.documentId },
    select: { headSeq: true },
  });
  const isSame = decided.every(({ seq }) => seq === headSeq);
  return isSame ? { seq: Number(headSeq), words: "" } : textNow(ctx, row.documentId);
}

/** Returns when the text was first edited after an update. Null if that is no longer known. */
async function firstEditAfter(ctx: Ctx, documentId: string, seq: bigint): Promise<Date | null> {
  const where = { documentId, seq: { gt: seq } };
  const edit = await ctx.db.documentUpdate.findFirst({
    where,
    orderBy: { seq: "asc" },
    select: { seq: true, at: true },
  });
  return edit?.seq === seq + 1n ? edit.at : null;
}
