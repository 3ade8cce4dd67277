export { assertPortFree, explainListen } from "./assert-port-free.ts";
export { openForServer } from "./open-database.ts";
export { stopOnSignals } from "./signals.ts";
export type { StartHook } from "./start-hook.ts";
export { Stops, within } from "./stops.ts";
