export { forgetSettled, OutboxRelay } from "./relay.ts";
