export { attachIncoming } from "./attach.ts";
export { detachIncoming } from "./detach.ts";
export { dismissIncoming, restoreIncoming } from "./dismiss.ts";
export { INCOMING_FACTS, incomingFacts, incomingVisibleTo } from "./incoming-row.ts";
export { listIncoming } from "./list.ts";
export { incomingOverview } from "./overview.ts";
