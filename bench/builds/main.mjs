// node bench/builds/main.mjs FOLDER FOLDER …: measures start and first visits of built checkouts, in turns.
import "../../bin/check-node.mjs";
import { basename, resolve } from "node:path";
import { sayMachine } from "../lib/figures.mjs";
import { measureBuilds } from "./measure.mjs";

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("Name the folders of built checkouts, such as ../before and .");
  process.exit(2);
}

sayMachine();
const builds = await measureBuilds(folders.map((folder) => resolve(folder)));
const names = folders.map((folder) => basename(resolve(folder)));
console.log(`| median of the rounds | ${names.join(" | ")} |`);
console.log(`| --- | ${names.map(() => "---").join(" | ")} |`);
for (const figure of Object.keys(builds[0]))
  console.log(`| ${figure} | ${builds.map((build) => build[figure]).join(" | ")} |`);
