// npm run check: everything in npm test that runs none of our programs.
import "./check-node.mjs";
import { buildGenerated } from "./build.mjs";
import { runChecks } from "./checks.mjs";

await buildGenerated();
const { failed } = await runChecks();
process.exitCode = failed === 0 ? 0 : 1;
