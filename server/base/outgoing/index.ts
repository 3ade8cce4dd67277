export { type AddressRule, isListedHost, NotAllowedAddress, sendOutgoing } from "./outgoing.ts";
