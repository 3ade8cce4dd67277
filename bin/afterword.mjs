// npm run -s afterword -- …: builds the command line if it is out of date (without printing to standard output), then
// runs it.
import "./check-node.mjs";
import { pathToFileURL } from "node:url";
import { buildCli } from "./build-cli.mjs";

const [command = "--help", ...rest] = process.argv.slice(2);
const isHelp = command === "help" || command.startsWith("-") || rest.some((word) => word === "--help" || word === "-h");

try {
  // Everything but `parse` needs a database, even right after an install or an update.
  if (command !== "parse" && !isHelp) await (await import("./build.mjs")).buildGenerated();
  await import(pathToFileURL(await buildCli()).href);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
