// npm run bench:collab. With `-- --capacity`, measures the memory of documents and sockets instead. With `--
// --keystroke`, measures only what a remote keystroke costs in the tab, and with `-- --processes` only two processes.
import "../../bin/check-node.mjs";
import { parseArgs } from "node:util";
import { report, sayMachine } from "../lib/figures.mjs";
import { measureCapacity } from "./capacity.mjs";
import { measureCollab } from "./measure.mjs";
import { measureProcesses } from "./processes.mjs";
import { measureRemoteKeystroke } from "./remote-keystroke.mjs";

const { values } = parseArgs({
  options: {
    capacity: { type: "boolean", default: false },
    keystroke: { type: "boolean", default: false },
    processes: { type: "boolean", default: false },
  },
});
sayMachine();
if (values.capacity) console.log(JSON.stringify(await measureCapacity()));
else if (values.keystroke) report([await measureRemoteKeystroke()]);
else if (values.processes) report(await measureProcesses());
else report([...(await measureCollab()), ...(await measureProcesses()), await measureRemoteKeystroke()]);
