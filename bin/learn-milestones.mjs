// npm run learn:milestones FOLDER…: learns the weights of milestones again from labelled write-ups.
import "./check-node.mjs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../importers/testing/truth/learn-milestones.ts", import.meta.url));
const run = spawnSync(process.execPath, ["--import", "tsx", program, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(run.status ?? 1);
