// Kills server and database many times. Arguments: number of rounds.
import { type KillRound, runKillRounds } from "./kill-rounds.ts";
import { throwawayPostgres } from "./throwaway-postgres.ts";

const rounds = Number(process.argv[2] ?? 30);
const postgres = await throwawayPostgres();
let failed = false;

async function run(what: string, count: number, killDatabase?: () => Promise<void>) {
  let at = 0;
  let shown = 0;
  let lost = 0;
  const onRound = (round: KillRound) => {
    shown = round.shownAsSaved;
    lost += round.lost.length;
    console.log(`${what} ${++at}/${count}: ${round.shownAsSaved} edits shown as saved, ${round.lost.length} lost`);
  };
  const report = await runKillRounds({
    databaseUrl: postgres.url,
    rounds: count,
    onRound,
    ...(killDatabase ? { killDatabase } : {}),
  });
  failed ||= lost > 0 || !report.converged;
  return { kills: count, shownAsSaved: shown, lost, converged: report.converged };
}

try {
  const server = await run("server killed", rounds);
  const database = await run("database killed", Math.max(1, Math.round(rounds / 5)), postgres.crash);
  console.log(JSON.stringify({ server, database, holds: !failed }));
} finally {
  await postgres.stop();
}
process.exit(failed ? 1 : 0);
