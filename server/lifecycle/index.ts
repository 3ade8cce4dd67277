export { assertPortFree, explainListen } from "./assert-port-free.ts";
export { Health, type Readiness } from "./health.ts";
export { type OpenedDatabase, openForServer } from "./open-database.ts";
export { stopOnSignals } from "./signals.ts";
export type { StartHook, StartHookInput } from "./start-hook.ts";
export { Stops, within } from "./stops.ts";
