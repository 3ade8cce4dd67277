// npm run -s afterword -- …: builds the command line when it is stale (nothing of that on standard output), then runs it.
import "./check-node.mjs";
import { pathToFileURL } from "node:url";
import { buildCli } from "./build-cli.mjs";

const [command = "--help", ...rest] = process.argv.slice(2);
const isHelp = command === "help" || command.startsWith("-") || rest.some((word) => word === "--help" || word === "-h");

try {
  // Everything but `parse` works on a database, also right after an install and after an update.
  if (command !== "parse" && !isHelp) await (await import("./build.mjs")).buildClient();
  await import(pathToFileURL(await buildCli()).href);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
