// npm run fuzz -- --minutes 10: reads damaged sources until something breaks.
import "./check-node.mjs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../importers/testing/fuzz/main.ts", import.meta.url));
const run = spawnSync(process.execPath, ["--import", "tsx", program, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(run.status ?? 1);
