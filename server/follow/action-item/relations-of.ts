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

type Relations = ActionItem["relations"];

/** Returns what each action has to do with others, as far as the actor can read those, by the ids of the actions. */
export async function relationsOf(ctx: Ctx, ids: readonly string[]): Promise<(id: string) => Relations> {
  const visible = actionItemVisibleTo(ctx.actor);
  const asked = { in: [...ids] };
  const rows = await ctx.db.actionRelation.findMany({
    where: {
      OR: [
        { fromId: asked, to: visible },
        { toId: asked, from: visible },
      ],
    },
    select: { fromId: true, toId: true, kind: true, isFlag: true, from: OTHER, to: OTHER },
    orderBy: [{ kind: "asc" }, { addedAt: "asc" }, { fromId: "asc" }, { toId: "asc" }],
  });
  const sides = rows.flatMap(({ fromId, toId, kind, isFlag: flag, from, to }) => [
    { id: fromId, relation: kind, other: to, flag },
    { id: toId, relation: OTHER_SIDE[kind], other: from, flag },
  ]);
  const byId = Map.groupBy(sides, ({ id }) => id);
  return (id) =>
    (byId.get(id) ?? []).map(({ relation, other: { number, title, status }, flag }) => {
      return { relation, key: actionKeyOf(number), title, status, flag };
    });
}
