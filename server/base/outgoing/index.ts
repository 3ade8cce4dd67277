export { type AddressRule, isListedHost, NotAllowedAddress, readBody, sendOutgoing } from "./outgoing.ts";
