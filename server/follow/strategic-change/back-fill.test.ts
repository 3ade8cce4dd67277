import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { migrate } from "#server/base/db/migrate.ts";
import { readMigrations } from "#server/base/db/migrations-on-disk.ts";
import { onDatabase } from "#server/testing/on-database.ts";

const name = `test_${randomUUID().replaceAll("-", "")}`;
const at = (pathname: string) => Object.assign(new URL(inject("templateUrl")), { pathname }).href;
const url = at(`/${name}`);
const [CHANGE, LOST, OLD, NEW, DONE, MILESTONE, LATE, SHIPPED] = Array.from({ length: 8 }, () => randomUUID());
const [PERSON, PLANNER, LATER] = Array.from({ length: 3 }, () => randomUUID());

/** Applies the migrations before one. Then rows of that time can be written. */
const before = (last: string) => {
  const all = readMigrations();
  return migrate(
    url,
    all.slice(
      0,
      all.findIndex((one) => one.name === last),
    ),
  );
};
const run = (sql: string, values: unknown[] = []) => onDatabase(url, (client) => client.query(sql, values));
const rows = async (sql: string, values: unknown[] = []) => (await run(sql, values)).rows;

const audit = (id: string | undefined, action: string, day: string, [was, is]: [object | null, object]) =>
  run(
    `INSERT INTO audit_entry (id, at, actor_id, actor_kind, actor_label, action, noun, noun_id, before, after)
     VALUES ($1, $2, $3, 'user', 'Olga', $4, $5, $6, $7, $8)`,
    [randomUUID(), day, PERSON, action, action.split(".")[0], id, JSON.stringify(was), JSON.stringify(is)],
  );
const act = (id: string | undefined, status: string, more: Record<string, unknown> = {}) => {
  const columns = { id, title: "Restore it", type: "prevent", priority: "P1", status, ...more };
  const names = Object.keys(columns);
  const places = names.map((_, place) => `$${place + 1}`);
  return run(`INSERT INTO action_item (${names.join(", ")}) VALUES (${places.join(", ")})`, Object.values(columns));
};

beforeAll(async () => {
  await onDatabase(at("/postgres"), (client) => client.query(`create database ${name} template template0`));
  await before("0162_change_decisions");
  const change = `INSERT INTO strategic_change (id, title, status, status_reason, status_at, created_at)
    VALUES ($1, 'Prove restores', $2::change_status, $3, $4, '2026-01-01')`;
  await run(change, [CHANGE, "funded", null, "2026-03-01"]);
  await run(change, [LOST, "declined", "Too dear", "2026-02-01"]);
  const deferred = { to: "deferred", reason: " Not this year " };
  await audit(CHANGE, "strategic_change.deferred", "2026-02-01", [{ status: "proposed" }, deferred]);
  await audit(CHANGE, "strategic_change.updated", "2026-02-02", [null, { title: "Prove restores" }]);
  await audit(CHANGE, "strategic_change.funded", "2026-03-01", [{ status: "deferred" }, { to: "funded" }]);
  await before("0304_proposals_edition");
  await run(`INSERT INTO "user" (id, name, email, role) VALUES ($1, 'Olga', 'olga@example.com', 'member')`, [PERSON]);
  await run("INSERT INTO policy (id, name, changed_at) VALUES ($1, 'All', '2026-02-15')", [randomUUID()]);
  await run(`INSERT INTO policy_edition (policy_id, version, name, values, archived, at)
    SELECT id, 1, 'All', '{}', false, '2026-02-15' FROM policy`);
  await act(OLD, "proposed", { created_at: "2026-02-01" });
  await act(NEW, "proposed", { created_at: "2026-03-01" });
  await act(DONE, "implemented", { owner_id: PERSON, due_date: "2026-05-10", due_basis: "publication" });
  await act(LATE, "waived", { waived_until: "2026-06-30", waived_reason: "Frozen" });
  await run(
    `INSERT INTO waiver (id, action_item_id, status, reason, mitigation, until, asked_at)
     VALUES ($1, $2, 'approved', 'Frozen', 'By hand', '2026-06-30', '2026-06-01')`,
    [randomUUID(), LATE],
  );
  const move = `INSERT INTO action_item_due_move (id, action_item_id, from_date, to_date, reason, basis, moved_at)
    VALUES ($1, $2, $3, $4, '', 'publication', $5)`;
  await run(move, [randomUUID(), DONE, "2026-05-01", "2026-05-08", "2026-04-01"]);
  await run(move, [randomUUID(), DONE, "2026-05-08", "2026-05-10", "2026-04-02"]);
  const dates: [object, object] = [{ dueDate: "2026-05-08" }, { dueDate: "2026-05-10" }];
  await audit(DONE, "action_item.due_moved", "2026-04-02T00:00:01Z", dates);
  await run(
    `INSERT INTO change_milestone (id, change_id, title, planned_on, due_on)
     VALUES ($1, $2, 'Mail', '2026-01-10', '2026-01-12'), ($3, $2, 'Files', '2199-01-01', '2199-01-01')`,
    [MILESTONE, CHANGE, randomUUID()],
  );
  const rework = `INSERT INTO action_rework (id, kind, action_item_id, other_ids, detail, by_id, at, undone_at)
    VALUES ($1, 'split', $2, $3, '{}', $4, '2026-03-02', $5)`;
  await run(rework, [randomUUID(), OLD, [NEW], PERSON, null]);
  await run(rework, [randomUUID(), OLD, [DONE], PERSON, "2026-03-03"]);
  await run(change, [SHIPPED, "delivered", null, "2026-05-01"]);
  const decided = `INSERT INTO change_decision (id, change_id, from_status, to_status, at)
    VALUES ($1, $2, $3::change_status, $4::change_status, $5)`;
  await run(decided, [randomUUID(), SHIPPED, "proposed", "funded", "2026-03-01"]);
  await run(decided, [randomUUID(), SHIPPED, "in_progress", "delivered", "2026-05-01"]);
  const handed = (day: string, from: string | undefined) =>
    audit(SHIPPED, "strategic_change.updated", day, [{ ownerId: from }, { ownerId: randomUUID() }]);
  await handed("2026-02-01", PLANNER);
  await handed("2026-04-01", PERSON);
  await handed("2026-06-01", LATER);
  await migrate(url);
}, 120_000);
afterAll(() => onDatabase(at("/postgres"), (client) => client.query(`drop database ${name} with (force)`)));

const decisions = (id: string | undefined) =>
  rows(
    `SELECT from_status, to_status, reason, by_id FROM change_decision
     WHERE change_id = $1 ORDER BY at, from_status NULLS FIRST`,
    [id],
  );

it("takes earlier decisions and their reasons from the audit log", async () => {
  expect(await decisions(CHANGE)).toEqual([
    { from_status: null, to_status: "proposed", reason: null, by_id: null },
    { from_status: "proposed", to_status: "deferred", reason: "Not this year", by_id: PERSON },
    { from_status: "deferred", to_status: "funded", reason: null, by_id: PERSON },
  ]);
});

it("keeps the reason of a status whose entry is gone", async () => {
  expect(await decisions(LOST)).toEqual([
    { from_status: null, to_status: "proposed", reason: null, by_id: null },
    { from_status: null, to_status: "declined", reason: "Too dear", by_id: null },
  ]);
});

it("gives proposals the policies of their day, and none from before there were any", async () => {
  const found = await rows("SELECT id, policy_edition FROM action_item WHERE status = 'proposed'");
  const [edition] = await rows("SELECT number FROM policy_edition");
  expect(new Map(found.map((row) => [row.id, row.policy_edition]))).toEqual(
    new Map([
      [OLD, 0],
      [NEW, edition?.number],
    ]),
  );
});

it("keeps who owned an action that is to verify", async () => {
  expect(await rows("SELECT implemented_owner_id AS owner FROM action_item WHERE id = $1", [DONE])).toEqual([
    { owner: PERSON },
  ]);
});

it("keeps the last day of a waiver, which now ends at the start of a day", async () => {
  const [row] = await rows(
    `SELECT w.until::text, a.waived_until::text FROM waiver w JOIN action_item a ON a.id = w.action_item_id`,
  );
  expect(row).toEqual({ until: "2026-07-01", waived_until: "2026-07-01" });
});

it("finds the dates that a policy moved, and none that were counted again", async () => {
  expect(await rows("SELECT id FROM action_item WHERE moved_by_policy")).toEqual([{ id: DONE }]);
  expect(await rows("SELECT reason FROM action_item_due_move ORDER BY moved_at")).toEqual([
    { reason: "" },
    { reason: "By a change of a policy" },
  ]);
});

it("counts a milestone that had slipped as one that the sponsor doesn't hear of", async () => {
  const found = await rows("SELECT id, slipped FROM change_milestone WHERE slipped IS NOT NULL");
  expect(found).toEqual([{ id: MILESTONE, slipped: "off_track" }]);
});

it("relates the parts of earlier splits to their action, but not those of undone ones", async () => {
  const related = await rows("SELECT from_id, to_id, kind, added_by_id FROM action_relation");
  const [from, to] = [OLD, NEW].map(String).toSorted();
  expect(related).toEqual([{ from_id: from, to_id: to, kind: "relates", added_by_id: PERSON }]);
});

it("keeps who owned a change between its proposal and its last delivery", async () => {
  expect(await rows("SELECT former_owner_ids AS ids FROM strategic_change WHERE id = $1", [SHIPPED])).toEqual([
    { ids: [PERSON] },
  ]);
});
