// Lists of fifty action items, each compared with the same list read from PostgreSQL directly.

/**
 * Access rule: a person can read free action items, their own, those of open incidents, and those where they or one of
 * their teams is named.
 */
const VISIBLE = `(
  a.incident_id IS NULL OR a.owner_id = $1 OR NOT i.restricted OR i.created_by_id = $1
  OR EXISTS (SELECT FROM incident_grant g WHERE g.incident_id = i.id AND (g.user_id = $1 OR g.team_id = ANY($2::uuid[])))
  OR r.owner_id = $1 OR r.facilitator_id = $1
  OR EXISTS (SELECT FROM review_person p WHERE p.review_id = r.id AND p.user_id = $1))`;

/**
 * Gets the page by the index first, then the names and the columns that access depends on, as someone who knows the
 * query plan would write it.
 */
const select = (where, order) => `
  SELECT a.*, o.name AS owner, t.name AS team,
    EXISTS (SELECT FROM incident_grant g
      WHERE g.incident_id = a.incident_id AND (g.user_id = $1 OR g.team_id = ANY($2::uuid[]))) AS granted,
    (SELECT p.role FROM review_person p WHERE p.review_id = a.review_id AND p.user_id = $1) AS my_role
  FROM (
    SELECT a.id, a.number, a.title, a.type, a.priority, a.status, a.blocked_reason, a.due_date, a.late_after, a.due_moves,
      a.waived_until, a.archived_at, a.demo, a.created_at, a.created_by_id, a.implemented_by_id, a.version, a.owner_id,
      a.team_id, a.incident_id, a.review_id,
      i.number AS incident_number, i.title AS incident_title, i.severity, i.restricted, i.created_by_id AS incident_by_id,
      r.number AS review_number, r.title AS review_title, r.owner_id AS review_owner_id, r.facilitator_id
    FROM action_item a
    LEFT JOIN incident i ON i.id = a.incident_id
    LEFT JOIN review r ON r.id = a.review_id
    WHERE ${where} AND ${VISIBLE} ORDER BY ${order} LIMIT 51
  ) a
  LEFT JOIN "user" o ON o.id = a.owner_id
  LEFT JOIN team t ON t.id = a.team_id
  ORDER BY ${order}`;

const BY_DUE = "a.late_after, a.number";

/** The statements ask for one more row, as the API does, to find out whether there is another page. */
export const PAGE = 50;

/**
 * The lists to measure: {name, path, text, values}. `viewer`: {id, teamIds}; `deep`: {cursor, dueDate, number} of a row
 * a few thousand rows down the list.
 */
export function listsOf({ viewer, deep }) {
  const who = [viewer.id, viewer.teamIds];
  const [teamId] = viewer.teamIds;
  return [
    {
      name: "all, most late first",
      path: "/action-items",
      text: select("a.archived_at IS NULL AND a.late_after IS NOT NULL", BY_DUE),
      values: who,
    },
    {
      name: "open ones of a team",
      path: `/action-items?open=true&teamId[]=${teamId}`,
      text: select("a.is_unsettled AND a.paused_until IS NULL AND a.late_after IS NOT NULL AND a.team_id = $3", BY_DUE),
      values: [...who, teamId],
    },
    {
      name: "open ones, some thousand rows down",
      path: `/action-items?open=true&cursor=${encodeURIComponent(deep.cursor)}`,
      text: select("a.is_unsettled AND a.paused_until IS NULL AND (a.late_after, a.number) > ($3, $4)", BY_DUE),
      values: [...who, deep.dueDate, deep.number],
    },
  ];
}

/** The cursor of a place far down the open action items. */
export async function findDeepPlace(api) {
  let place = null;
  for (let page = 0; page < 15; page++) {
    const cursor = place ? `&cursor=${encodeURIComponent(place.cursor)}` : "";
    const { items, nextCursor } = await api.get(`/action-items?open=true&limit=200${cursor}`);
    const last = items.at(-1);
    place = { cursor: nextCursor, dueDate: last.dueDate, number: Number(last.key.slice("ACT-".length)) };
  }
  return place;
}
