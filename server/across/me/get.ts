import { Prisma } from "#generated/prisma/client.ts";
import { GLOBAL_ACTIONS } from "#lib/base/access/actions.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Me } from "#lib/contract/me.ts";
import { countUnread } from "#server/across/notification/index.ts";
import { PREPARED } from "#server/base/db/prepared.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/** Tables with demo records, smallest first. The demo people are removed last. */
const DEMO_TABLES = [`"user"`, "team", "service", "strategic_change", "incident", "review", "action_item"];

/**
 * By its order, PostgreSQL takes the first row of the small index of demo rows. An EXISTS reads the whole table to find
 * none, as long as a table that has grown wasn't analysed again.
 */
const IS_DEMO_LOADED = Prisma.raw(
  DEMO_TABLES.map((table) => `(SELECT id FROM ${table} WHERE demo ORDER BY id LIMIT 1) IS NOT NULL`).join(" OR "),
);

interface Row
  extends Pick<
    Me,
    "id" | "email" | "name" | "role" | "timeZone" | "singleKeys" | "digestHour" | "digestDays" | "demo"
  > {
  teams: Me["teams"] | null;
  hasUnread: boolean;
}

/**
 * Reads a person in one statement: every page asks for it. Most have read every notification, and which of none they can
 * see needn't be looked up.
 */
const readPerson = (ctx: Ctx, id: string): Promise<Row[]> => ctx.db.$queryRaw<Row[]>`
  ${PREPARED} SELECT id, email, name, role, time_zone AS "timeZone", single_keys AS "singleKeys", digest_hour AS "digestHour",
    digest_days AS "digestDays",
    (SELECT json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name)
      FROM team_member m JOIN team t ON t.id = m.team_id
      WHERE m.user_id = "user".id AND t.archived_at IS NULL) AS teams,
    EXISTS (SELECT FROM notification n WHERE n.user_id = "user".id AND n.read_at IS NULL) AS "hasUnread",
    (${IS_DEMO_LOADED}) AS demo
  FROM "user" WHERE id = ${id}::uuid`;

/** Returns the current person with permissions and the number of unread notifications. */
export async function getMe(ctx: Ctx): Promise<Me> {
  const actor = authorizeSelf(ctx, "read");
  const [found] = await readPerson(ctx, actor.id);
  if (!found) throw notFound();
  const { hasUnread, ...person } = found;
  return {
    ...{ ...person, teams: person.teams ?? [], unread: hasUnread ? await countUnread(ctx) : 0 },
    may: GLOBAL_ACTIONS.filter((action) => canGlobally(actor, action)),
  };
}
