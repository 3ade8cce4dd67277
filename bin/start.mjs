// npm start: builds what is out of date, then becomes the server (same process, so signals reach it).
import "./check-node.mjs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildAll, COMPILED } from "./build.mjs";
import { root } from "./run.mjs";

process.chdir(root);
process.env.NODE_ENV = "production";
try {
  await buildAll(console.log);
} catch (error) {
  console.error(`${error.message}\nAfterword did not start: the build failed.`);
  process.exit(1);
}
// A later start compiles nothing again. A user who can only read this folder compiles each time.
enableCompileCache(COMPILED);
await import(pathToFileURL(join(root, "dist/server.js")).href);
