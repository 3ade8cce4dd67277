// npm run bench:calm [-- --rounds 5] [-- --only "zip"]
import "../../bin/check-node.mjs";
import { RUNS, report, sayMachine } from "../lib/figures.mjs";
import { ordinaryLoads, raisedLoads } from "./loads.mjs";
import { measureCalm } from "./measure.mjs";

const flag = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const rounds = Number(flag("rounds") ?? RUNS);
const only = flag("only") ?? "";
const wanted = (loads) => loads.filter(({ name }) => name.includes(only));

sayMachine();
const [ordinary, raised] = [wanted(ordinaryLoads()), wanted(raisedLoads())];
const figures = [];
if (ordinary.length > 0) figures.push(...(await measureCalm(ordinary, {}, rounds)));
if (raised.length > 0) figures.push(...(await measureCalm(raised, { AFTERWORD_UPLOAD_LIMIT_MB: "64" }, rounds)));
report(figures);
