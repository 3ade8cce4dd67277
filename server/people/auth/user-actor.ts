import type { Prisma } from "#generated/prisma/client.ts";
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
