// npm run train:kinds: learns from the lines next to this file and writes the weights of kinds. With -- --check it
// tests each file with what was learned from the others, and writes nothing.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { holdOut } from "./hold-out.ts";
import { hashOfLines, readLines } from "./lessons.ts";
import { tableOf } from "./table-of.ts";

const FILE = fileURLToPath(new URL("../../lib/incidents/timeline/kinds/weights/weights.json", import.meta.url));

const lines = readLines();
if (process.argv.includes("--check")) {
  console.log(holdOut(lines).join("\n"));
} else {
  const table = { lines: hashOfLines(), ...tableOf(lines) };
  writeFileSync(FILE, `${JSON.stringify(table)}\n`);
  console.log(`${lines.length} lines, ${table.signs.split("\n").length} signs`);
}
