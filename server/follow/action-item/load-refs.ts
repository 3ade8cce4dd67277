import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { ActionRowRecord, RuledAction } from "./select.ts";
import { actionItemVisibleSql } from "./visible-to.ts";

interface IncidentRef {
  id: string;
  number: number;
  title: string;
  severity: number;
  restricted: boolean;
  createdById: string | null;
  /** Whether this actor or one of their teams is named on it. */
  granted: boolean;
}

interface ReviewRef {
  id: string;
  number: number;
  title: string;
  status: ReviewStatus;
  archived: boolean;
  /** Whether it wasn't published yet, and can still be. */
  unpublished: boolean;
  ownerId: string | null;
  facilitatorId: string | null;
  /** The actor's part in it. Null if not named. */
  role: "author" | "approver" | "reader" | null;
}

/** The records that action items link to, as far as one actor's row and access decision need them. */
export interface ActionRefs {
  owners: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, string>;
  incidents: ReadonlyMap<string, IncidentRef>;
  reviews: ReadonlyMap<string, ReviewRef>;
  /** The action that each blocked one waits for, by the id of the blocked one, as far as the actor can read it. */
  blockers: ReadonlyMap<string, Blocker>;
  /** The due date before the first move, of the actions whose date has moved. */
  firstDates: ReadonlyMap<string, string>;
  /** The proposed actions that were accepted before. */
  promised: ReadonlySet<string>;
  /** The teams that the actor manages, and the owners who are in one of them. */
  managed: { teams: ReadonlySet<string>; owners: ReadonlySet<string> };
}

/** An action as the rules see it, with what it links to as one actor can see it. */
export interface Ruled {
  row: RuledAction;
  refs: ActionRefs;
}

interface Blocker {
  id: string;
  number: number;
  title: string;
}

interface Answer {
  blockers: Blocker[] | null;
  owners: Record<string, string> | null;
  teams: Record<string, string> | null;
  incidents: IncidentRef[] | null;
  reviews: ReviewRef[] | null;
  firstDates: Record<string, string> | null;
  promised: string[] | null;
  managedTeams: string[] | null;
  managedOwners: string[] | null;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))];
const byId = <Ref extends { id: string }>(refs: Ref[] | null) => new Map((refs ?? []).map((ref) => [ref.id, ref]));
const names = (refs: Record<string, string> | null) => new Map(Object.entries(refs ?? {}));

type Row = Pick<
  ActionRowRecord,
  | ("id" | "status" | "dueMoves" | "ownerId" | "teamId" | "incidentId" | "reviewId")
  | ("blockedByPersonId" | "blockedByTeamId" | "blockedReason")
>;

/**
 * Loads owners, teams, incidents and reviews of a page in one statement, so a page takes two statements, however long
 * it is.
 */
export async function loadRefs(ctx: Ctx, rows: readonly Row[]): Promise<ActionRefs> {
  const actorId = ctx.actor.kind === "user" ? ctx.actor.id : NOBODY;
  const teamIds = ctx.actor.kind === "user" ? [...ctx.actor.teamIds] : [];
  const [answer] = await ctx.db.$queryRaw<Answer[]>`
    SELECT
      (SELECT json_object_agg(id, name) FROM "user"
        WHERE id = ANY(${distinct(rows.flatMap((row) => [row.ownerId, row.blockedByPersonId]))}::uuid[])) AS owners,
      (SELECT json_object_agg(id, name) FROM team
        WHERE id = ANY(${distinct(rows.flatMap((row) => [row.teamId, row.blockedByTeamId]))}::uuid[])) AS teams,
      (SELECT json_agg(json_build_object('id', id, 'number', number, 'title', title, 'severity', severity,
          'restricted', restricted, 'createdById', created_by_id, 'granted', EXISTS (SELECT FROM incident_grant g
            WHERE g.incident_id = incident.id AND (g.user_id = ${actorId}::uuid OR g.team_id = ANY(${teamIds}::uuid[])))))
        FROM incident WHERE id = ANY(${distinct(rows.map((row) => row.incidentId))}::uuid[])) AS incidents,
      (SELECT json_agg(json_build_object('id', id, 'number', number, 'title', title, 'status', status,
          'archived', archived_at IS NOT NULL,
          'unpublished', published_at IS NULL AND status <> 'cancelled', 'ownerId', owner_id,
          'facilitatorId', facilitator_id, 'role', (SELECT p.role FROM review_person p
            WHERE p.review_id = review.id AND p.user_id = ${actorId}::uuid)))
        FROM review WHERE id = ANY(${distinct(rows.map((row) => row.reviewId))}::uuid[])) AS reviews,
      (SELECT json_agg(json_build_object('id', r.to_id, 'number', number, 'title', title))
        FROM action_relation r JOIN action_item ON action_item.id = r.from_id
        WHERE r.is_flag AND r.to_id = ANY(${rows.flatMap((row) => (row.blockedReason === null ? [] : row.id))}::uuid[])
          AND ${actionItemVisibleSql(ctx.actor, { isPage: true })}) AS blockers,
      (SELECT json_object_agg(action_item_id, from_date) FROM (
        SELECT DISTINCT ON (action_item_id) action_item_id, from_date FROM action_item_due_move
        WHERE action_item_id = ANY(${rows.flatMap((row) => (row.dueMoves > 0 ? row.id : []))}::uuid[])
          AND basis IS NULL
        ORDER BY action_item_id, moved_at, id) first WHERE from_date IS NOT NULL) AS "firstDates",
      (SELECT json_agg(DISTINCT action_item_id) FROM action_item_transition
        WHERE action_item_id = ANY(${rows.flatMap((row) => (row.status === "proposed" ? row.id : []))}::uuid[])
          AND from_status IN ('accepted', 'in_progress', 'implemented')) AS promised,
      (SELECT json_agg(id) FROM team WHERE manager_id = ${actorId}::uuid) AS "managedTeams",
      (SELECT json_agg(m.user_id) FROM team_member m JOIN team t ON t.id = m.team_id
        WHERE t.manager_id = ${actorId}::uuid
          AND m.user_id = ANY(${distinct(rows.map((row) => row.ownerId))}::uuid[])) AS "managedOwners"`;
  return {
    owners: names(answer?.owners ?? null),
    teams: names(answer?.teams ?? null),
    incidents: byId(answer?.incidents ?? null),
    reviews: byId(answer?.reviews ?? null),
    blockers: byId(answer?.blockers ?? null),
    firstDates: names(answer?.firstDates ?? null),
    promised: new Set(answer?.promised),
    managed: { teams: new Set(answer?.managedTeams), owners: new Set(answer?.managedOwners) },
  };
}
