// Lists of fifty action items, each next to the same list from PostgreSQL directly.

/** What a person may read: free action items, their own, those of open incidents, and where they or a team is named. */
const VISIBLE = `(
  a.incident_id IS NULL OR a.owner_id = $1 OR NOT i.restricted OR i.created_by_id = $1
  OR EXISTS (SELECT FROM incident_grant g WHERE g.incident_id = i.id AND (g.user_id = $1 OR g.team_id = ANY($2::uuid[])))
  OR r.owner_id = $1 OR r.facilitator_id = $1
  OR EXISTS (SELECT FROM review_person p WHERE p.review_id = r.id AND p.user_id = $1))`;

/** The page by the index first, then names and what the abilities need: as somebody would write it who knows the plan. */
const select = (where, order) => `
  SELECT a.*, o.name AS owner, t.name AS team,
    EXISTS (SELECT FROM incident_grant g
      WHERE g.incident_id = a.incident_id AND (g.user_id = $1 OR g.team_id = ANY($2::uuid[]))) AS granted,
    (SELECT p.role FROM review_person p WHERE p.review_id = a.review_id AND p.user_id = $1) AS my_role
  FROM (
    SELECT a.id, a.number, a.title, a.type, a.priority, a.status, a.blocked_reason, a.due_date, a.due_moves,
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

const BY_DUE = "a.due_date, a.number";

/** The statements ask for one row more, as the API does, so that they know whether there is another page. */
export const PAGE = 50;

/**
 * The lists that are measured: {name, path, text, values}. `viewer`: {id, teamIds}; `deep`: {cursor, dueDate, number} of a
 * row some thousand rows down the list.
 */
export function listsOf({ viewer, deep }) {
  const who = [viewer.id, viewer.teamIds];
  const [teamId] = viewer.teamIds;
  return [
    {
      name: "all, most late first",
      path: "/action-items",
      text: select("a.archived_at IS NULL AND a.due_date IS NOT NULL", BY_DUE),
      values: who,
    },
    {
      name: "open ones of a team",
      path: `/action-items?open=true&teamId[]=${teamId}`,
      text: select("a.is_open AND a.due_date IS NOT NULL AND a.team_id = $3", BY_DUE),
      values: [...who, teamId],
    },
    {
      name: "open ones, some thousand rows down",
      path: `/action-items?open=true&cursor=${encodeURIComponent(deep.cursor)}`,
      text: select("a.is_open AND (a.due_date, a.number) > ($3, $4)", BY_DUE),
      values: [...who, deep.dueDate, deep.number],
    },
  ];
}

/** A place far down the open action items, as their own cursor says it. */
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
