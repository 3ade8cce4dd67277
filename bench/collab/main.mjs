// npm run bench:collab [-- --skip 200,documents,join,memory,processes,keystroke] [-- --rounds 5]. With `-- --capacity`,
// measures the memory of documents and sockets instead. With `-- --keystroke`, measures only what a remote keystroke
// costs in the tab, and with `-- --processes` only two processes.
import "../../bin/check-node.mjs";
import { parseArgs } from "node:util";
import { RUNS, report, sayMachine } from "../lib/figures.mjs";
import { measureCapacity } from "./capacity.mjs";
import { measureCollab, PARTS } from "./measure.mjs";
import { measureProcesses } from "./processes.mjs";
import { measureRemoteKeystroke } from "./remote-keystroke.mjs";

const { values } = parseArgs({
  options: {
    capacity: { type: "boolean", default: false },
    keystroke: { type: "boolean", default: false },
    processes: { type: "boolean", default: false },
    skip: { type: "string", default: "" },
    rounds: { type: "string", default: String(RUNS) },
  },
});
const skip = values.skip.split(",").filter(Boolean);
const unknown = skip.filter((part) => ![...PARTS, "processes", "keystroke"].includes(part));
if (unknown.length > 0) throw new Error(`--skip doesn't know ${unknown.join(", ")}`);
const rounds = Number(values.rounds);

sayMachine();
if (values.capacity) console.log(JSON.stringify(await measureCapacity()));
else if (values.keystroke) report([await measureRemoteKeystroke()]);
else if (values.processes) report(await measureProcesses());
else
  report([
    ...(PARTS.every((part) => skip.includes(part)) ? [] : await measureCollab({ skip, rounds })),
    ...(skip.includes("processes") ? [] : await measureProcesses(rounds)),
    ...(skip.includes("keystroke") ? [] : [await measureRemoteKeystroke()]),
  ]);
