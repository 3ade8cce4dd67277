// npm run fuzz -- --minutes 10 [--seed 1]: damages fixtures until the time is over or a fault is found.
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tryOnce } from "./fuzz.ts";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
});
const end = performance.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed);
if (!Number.isFinite(end) || !Number.isInteger(first)) {
  console.error("--minutes needs a number, --seed a whole number");
  process.exit(2);
}
let seed = first;
for (; performance.now() < end; seed += 1) {
  const found = tryOnce(seed);
  if (!found) continue;
  const file = join(tmpdir(), `afterword-fuzz-${found.seed}`);
  writeFileSync(file, found.bytes);
  console.error(`${found.fault}\nFrom ${found.path}; again with --seed ${found.seed}. The bytes are in ${file}.`);
  process.exit(1);
}
console.log(`${(seed - first).toLocaleString("en")} damaged sources read, no fault. Seeds ${first} to ${seed - 1}.`);
