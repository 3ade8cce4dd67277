// npm run bench:api
import "../../bin/check-node.mjs";
import { report, sayMachine } from "../lib/figures.mjs";
import { measureApi } from "./measure.mjs";

sayMachine();
report(await measureApi());
