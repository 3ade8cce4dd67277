// npm run bench:tracker
import "../../bin/check-node.mjs";
import { report, sayMachine } from "../lib/figures.mjs";
import { measureTracker } from "./measure.mjs";

sayMachine();
report(await measureTracker());
