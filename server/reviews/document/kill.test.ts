import { expect, test } from "vitest";
import { testDatabase } from "#server/testing/test-database.ts";
import { runKillRounds } from "./testing/kill-rounds.ts";
import { throwawayPostgres } from "./testing/throwaway-postgres.ts";

test("every edit that a tab showed as saved survives five kills of the server", async () => {
  const database = await testDatabase();
  try {
    const report = await runKillRounds({ databaseUrl: database.url, rounds: 5 });
    expect(report.rounds.flatMap((round) => round.lost)).toEqual([]);
    expect(report.rounds.at(-1)?.shownAsSaved).toBeGreaterThan(200);
    expect(report.converged).toBe(true);
  } finally {
    await database.close();
  }
}, 120_000);

test("and a crash of the database", async () => {
  const postgres = await throwawayPostgres();
  try {
    const report = await runKillRounds({ databaseUrl: postgres.url, rounds: 1, killDatabase: postgres.crash });
    expect(report.rounds.flatMap((round) => round.lost)).toEqual([]);
    expect(report.rounds.at(-1)?.shownAsSaved).toBeGreaterThan(20);
    expect(report.converged).toBe(true);
  } finally {
    await postgres.stop();
  }
}, 120_000);
