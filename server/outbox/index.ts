export { applyAccessChange } from "./apply-access-change.ts";
export { listenToOutbox } from "./listen.ts";
export { forgetSettled, type OutboxHandlers, relayOutbox } from "./relay.ts";
