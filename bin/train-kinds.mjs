// npm run train:kinds: learns the weights that decide the kind of an event, from the lines in training/kinds.
import "./check-node.mjs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../training/kinds/main.ts", import.meta.url));
const run = spawnSync(process.execPath, ["--import", "tsx", program, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(run.status ?? 1);
