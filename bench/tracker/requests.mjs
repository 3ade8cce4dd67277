// What the tracker asks for, each with the same question as one hand-written statement.

/** As in the lists of bench/api: what a person can read. */
const VISIBLE = `(
  a.incident_id IS NULL OR a.owner_id = $1 OR NOT i.restricted OR i.created_by_id = $1
  OR EXISTS (SELECT FROM incident_grant g WHERE g.incident_id = i.id AND (g.user_id = $1 OR g.team_id = ANY($2::uuid[])))
  OR r.owner_id = $1 OR r.facilitator_id = $1
  OR EXISTS (SELECT FROM review_person p WHERE p.review_id = r.id AND p.user_id = $1))`;
const FROM = `FROM action_item a LEFT JOIN incident i ON i.id = a.incident_id LEFT JOIN review r ON r.id = a.review_id
  LEFT JOIN "user" o ON o.id = a.owner_id LEFT JOIN team t ON t.id = a.team_id`;
const OPEN = "a.is_unsettled AND (a.paused_until IS NULL OR a.paused_until < current_date)";
const ROWS =
  "a.*, o.name AS owner, t.name AS team, i.number AS incident, i.title AS incident_title, r.number AS review";
const MY_TEAMS = "a.team_id IN (SELECT m.team_id FROM team_member m WHERE m.user_id = $1)";
const FILTER = `${MY_TEAMS} AND a.status NOT IN ('verified', 'declined') AND (a.due_date < current_date + 7
  OR a.due_moves >= 3 OR a.owner_id IS NULL)`;

export const FILTER_TEXT = "team=mine and status!=verified,declined and (due<today+7d or moves>=3 or owner=none)";

/** Views whose counts are read together, as `{query, where}`. */
export const VIEWS = [
  { query: "view=late", where: `${OPEN} AND a.late_after < current_date` },
  { query: "view=verify", where: "a.status = 'implemented' AND a.archived_at IS NULL" },
  { query: `filter=${encodeURIComponent(FILTER_TEXT)}`, where: `${OPEN} AND ${FILTER}` },
];

/** `{name, path, text, values, times}`: at most `times` times (GET /me + the statement). */
export function requestsOf({ viewer, today }) {
  const values = [viewer.id, viewer.teamIds];
  const list = (where, order) => `SELECT ${ROWS} ${FROM} WHERE ${where} AND ${VISIBLE} ORDER BY ${order} LIMIT 51`;
  const counts = VIEWS.map(({ where }) => `(SELECT count(*) ${FROM} WHERE ${where} AND ${VISIBLE})`);
  const of = (query) => `/action-items?open=true&today=${today}&${new URLSearchParams(query)}`;
  return [
    {
      ...{ name: "first page", times: 2, path: of({}), values },
      text: list(`${OPEN} AND a.late_after IS NOT NULL`, "a.late_after, a.number"),
    },
    {
      ...{ name: "filtered", times: 2.5, path: of({ filter: FILTER_TEXT }), values },
      text: list(`${OPEN} AND ${FILTER} AND a.late_after IS NOT NULL`, "a.late_after, a.number"),
    },
    {
      ...{ name: "grouped by team", times: 2.5, path: of({ group: "team" }), values },
      text: list(OPEN, "lower(t.name), a.late_after, a.number"),
    },
    {
      ...{ name: "counted views", times: 2.5, path: `/action-items/views?today=${today}`, values },
      text: `SELECT ${counts.join(", ")}`,
    },
  ];
}
