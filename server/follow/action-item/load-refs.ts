import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { ActionDetails } from "#lib/contract/action-details.ts";
import type { WaiverApprovers } from "#lib/people/policy/values.ts";
import { PREPARED } from "#server/base/db/prepared.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { type DetailsRecord, detailsSql, presentDetails } from "./details.ts";
import { waiverApproversOf } from "./policy.ts";
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
  /** The due date before the first move, by a person or a policy, of the actions whose date has moved. */
  firstDates: ReadonlyMap<string, string>;
  /** The proposed and declined actions that were accepted before. */
  promised: ReadonlySet<string>;
  /** The details of each row, if they were asked for. */
  details: ReadonlyMap<string, ActionDetails> | null;
  /** Who can end the waivers of the waived actions. */
  waiverApprovers: ReadonlyMap<string, WaiverApprovers>;
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
  details: Record<string, DetailsRecord> | null;
  managedTeams: string[] | null;
  managedOwners: string[] | null;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))];
const byId = <Ref extends { id: string }>(refs: Ref[] | null | undefined) =>
  new Map((refs ?? []).map((ref) => [ref.id, ref]));
const names = (refs: Record<string, string> | null | undefined) => new Map(Object.entries(refs ?? {}));

type Row = Pick<
  ActionRowRecord,
  | ("id" | "status" | "dueMoves" | "movedByPolicy" | "ownerId" | "teamId" | "incidentId" | "reviewId")
  | ("blockedByPersonId" | "blockedByTeamId" | "blockedReason" | "askedVerifierId")
>;

interface Asked {
  isDetailed: boolean;
}

/** One column of the answer, left out if there is nothing to look up: planning it takes longer than reading it. */
const column = (ids: readonly string[], statement: Prisma.Sql) => (ids.length === 0 ? [] : [statement]);

function columnsFor(actor: Actor, rows: readonly Row[], { isDetailed }: Asked): Prisma.Sql[] {
  const actorId = actor.kind === "user" ? actor.id : NOBODY;
  const teamIds = actor.kind === "user" ? [...actor.teamIds] : [];
  const people = distinct(rows.flatMap((row) => [row.ownerId, row.blockedByPersonId, row.askedVerifierId]));
  const teams = distinct(rows.flatMap((row) => [row.teamId, row.blockedByTeamId]));
  const incidents = distinct(rows.map((row) => row.incidentId));
  const reviews = distinct(rows.map((row) => row.reviewId));
  const owners = distinct(rows.map((row) => row.ownerId));
  const blocked = rows.flatMap((row) => (row.blockedReason === null ? [] : row.id));
  const moved = rows.flatMap((row) => (row.dueMoves > 0 || row.movedByPolicy ? row.id : []));
  const unsure = rows.flatMap((row) => (row.status === "proposed" || row.status === "declined" ? row.id : []));
  return [
    Prisma.sql`(SELECT json_agg(id) FROM team WHERE manager_id = ${actorId}::uuid) AS "managedTeams"`,
    ...column(
      people,
      Prisma.sql`(SELECT json_object_agg(id, name) FROM "user" WHERE id = ANY(${people}::uuid[])) AS owners`,
    ),
    ...column(
      teams,
      Prisma.sql`(SELECT json_object_agg(id, name) FROM team WHERE id = ANY(${teams}::uuid[])) AS teams`,
    ),
    ...column(
      incidents,
      Prisma.sql`(SELECT json_agg(json_build_object('id', id, 'number', number, 'title', title, 'severity', severity,
          'restricted', restricted, 'createdById', created_by_id, 'granted', EXISTS (SELECT FROM incident_grant g
            WHERE g.incident_id = incident.id AND (g.user_id = ${actorId}::uuid OR g.team_id = ANY(${teamIds}::uuid[])))))
        FROM incident WHERE id = ANY(${incidents}::uuid[])) AS incidents`,
    ),
    ...column(
      reviews,
      Prisma.sql`(SELECT json_agg(json_build_object('id', id, 'number', number, 'title', title, 'status', status,
          'archived', archived_at IS NOT NULL,
          'unpublished', published_at IS NULL AND status <> 'cancelled', 'ownerId', owner_id,
          'facilitatorId', facilitator_id, 'role', (SELECT p.role FROM review_person p
            WHERE p.review_id = review.id AND p.user_id = ${actorId}::uuid)))
        FROM review WHERE id = ANY(${reviews}::uuid[])) AS reviews`,
    ),
    ...column(
      blocked,
      Prisma.sql`(SELECT json_agg(json_build_object('id', r.to_id, 'number', number, 'title', title))
        FROM action_relation r JOIN action_item ON action_item.id = r.from_id
        WHERE r.is_flag AND r.to_id = ANY(${blocked}::uuid[])
          AND ${actionItemVisibleSql(actor, { isPage: true })}) AS blockers`,
    ),
    ...column(
      moved,
      Prisma.sql`(SELECT json_object_agg(action_item_id, from_date) FROM (
        SELECT DISTINCT ON (action_item_id) action_item_id, from_date FROM action_item_due_move
        WHERE action_item_id = ANY(${moved}::uuid[]) AND (basis IS NULL OR reason <> '')
        ORDER BY action_item_id, moved_at, id) first WHERE from_date IS NOT NULL) AS "firstDates"`,
    ),
    ...column(
      unsure,
      Prisma.sql`(SELECT json_agg(DISTINCT action_item_id) FROM action_item_transition
        WHERE action_item_id = ANY(${unsure}::uuid[])
          AND from_status IN ('accepted', 'in_progress', 'implemented')) AS promised`,
    ),
    ...(isDetailed ? [Prisma.sql`${detailsSql(rows.map(({ id }) => id))} AS details`] : []),
    ...column(
      owners,
      Prisma.sql`(SELECT json_agg(m.user_id) FROM team_member m JOIN team t ON t.id = m.team_id
        WHERE t.manager_id = ${actorId}::uuid AND m.user_id = ANY(${owners}::uuid[])) AS "managedOwners"`,
    ),
  ];
}

/**
 * Loads owners, teams, incidents and reviews of a page in one statement, so a page takes two statements, however long
 * it is. One with waived actions takes two more, for their policies.
 */
export async function loadRefs(
  ctx: Ctx,
  rows: readonly Row[],
  asked: Asked = { isDetailed: false },
): Promise<ActionRefs> {
  const [answer] = await ctx.db.$queryRaw<Partial<Answer>[]>`
    ${PREPARED} SELECT ${Prisma.join(columnsFor(ctx.actor, rows, asked))}`;
  return {
    owners: names(answer?.owners),
    teams: names(answer?.teams),
    incidents: byId(answer?.incidents),
    reviews: byId(answer?.reviews),
    blockers: byId(answer?.blockers),
    firstDates: names(answer?.firstDates),
    promised: new Set(answer?.promised),
    details: asked.isDetailed
      ? new Map(Object.entries(answer?.details ?? {}).map(([id, record]) => [id, presentDetails(record)]))
      : null,
    waiverApprovers: await waiverApproversOf(
      ctx,
      rows.flatMap(({ id, status }) => (status === "waived" ? id : [])),
    ),
    managed: { teams: new Set(answer?.managedTeams), owners: new Set(answer?.managedOwners) },
  };
}
