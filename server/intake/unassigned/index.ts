export { attachIncoming } from "./attach.ts";
export { detachIncoming } from "./detach.ts";
export { dismissIncoming, restoreIncoming } from "./dismiss.ts";
export { listIncoming } from "./list.ts";
export { incomingOverview } from "./overview.ts";
export { INCOMING_FACTS, incomingFacts } from "./select.ts";
export { incomingVisibleTo } from "./visible-to.ts";
