// npm run dev: the server with hot reload. A change under app/ or components/ reloads the page, one under server/ or lib/ the server too.
import "./check-node.mjs";
import { fileURLToPath } from "node:url";
import { buildGenerated } from "./build.mjs";
import { root, runNode } from "./run.mjs";

process.chdir(root);
await buildGenerated();
const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
const { code } = await runNode(tsx, ["watch", "--clear-screen=false", "server/main.ts"], {
  env: { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
  // The watcher treats a second Ctrl-C as a request to kill the server, before its database has stopped.
  ownGroup: true,
});
process.exitCode = code;
