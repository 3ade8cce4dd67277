// npm run bench:collab
import "../../bin/check-node.mjs";
import { report, sayMachine } from "../lib/figures.mjs";
import { measureCollab } from "./measure.mjs";

sayMachine();
report(await measureCollab());
