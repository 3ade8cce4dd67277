// npm run -s afterword -- …: builds the command line when it is stale (nothing of that on standard output), then runs it.
import "./check-node.mjs";
import { pathToFileURL } from "node:url";
import { buildCli } from "./build-cli.mjs";

try {
  await import(pathToFileURL(await buildCli()).href);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
