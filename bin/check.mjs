// npm run check: everything of npm test that runs no program of ours.
import "./check-node.mjs";
import { buildClient } from "./build.mjs";
import { runChecks } from "./checks.mjs";

await buildClient();
const { failed } = await runChecks();
process.exitCode = failed === 0 ? 0 : 1;
