// npm run bench: measures every figure, one after the other.
import "../bin/check-node.mjs";
import { measureApi } from "./api/measure.mjs";
import { measureCollab } from "./collab/measure.mjs";
import { measureRemoteKeystroke } from "./collab/remote-keystroke.mjs";
import { report, sayMachine } from "./lib/figures.mjs";

sayMachine();
report([...(await measureApi()), ...(await measureCollab()), await measureRemoteKeystroke()]);
