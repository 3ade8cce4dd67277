import { invalid, notFound, refuse } from "#lib/base/errors.ts";
import type { SavedView, savedViewContract } from "#lib/contract/saved-view.ts";
import { printQuery, readQuery } from "#lib/follow/action-item/query/query.ts";
import { authorize, authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { readOr422 } from "#server/follow/action-item/index.ts";
import { getSavedView, loadView, MOST_VIEWS, viewFacts } from "./read.ts";

const written = (query: string): string => readOr422(() => printQuery(readQuery(query)));

/** Returns the team of a view, which only that scope has. Throws `invalid` for a missing or unknown one. */
async function teamOf(tx: TxCtx, scope: SavedView["scope"], teamId: string | undefined) {
  if (scope !== "team") return null;
  const team = await tx.db.team.findFirst({
    where: { id: teamId ?? "00000000-0000-0000-0000-000000000000", archivedAt: null },
    select: { id: true, managerId: true },
  });
  if (!team) throw invalid("teamId", "Choose a team");
  return team;
}

/** The audit log is read by admins, so it doesn't contain what someone keeps for themselves. */
const auditFields = (scope: SavedView["scope"], fields: object) =>
  scope === "mine" ? { scope } : { scope, ...fields };

/** Saves a query under a name. Throws `rule` for an unknown field of the query, and `forbidden` for a scope of others. */
export async function createSavedView(
  ctx: Ctx,
  { name, scope, teamId, query }: InputOf<typeof savedViewContract.create>,
): Promise<SavedView> {
  return transact(ctx, async (tx) => {
    const { id: ownerId } = authorizeSelf(tx, "write");
    const team = await teamOf(tx, scope, teamId);
    authorize(tx, "savedView", "edit", {
      ...{ scope, ownerId, teamId: team?.id ?? null, managerId: team?.managerId ?? null },
    });
    const kept = await tx.db.savedView.count({ where: { ownerId, removedAt: null } });
    if (kept >= MOST_VIEWS) throw refuse("too_many_views", `Remove a view first. You can have ${MOST_VIEWS} of them.`);
    const id = tx.newId();
    const data = { name, scope, teamId: team?.id ?? null, query: written(query) };
    await tx.db.savedView.create({ data: { id, ownerId, ...data, createdAt: tx.now() } });
    return record(tx, {
      action: "saved_view.created",
      id,
      after: auditFields(scope, data),
      ...(scope === "mine" ? { shown: false as const } : {}),
      answer: () => getSavedView(tx, id),
    });
  });
}

/** Renames, replaces, shares, removes or restores a view. Throws `conflict` with the newer one for a stale version. */
export async function updateSavedView(
  ctx: Ctx,
  { id, version, removed, ...asked }: InputOf<typeof savedViewContract.update>,
): Promise<SavedView> {
  return transact(ctx, async (tx) => {
    const before = await loadView(tx, id);
    authorize(tx, "savedView", "edit", viewFacts(before));
    const scope = asked.scope ?? before.scope;
    const isMoved = asked.scope !== undefined || asked.teamId !== undefined;
    const team = isMoved ? await teamOf(tx, scope, asked.teamId ?? before.teamId ?? undefined) : before.team;
    const data = {
      ...{ name: asked.name ?? before.name, scope, teamId: team?.id ?? null },
      query: asked.query === undefined ? before.query : written(asked.query),
    };
    authorize(tx, "savedView", "edit", { ...data, ownerId: before.ownerId, managerId: team?.managerId ?? null });
    const changed = await tx.db.savedView.updateMany({
      where: { id, version },
      data: {
        ...{ ...data, version: { increment: 1 } },
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
      },
    });
    await guardVersion(changed, () => getSavedView(tx, id));
    const { name, teamId, query } = before;
    const isPrivate = scope === "mine" && before.scope === "mine";
    return record(tx, {
      action: removed === undefined ? "saved_view.updated" : removed ? "saved_view.removed" : "saved_view.restored",
      id,
      before: auditFields(before.scope, { name, teamId, query }),
      after: auditFields(scope, data),
      ...(isPrivate ? { shown: false as const } : {}),
      answer: () => getSavedView(tx, id),
    });
  });
}

/** Chooses the view that the tracker opens with, or none. Throws `not_found` for one that the person can't see. */
export async function setDefaultView(ctx: Ctx, { id }: { id: string | null }): Promise<{ defaultId: string | null }> {
  return transact(ctx, async (tx) => {
    const { id: userId } = authorizeSelf(tx, "write");
    if (id === null) await tx.db.viewDefault.deleteMany({ where: { userId } });
    else {
      if ((await loadView(tx, id)).removedAt !== null) throw notFound();
      await tx.db.viewDefault.upsert({ where: { userId }, create: { userId, viewId: id }, update: { viewId: id } });
    }
    return unrecorded("which view opens first is one's own", () => ({ defaultId: id }));
  });
}
