// npm run truth [folder]: measures the importers against files with known content.
import "./check-node.mjs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../importers/testing/truth/main.ts", import.meta.url));
const run = spawnSync(process.execPath, ["--import", "tsx", program, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(run.status ?? 1);
