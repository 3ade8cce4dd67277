export { listenToOutbox } from "./listen.ts";
export { forgetSettled, type OutboxHandlers, relayOutbox } from "./relay.ts";
