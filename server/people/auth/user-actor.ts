import { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { TokenScope } from "#lib/base/access/roles.ts";

/** The columns of an actor. Select them wherever a session or token is looked up. */
export const ACTOR_SELECT = {
  id: true,
  name: true,
  role: true,
  demo: true,
  disabledAt: true,
  memberships: { select: { teamId: true } },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof ACTOR_SELECT }>;

/**
 * The same columns of "user" as SQL. Each request asks who sends it, and this takes one statement where the selection
 * of Prisma takes three.
 */
export const ACTOR_SQL = Prisma.sql`"user".id AS "userId", "user".name, "user".role::text AS role, "user".demo,
  "user".disabled_at AS "disabledAt", ARRAY(SELECT m.team_id FROM team_member m WHERE m.user_id = "user".id) AS "teamIds"`;

export interface ActorSql extends Pick<Row, "name" | "role" | "demo" | "disabledAt"> {
  userId: string;
  teamIds: string[];
}

/** Returns the row of an actor that was read by SQL. */
export const actorRow = ({ userId, teamIds, name, role, demo, disabledAt }: ActorSql): Row => ({
  ...{ id: userId, name, role, demo, disabledAt },
  memberships: teamIds.map((teamId) => ({ teamId })),
});

/** Returns the actor of a user row, or null if access has been removed. */
export function userActor(row: Row, scopes: TokenScope[] | null): UserActor | null {
  if (row.disabledAt !== null) return null;
  return {
    kind: "user",
    id: row.id,
    name: row.name,
    role: row.role,
    teamIds: row.memberships.map((m) => m.teamId),
    scopes,
  };
}
