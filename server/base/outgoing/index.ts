export { type AddressRule, canLeadOut, isListedHost, NotAllowedAddress, readBody, sendOutgoing } from "./outgoing.ts";
