export { applyRules } from "./apply-rules.ts";
export { loadIncidents, loadRules, loadServices, StoredConditions, StoredSeverityMap } from "./load-world.ts";
export { lockRouting } from "./lock.ts";
export { processDeliveries } from "./process-deliveries.ts";
export { purgeDeliveries } from "./purge.ts";
export { recountDeliveries } from "./recount-deliveries.ts";
export { factOf, routedOf } from "./stored-event.ts";
