// npm run kill-test -- --rounds 30: kills the server and the database while people type, and counts what is lost.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "30" } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error("--rounds needs a whole number of 1 or more");
  process.exit(2);
}
const program = fileURLToPath(new URL("../server/reviews/document/testing/kill-main.ts", import.meta.url));
const run = spawnSync(process.execPath, ["--import", "tsx", program, String(rounds)], { stdio: "inherit" });
process.exit(run.status ?? 1);
