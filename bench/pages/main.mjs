// npm run bench:pages [-- --rounds 5]
import "../../bin/check-node.mjs";
import { RUNS, report, sayMachine } from "../lib/figures.mjs";
import { measureWriting } from "./measure.mjs";

const at = process.argv.indexOf("--rounds");
sayMachine();
report(await measureWriting(at < 0 ? RUNS : Number(process.argv[at + 1])));
