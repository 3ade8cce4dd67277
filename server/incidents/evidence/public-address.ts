import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

const ours = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  ours.addSubnet(network, prefix, "ipv4");

const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
/** Networks within the global range that contain an IPv4 address or are reserved. */
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  ours.addSubnet(network, prefix, "ipv6");

/** Returns whether an address is public: not loopback, private, link-local, shared, multicast or mapped. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !ours.check(address, "ipv4");
  return family === 6 && global.check(address, "ipv6") && !ours.check(address, "ipv6");
}

export type AddressRule = (address: string) => boolean;

/**
 * Resolves names for a connection that is restricted to public addresses. It connects to the checked addresses, so a
 * name can't change in between.
 */
export const guardedLookup =
  (isAllowed: AddressRule): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error) return callback(error, []);
      if (!first || !addresses.every(({ address }) => isAllowed(address)))
        return callback(new Error(`${hostname} is not an address of the open Internet`), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
