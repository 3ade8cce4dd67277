import { expect, it } from "vitest";
import { testDatabase } from "#server/testing/test-database.ts";
import { statementNames } from "./prepared.ts";

const byId = (table: string) => ({ sql: `SELECT "public"."${table}"."id" FROM "public"."${table}" WHERE "id" = $1` });

it("names a statement of a model from its second run on, always the same", () => {
  const nameOf = statementNames();
  expect(nameOf(byId("user"))).toBe("");
  const name = nameOf(byId("user"));
  expect(name).toMatch(/^model_[0-9a-f]{32}$/);
  expect(nameOf(byId("user"))).toBe(name);
  nameOf(byId("team"));
  expect(nameOf(byId("team"))).not.toBe(name);
});

it.each([
  [
    "one with many values",
    {
      sql: `SELECT "public"."user"."id" WHERE "id" IN (${Array(17)
        .fill("$")
        .map((s, i) => s + (i + 1))})`,
    },
  ],
  ["one written by hand", { sql: "SELECT id FROM item WHERE status = $1" }],
  ["the start of a transaction", { sql: "BEGIN" }],
])("never names %s", (_, statement) => {
  const nameOf = statementNames();
  expect([1, 2, 3].map(() => nameOf(statement))).toEqual(["", "", ""]);
});

it("names a marked one at once, and models only up to the limit", () => {
  const nameOf = statementNames(2);
  const twice = (table: string) => [nameOf(byId(table)), nameOf(byId(table))][1];
  expect([twice("a"), twice("b"), twice("c")].map((name) => name !== "")).toEqual([true, true, false]);
  expect(nameOf({ sql: "/* prepared */ SELECT 1" })).toMatch(/^afterword_/);
  expect(twice("a")).not.toBe("");
});

it("prepares what Prisma writes for a model once for each connection", async () => {
  const database = await testDatabase();
  await database.prisma.$transaction(async (db) => {
    for (let run = 1; run <= 9; run++) await db.team.findUnique({ where: { id: crypto.randomUUID() } });
    const rows = await db.$queryRaw<{ runs: number }[]>`
      SELECT (generic_plans + custom_plans)::int AS runs
      FROM pg_prepared_statements WHERE name LIKE 'model_%' AND statement LIKE '%"team"%'`;
    expect(rows).toEqual([{ runs: 8 }]);
  });
  await database.close();
});
