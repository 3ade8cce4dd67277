// npm run bench:collab, with `-- --capacity` the memory of documents and sockets instead.
import "../../bin/check-node.mjs";
import { parseArgs } from "node:util";
import { report, sayMachine } from "../lib/figures.mjs";
import { measureCapacity } from "./capacity.mjs";
import { measureCollab } from "./measure.mjs";

const { values } = parseArgs({ options: { capacity: { type: "boolean", default: false } } });
sayMachine();
if (values.capacity) console.log(JSON.stringify(await measureCapacity()));
else report(await measureCollab());
