/** Amount of data: an organisation of two hundred people after some years. */
export const SEED = { people: 200, teams: 40, incidents: 4000, actionItems: 100_000 };

/**
 * Fills the database by SQL: people in teams, incidents of which one in ten is restricted (with grants), a review for
 * each with named people, and action items of every status, owner, team and date, one in seven without an incident. The
 * viewer joins three teams and is named in some records, so every branch of the access rule is used.
 */
const stepsFor = (actionItems, status) => [
  "SELECT setseed(0.5)",
  `INSERT INTO "user" (id, email, name, role)
   SELECT uuidv7(), 'person' || n || '@example.com', 'Person ' || n, 'member' FROM generate_series(1, ${SEED.people}) n`,
  `INSERT INTO team (id, name) SELECT uuidv7(), 'Team ' || n FROM generate_series(1, ${SEED.teams}) n`,
  `CREATE TEMP TABLE people AS SELECT id, row_number() OVER (ORDER BY email) - 1 AS n FROM "user"`,
  "CREATE TEMP TABLE teams AS SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM team",
  `INSERT INTO team_member (team_id, user_id)
   SELECT t.id, p.id FROM people p JOIN teams t ON t.n IN (p.n % 40, p.n * 7 % 40) ON CONFLICT DO NOTHING`,
  `INSERT INTO team_member (team_id, user_id)
   SELECT id, $1::uuid FROM teams WHERE n < 3 ON CONFLICT DO NOTHING`,
  `INSERT INTO incident (id, title, status, severity, highest_severity, started_at, resolved_at, restricted, created_by_id)
   SELECT uuidv7(), 'Incident of day ' || i.n, 'resolved', s, s, at, at + interval '2 hours', i.n % 10 = 0, p.id
     FROM (SELECT n, 1 + n % 4 AS s, now() - n * interval '9 hours' AS at FROM generate_series(1, ${SEED.incidents}) n) i
     JOIN people p ON p.n = i.n % ${SEED.people}`,
  "CREATE TEMP TABLE incidents AS SELECT id, restricted, row_number() OVER (ORDER BY number) - 1 AS n FROM incident",
  `INSERT INTO incident_grant (id, incident_id, user_id)
   SELECT uuidv7(), i.id, p.id FROM incidents i JOIN people p ON p.n = i.n * 3 % ${SEED.people} WHERE i.restricted`,
  `INSERT INTO incident_grant (id, incident_id, team_id)
   SELECT uuidv7(), i.id, t.id FROM incidents i JOIN teams t ON t.n = i.n / 10 % 40 WHERE i.restricted`,
  `INSERT INTO review (id, incident_id, document_id, template, title, status, owner_id, facilitator_id)
   SELECT uuidv7(), i.id, uuidv7(), 'standard', 'Review of incident ' || i.n, 'reviewed', o.id, f.id
     FROM incidents i JOIN people o ON o.n = i.n % ${SEED.people} JOIN people f ON f.n = i.n * 11 % ${SEED.people}`,
  "CREATE TEMP TABLE reviews AS SELECT id, incident_id, row_number() OVER (ORDER BY number) - 1 AS n FROM review",
  `INSERT INTO review_person (review_id, user_id, role)
   SELECT r.id, p.id, 'author' FROM reviews r JOIN people p ON p.n IN (r.n % 200, r.n * 13 % 200)`,
  `INSERT INTO review_person (review_id, user_id, role)
   SELECT id, $1::uuid, 'reader' FROM reviews WHERE n % 97 = 0 ON CONFLICT DO NOTHING`,
  `INSERT INTO action_item (id, title, description, type, priority, status, owner_id, team_id, due_date, done_when,
     incident_id, review_id, verified_at, decline_kind, decline_reason, created_by_id, created_at)
   SELECT uuidv7(), 'Follow up ' || a.n || ': make the failure visible before customers see it', repeat('Why and how. ', 20),
     (ARRAY['prevent','detect','mitigate','repair','investigate','process'])[1 + a.n % 6]::action_type,
     (ARRAY['P0','P1','P2','P3'])[1 + (a.luck * 3.99)::int % 4]::action_priority, a.status::action_status,
     CASE WHEN a.status <> 'proposed' OR a.n % 3 > 0 THEN o.id END, CASE WHEN a.n % 11 > 0 THEN t.id END,
     CASE WHEN a.n % 9 > 0 THEN current_date - (a.n % 1100) + 90 END, 'The alert fires in the game day',
     r.incident_id, r.id, CASE WHEN a.status = 'verified' THEN now() END, CASE WHEN a.status = 'declined' THEN 'wont_do'::decline_kind END,
     CASE WHEN a.status = 'declined' THEN 'The service is being retired' END, o.id, now() - (a.n % 1200) * interval '1 day'
     FROM (SELECT n, random() AS luck, ${status} AS status FROM generate_series(1, ${actionItems}) n) a
     JOIN people o ON o.n = a.n % 201 JOIN teams t ON t.n = a.n % 40
     LEFT JOIN reviews r ON a.n % 7 > 0 AND r.n = a.n % ${SEED.incidents}`,
];

/** Half of the actions are open, or one in twenty as in an organisation that finishes its work. */
const HALF_OPEN =
  "(ARRAY['proposed','accepted','in_progress','implemented','verified','verified','verified','declined'])[1 + n * 5 % 8]";
export const TWENTIETH_OPEN = `CASE WHEN n % 20 = 7
  THEN (ARRAY['proposed','accepted','in_progress','implemented'])[1 + n / 20 % 4]
  ELSE (ARRAY['verified','verified','verified','declined'])[1 + n % 4] END`;

/** `viewerId` is the person whose lists are measured. */
export async function seed(sql, viewerId, actionItems = SEED.actionItems, status = HALF_OPEN) {
  await sql.query("BEGIN");
  for (const step of stepsFor(actionItems, status)) await sql.query(step, step.includes("$1") ? [viewerId] : []);
  await sql.query("COMMIT");
  // Autovacuum would do this a minute later.
  for (const table of ["action_item", "incident", "incident_grant", "review", "review_person", "team_member"])
    await sql.query(`VACUUM ANALYZE ${table}`);
}
