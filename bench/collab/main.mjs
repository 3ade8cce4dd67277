// npm run bench:collab. With `-- --capacity`, measures the memory of documents and sockets instead. With `--
// --keystroke`, measures only what a remote keystroke costs in the tab.
import "../../bin/check-node.mjs";
import { parseArgs } from "node:util";
import { report, sayMachine } from "../lib/figures.mjs";
import { measureCapacity } from "./capacity.mjs";
import { measureCollab } from "./measure.mjs";
import { measureRemoteKeystroke } from "./remote-keystroke.mjs";

const { values } = parseArgs({
  options: { capacity: { type: "boolean", default: false }, keystroke: { type: "boolean", default: false } },
});
sayMachine();
if (values.capacity) console.log(JSON.stringify(await measureCapacity()));
else if (values.keystroke) report([await measureRemoteKeystroke()]);
else report([...(await measureCollab()), await measureRemoteKeystroke()]);
