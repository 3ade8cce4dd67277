import { type LookupAddress, lookup } from "node:dns";
import { lookup as lookupAll } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { config } from "#server/base/process/config.ts";

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

const links = new BlockList();
links.addSubnet("169.254.0.0", 16, "ipv4");
links.addSubnet("fe80::", 10, "ipv6");

const bare = (host: string) => host.replace(/^\[|\]$/g, "");

/** Returns whether an admin listed a URL's host, or its host and port, as one in a private network. */
export function isListedHost(url: URL, privateHosts: readonly string[] = config().privateHosts): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return privateHosts.some((one) => one === bare(url.hostname) || one === `${url.hostname}:${port}`);
}

/**
 * Returns which addresses a URL can lead to: public ones, and private ones if an admin listed its host, or its host and
 * port. Link-local addresses, where clouds keep credentials, must be listed themselves.
 */
export function addressRule(url: URL, privateHosts: readonly string[]): AddressRule {
  if (!isListedHost(url, privateHosts)) return isPublicAddress;
  const host = bare(url.hostname);
  return (address) => address === host || !links.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** Thrown for a URL that leads to a network that isn't open to it. */
export class NotAllowedAddress extends Error {}

/**
 * Resolves names for a connection that is restricted to allowed addresses. It connects to the checked addresses, so a
 * name can't change in between.
 */
const guardedLookup =
  (isAllowed: AddressRule): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error) return callback(error, []);
      if (!first || !addresses.every(({ address }) => isAllowed(address)))
        return callback(new NotAllowedAddress(`${hostname} has an address that is not allowed`), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

const RESOLVE_MS = 2000;

/**
 * Returns whether a URL leads to an address that is open to it, as far as its name can be resolved now. For the form that
 * stores it: each request checks the address again.
 */
export async function canLeadOut(url: URL): Promise<boolean> {
  const isAllowed = addressRule(url, config().privateHosts);
  const host = bare(url.hostname);
  if (isIP(host)) return isAllowed(host);
  const waits = new AbortController();
  const found = lookupAll(host, { all: true }).catch(() => []);
  const late = sleep(RESOLVE_MS, [], { signal: waits.signal }).catch(() => []);
  const addresses: LookupAddress[] = await Promise.race([found, late]);
  waits.abort();
  return addresses.every(({ address }) => isAllowed(address));
}

interface Outgoing {
  method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  headers: Record<string, string>;
  body?: string | undefined;
  signal: AbortSignal;
  /** Other addresses than the settings allow, for a test. */
  isAllowed?: AddressRule | undefined;
}

/**
 * Sends a request to another server and returns the start of its response. Redirects aren't followed: send the next
 * request yourself, so its address is checked too. Throws a `NotAllowedAddress`.
 */
export function sendOutgoing(url: URL, { method = "GET", body, ...asked }: Outgoing): Promise<http.IncomingMessage> {
  const isAllowed = asked.isAllowed ?? addressRule(url, config().privateHosts);
  const host = bare(url.hostname);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new NotAllowedAddress("not a web address");
  if (isIP(host) && !isAllowed(host)) throw new NotAllowedAddress(`${host} is not allowed`);
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const options = {
      ...{ method, protocol: url.protocol, hostname: host, port: url.port, path: `${url.pathname}${url.search}` },
      headers: { "accept-encoding": "identity", "user-agent": "Afterword", ...asked.headers },
      ...{ lookup: guardedLookup(isAllowed), agent: false, signal: asked.signal },
    } as const;
    request(options, resolve).once("error", reject).end(body);
  });
}

/** Returns the body of a response, or null if it is larger than that. */
export async function readBody(response: http.IncomingMessage, mostBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      size += (chunk as Buffer).length;
      if (size > mostBytes) return null;
      chunks.push(chunk as Buffer);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks).toString("utf8");
}
