export { type Attempt, forgetSettled, OutboxRelay } from "./relay.ts";
