// npm run bench:timeline [-- --only parse,text,size,import,page,hooks]
import "../../bin/check-node.mjs";
import { report, sayMachine } from "../lib/figures.mjs";
import { measureTimeline, PARTS } from "./measure.mjs";

const flag = process.argv.indexOf("--only");
const wanted = flag < 0 ? PARTS : (process.argv[flag + 1] ?? "").split(",");
const unknown = wanted.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Parts: ${PARTS.join(", ")}.`);
  process.exit(2);
}

sayMachine();
report(await measureTimeline(wanted));
