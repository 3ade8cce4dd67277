import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { ActionRowRecord } from "./select.ts";
import { nameOf, tellEach } from "./tell.ts";

/** News of an action for its team, and who has already got more. */
export interface TeamNews {
  row: ActionRowRecord;
  /** Null: it is new. */
  status: Extract<ActionStatus, "verified" | "declined"> | null;
  body?: string | undefined;
  told?: readonly string[] | undefined;
}

/**
 * Notifies the members of the teams of actions that these are new, verified or declined. Not the owner or those who
 * watch, who hear of it anyway, and no one who has turned off such messages everywhere.
 */
export async function tellTeams(tx: TxCtx, all: readonly TeamNews[]): Promise<void> {
  const teamIds = [...new Set(all.flatMap(({ row }) => row.teamId ?? []))];
  if (teamIds.length === 0) return;
  const off = { messageRules: { some: { kind: "team", inbox: false, mail: false, digest: false } } };
  const members = await tx.db.teamMember.findMany({
    where: { teamId: { in: teamIds }, team: { archivedAt: null }, user: { disabledAt: null, NOT: off } },
    select: { teamId: true, userId: true },
  });
  if (members.length === 0) return;
  const watchers = await tx.db.actionWatcher.findMany({
    where: { actionItemId: { in: all.map(({ row }) => row.id) } },
    select: { actionItemId: true, userId: true },
  });
  const isWatched = new Set(watchers.map(({ actionItemId, userId }) => `${actionItemId} ${userId}`));
  await tellEach(
    tx,
    all.map(({ row, status, body = "", told = [] }) => {
      const others = members.filter(({ teamId, userId }) => {
        const knows = userId === row.ownerId || told.includes(userId) || isWatched.has(`${row.id} ${userId}`);
        return teamId === row.teamId && !knows;
      });
      const news = status === null ? "New in your team" : `${ACTION_STATUS_WORDS[status]} in your team`;
      const kind = status === null ? ("action_item.team_new" as const) : ("action_item.team_settled" as const);
      return {
        row,
        userIds: others.map(({ userId }) => userId),
        message: { kind, subject: `${news}: ${nameOf(row)}`, body },
      };
    }),
  );
}
