import type { ActionRelationKind } from "#generated/prisma/client.ts";
import type { Relation } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

export const OTHER_SIDE: Record<Relation, Relation> = {
  blocks: "blocked_by",
  blocked_by: "blocks",
  duplicates: "duplicated_by",
  duplicated_by: "duplicates",
  relates: "relates",
};

export interface RelationKey {
  fromId: string;
  toId: string;
  kind: ActionRelationKind;
}

/** Returns the row that says what an action is to another one, whichever of the two it is read from. */
export function relationKey(id: string, relation: Relation, otherId: string): RelationKey {
  if (relation === "blocked_by") return { fromId: otherId, toId: id, kind: "blocks" };
  if (relation === "duplicated_by") return { fromId: otherId, toId: id, kind: "duplicates" };
  const isTurned = relation === "relates" && otherId < id;
  return { fromId: isTurned ? otherId : id, toId: isTurned ? id : otherId, kind: relation };
}

const OTHER = { select: { number: true, title: true, status: true } } as const;

/** Returns what an action has to do with others, as far as the actor can read those. */
export async function relationsOf(ctx: Ctx, id: string): Promise<ActionItem["relations"]> {
  const visible = actionItemVisibleTo(ctx.actor);
  const rows = await ctx.db.actionRelation.findMany({
    where: {
      OR: [
        { fromId: id, to: visible },
        { toId: id, from: visible },
      ],
    },
    select: { fromId: true, kind: true, isFlag: true, from: OTHER, to: OTHER },
    orderBy: [{ kind: "asc" }, { addedAt: "asc" }, { fromId: "asc" }, { toId: "asc" }],
  });
  return rows.map(({ fromId, kind, isFlag: flag, from, to }) => {
    const { number, title, status } = fromId === id ? to : from;
    return { relation: fromId === id ? kind : OTHER_SIDE[kind], key: actionKeyOf(number), title, status, flag };
  });
}
