// npm run hints: measures how often wording hints are right.
import "./check-node.mjs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../lib/reviews/hint/testing/measure.ts", import.meta.url));
const run = spawnSync(process.execPath, ["--import", "tsx", program], { stdio: "inherit" });
process.exit(run.status ?? 1);
