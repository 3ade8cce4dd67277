export { listenToOutbox } from "./listen.ts";
export { forgetSettled, OutboxRelay } from "./relay.ts";
